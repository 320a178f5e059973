"""Writes a golden file for one torchvision network of another size and class count: golden.py FILE NAME SIZE CLASSES"""
import json
import sys

import torch
import torchvision

from formula import fill, photos


def norms(model):
    return {name: parameter.grad.norm().item() for name, parameter in model.named_parameters()}


def total(model):
    return sum(norm**2 for norm in norms(model).values()) ** 0.5


def run(model, x, labels):
    model.zero_grad()
    logits = model(x)
    loss = torch.nn.functional.cross_entropy(logits, torch.tensor(labels))
    loss.backward()
    return logits.detach(), loss.item()


def stages(model, x):
    rows = []

    def record(child):
        def hook(module, arguments, output):
            maps = output[0].detach()
            rows.append([child, list(maps.shape), maps.mean().item(), maps.std(unbiased=False).item(), maps.flatten()[0].item()])
        return hook

    hooks = [child.register_forward_hook(record(name)) for name, child in model.features.named_children()]
    with torch.no_grad():
        model(x)
    for hook in hooks:
        hook.remove()
    return rows


def entry(model, size):
    x = photos(1, 3, size, size).double()
    fill(model.double().eval())
    rows = stages(model, x)
    logits, loss = run(model, x, [3])
    result = {"input": [1, 3, size, size], "eval_logits_f64": logits[0].tolist(),
              "eval_features [child, CHW, mean, std, first]": rows, "eval_ce_loss_label3": loss,
              "eval_grad_l2": norms(model), "eval_grad_l2_total": total(model)}
    for module in model.modules():
        if isinstance(module, (torch.nn.Dropout, torchvision.ops.StochasticDepth)):
            module.p = 0.0
    logits, loss = run(model.train(), photos(4, 3, 64, 64).double(), [0, 1, 2, 3])
    layers = [name for name, module in model.named_modules() if isinstance(module, torch.nn.BatchNorm2d)]
    state = model.state_dict()
    result["train_batch [4,3,64,64] labels 0..3"] = {"ce_loss": loss, "logits_row0": logits[0].tolist(), "grad_l2_total": total(model)}
    result["train_first_bn_running_mean[0:4]"] = [layers[0], *state[layers[0] + ".running_mean"][:4].tolist()]
    result["train_last_bn_running_var[0:4]"] = [layers[-1], *state[layers[-1] + ".running_var"][:4].tolist()]
    return result


path, name, size, classes = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
network = getattr(torchvision.models, name)(num_classes=classes)
with open(path, "w") as file:
    json.dump({f"{name}@{size}": entry(network, size)}, file)
