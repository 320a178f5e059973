"""Times whole epochs from JPEG files: epoch.py FOLDER SIZE EPOCHS THREADS WORKERS -> one JSON line with seconds and peak memory."""
import json
import resource
import sys
import time

import torch
from torch.nn.functional import cross_entropy
from torch.utils.data import DataLoader
from torchvision import datasets, transforms

from cnn import attempt_9, optimizer_for

folder = sys.argv[1]
size, epochs, threads, workers = map(int, sys.argv[2:6])
torch.set_num_threads(threads)
torch.manual_seed(1)
photos = datasets.ImageFolder(folder, transforms.Compose([transforms.Resize((size, size)), transforms.RandomHorizontalFlip(), transforms.ToTensor()]))
loader = DataLoader(photos, batch_size=32, shuffle=True, num_workers=workers)
model = attempt_9(len(photos.classes)).train()
optimizer = optimizer_for(model)

seconds = []
for _ in range(epochs):
    start = time.perf_counter()
    for images, labels in loader:
        optimizer.zero_grad()
        loss = cross_entropy(model(images), labels)
        loss.backward()
        optimizer.step()
    seconds.append(time.perf_counter() - start)
print(json.dumps({"seconds": seconds, "photos": len(photos), "loss": loss.item(), "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
