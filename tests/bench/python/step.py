"""Times training steps: step.py SIZE BATCH STEPS THREADS LAYOUT -> one JSON line with milliseconds and peak memory."""
import json
import resource
import sys
import time

import torch
from torch.nn.functional import cross_entropy

from cnn import attempt_9, optimizer_for

size, batch, steps, threads = map(int, sys.argv[1:5])
layout = sys.argv[5]
torch.set_num_threads(threads)
torch.manual_seed(1)
model = attempt_9().train()
optimizer = optimizer_for(model)
images = torch.rand(batch, size, size, 3).permute(0, 3, 1, 2)
if layout == "nchw":
    images = images.contiguous()
labels = torch.arange(batch) % 22


def step():
    optimizer.zero_grad()
    loss = cross_entropy(model(images), labels)
    loss.backward()
    optimizer.step()
    return loss


for _ in range(5):
    step()
times = []
for _ in range(steps):
    start = time.perf_counter()
    loss = step()
    times.append((time.perf_counter() - start) * 1000)
print(json.dumps({"milliseconds": times, "loss": loss.item(), "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
