"""The golden file's formula: weights and inputs made by a hash of tensor number and element number."""
import numpy
import torch


def uniform(tensor, count):
    x = (numpy.arange(count, dtype=numpy.uint64) + numpy.uint64(tensor * 0x9E3779B9 % 2**32)).astype(numpy.uint32)
    x ^= x >> numpy.uint32(16)
    x = x * numpy.uint32(0x85EBCA6B)
    x ^= x >> numpy.uint32(13)
    x = x * numpy.uint32(0xC2B2AE35)
    x ^= x >> numpy.uint32(16)
    return x / 2.0**32 - 0.5


def photos(*shape):
    return torch.from_numpy((2 * uniform(9999, int(numpy.prod(shape)))).astype(numpy.float32)).reshape(shape)


def values(name, shape, u):
    if name.endswith("num_batches_tracked"):
        return 0 * u
    if name.endswith("running_var"):
        return 1 + 0.5 * u
    if name.endswith("running_mean") or name.endswith("bias"):
        return 0.2 * u
    if len(shape) == 1:
        return 1 + 0.2 * u
    return 2 * u * (3 / numpy.prod(shape[1:])) ** 0.5


def fill(model):
    with torch.no_grad():
        for i, (name, tensor) in enumerate(model.state_dict().items()):
            numbers = values(name, tensor.shape, uniform(i, tensor.numel())).astype(numpy.float32)
            tensor.copy_(torch.from_numpy(numbers).reshape(tensor.shape))
