"""Times answers: eval.py NETWORK SIZE BATCH RUNS THREADS LAYOUT -> one JSON line with milliseconds and peak memory. NETWORK may be "ensemble"."""
import json
import resource
import sys
import time

import torch
from torchvision import models

network = sys.argv[1]
size, batch, runs, threads = map(int, sys.argv[2:6])
layout = sys.argv[6]
torch.set_num_threads(threads)
torch.manual_seed(1)
names = ("mobilenet_v3_large", "densenet121", "efficientnet_b3") if network == "ensemble" else (network,)
members = [getattr(models, name)(num_classes=13).eval() for name in names]
mean = torch.tensor([0.485, 0.456, 0.406]).view(3, 1, 1)
deviation = torch.tensor([0.229, 0.224, 0.225]).view(3, 1, 1)
photos = torch.rand(batch, size, size, 3).permute(0, 3, 1, 2)
if layout == "nchw":
    photos = photos.contiguous()


@torch.no_grad()
def answer():
    pixels = (photos - mean) / deviation
    return sum(member(pixels).softmax(1) / len(members) for member in members)


for _ in range(3):
    answer()
times = []
for _ in range(runs):
    start = time.perf_counter()
    answer()
    times.append((time.perf_counter() - start) * 1000)
print(json.dumps({"milliseconds": times, "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
