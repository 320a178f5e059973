"""Times training steps: step.py NETWORK SIZE BATCH STEPS THREADS LAYOUT -> one JSON line with milliseconds and peak memory."""
import json
import resource
import sys
import time

import torch
from torch.nn.functional import cross_entropy

from cnn import attempt_9, optimizer_for

network = sys.argv[1]
size, batch, steps, threads = map(int, sys.argv[2:6])
layout = sys.argv[6]
torch.set_num_threads(threads)
torch.manual_seed(1)
if network == "report_cnn":
    model, classes = attempt_9().train(), 22
else:
    from torchvision import models
    classes = 13
    model = getattr(models, network)(num_classes=classes).train()
optimizer = optimizer_for(model)
images = torch.rand(batch, size, size, 3).permute(0, 3, 1, 2)
if layout == "nchw":
    images = images.contiguous()
labels = torch.arange(batch) % classes


# PyTorch 1.13's default fills gradients with zeros; "the same settings" means dropping them, as the C# trainer does.
drop_gradients = layout == "nhwc"


def step():
    optimizer.zero_grad(set_to_none=drop_gradients)
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
