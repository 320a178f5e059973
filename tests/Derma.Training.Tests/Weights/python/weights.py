"""Writes torchvision networks with random weights as .pth and as safetensors, and what they answer: weights.py FOLDER"""
import json
import os
import struct
import sys

import torch
import torchvision

from formula import photos

TYPES = {torch.float32: ("F32", "<f4"), torch.int64: ("I64", "<i8")}


def save_safetensors(state, path):
    header, data, length = {}, [], 0
    for name, tensor in state.items():
        kind, layout = TYPES[tensor.dtype]
        numbers = tensor.detach().numpy().astype(layout).tobytes()
        header[name] = {"dtype": kind, "shape": list(tensor.shape), "data_offsets": [length, length + len(numbers)]}
        data.append(numbers)
        length += len(numbers)
    text = json.dumps(header).encode()
    with open(path, "wb") as file:
        file.write(struct.pack("<Q", len(text)) + text + b"".join(data))


def network(name):
    """Every tensor random, running statistics included; logits of about 1."""
    torch.manual_seed(7)
    model = getattr(torchvision.models, name)(num_classes=13)
    for module in model.modules():
        if isinstance(module, torch.nn.BatchNorm2d):
            torch.nn.init.uniform_(module.weight, 0.5, 1.5)
            torch.nn.init.uniform_(module.bias, -0.5, 0.5)
        if isinstance(module, torch.nn.Linear):
            module.reset_parameters()
    with torch.no_grad():
        model(photos(2, 3, 64, 64))
    return model.eval()


def save_network(name, folder):
    model = network(name)
    torch.save(model.state_dict(), os.path.join(folder, name + ".pth"))
    save_safetensors(model.state_dict(), os.path.join(folder, name + ".safetensors"))
    with torch.no_grad(), open(os.path.join(folder, name + ".json"), "w") as file:
        json.dump(model(photos(2, 3, 64, 64)).flatten().tolist(), file)


def disguise(name, tensor):
    """The same numbers in other types, strides, offsets and wrappings; some lose precision."""
    if name.endswith("num_batches_tracked"):
        return tensor.int()
    if name == "classifier.3.weight":
        return tensor.t().contiguous().t()
    if name == "classifier.0.weight":
        return torch.cat([torch.zeros(3, tensor.shape[1]), tensor])[3:]
    if name.endswith("bias"):
        return torch.nn.Parameter(tensor.double())
    if name.endswith("running_mean"):
        return tensor.half()
    if name.endswith("running_var"):
        return tensor.bfloat16()
    return torch.nn.Parameter(tensor, requires_grad=False)


def save_disguised(folder):
    state = {name: disguise(name, tensor) for name, tensor in network("mobilenet_v3_small").state_dict().items()}
    wrapped = {"epoch": 3, "best": 0.5, "history": [1, -2, 2**40], "names": ("a", None, True), "state_dict": state}
    torch.save(wrapped, os.path.join(folder, "disguised.pth"), pickle_protocol=4)
    plain = {name: tensor.long() if name.endswith("num_batches_tracked") else tensor.float().contiguous() for name, tensor in state.items()}
    save_safetensors(plain, os.path.join(folder, "plain.safetensors"))


def save_refused(folder):
    model = network("mobilenet_v3_small")
    torch.save(model, os.path.join(folder, "module.pth"))
    torch.save(model.state_dict(), os.path.join(folder, "old.pth"), _use_new_zipfile_serialization=False)


for each in ("mobilenet_v3_large", "mobilenet_v3_small", "densenet121", "efficientnet_b3"):
    save_network(each, sys.argv[1])
save_disguised(sys.argv[1])
save_refused(sys.argv[1])
