"""The CNN of attempt 9, as a Python user would write it: the same layers, initial values and optimizer as lib/Derma."""
import torch
from torch import nn


def attempt_9(classes=22):
    layers, channels = [], 3
    for filters in (16, 32, 64, 128, 256, 512):
        layers += [nn.Conv2d(channels, filters, 3, padding=1), nn.BatchNorm2d(filters, eps=1e-3, momentum=0.01), nn.ReLU(), nn.MaxPool2d(2)]
        channels = filters
    layers += [nn.AdaptiveAvgPool2d(1), nn.Flatten(),
               nn.Linear(512, 512), nn.ReLU(), nn.Dropout(0.25), nn.Linear(512, 256), nn.ReLU(), nn.Dropout(0.25), nn.Linear(256, classes)]
    model = nn.Sequential(*layers)
    for module in model.modules():
        if isinstance(module, (nn.Conv2d, nn.Linear)):
            nn.init.xavier_uniform_(module.weight)
            nn.init.zeros_(module.bias)
    return model


def optimizer_for(model):
    return torch.optim.Adam(model.parameters(), lr=1e-3, eps=1e-7)
