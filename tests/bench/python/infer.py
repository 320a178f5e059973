"""Times the answers of networks in evaluation mode: infer.py NETWORKS SIZE RUNS THREADS LAYOUT -> one JSON line with milliseconds and peak memory.

NETWORKS are torchvision's names with commas between them; several vote with equal weights, one after the other, as the service's ensemble does.
"""
import json
import resource
import sys
import time

import torch
from torchvision import models

networks = sys.argv[1].split(",")
size, runs, threads = map(int, sys.argv[2:5])
layout = sys.argv[5]
torch.set_num_threads(threads)
torch.manual_seed(1)
members = [getattr(models, name)(num_classes=13).eval() for name in networks]
photo = torch.rand(1, 3, size, size)
if layout == "nhwc":
    photo = photo.contiguous(memory_format=torch.channels_last)
    members = [member.to(memory_format=torch.channels_last) for member in members]


def answer():
    with torch.inference_mode():
        return sum(torch.softmax(member(photo), 1) for member in members) / len(members)


for _ in range(10):
    answer()
times = []
for _ in range(runs):
    start = time.perf_counter()
    answer()
    times.append((time.perf_counter() - start) * 1000)
print(json.dumps({"milliseconds": times, "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
