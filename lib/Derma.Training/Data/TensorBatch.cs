using TorchSharp;
using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>A batch as tensors, which belong to the caller's dispose scope.</summary>
static class TensorBatch
{
    /// <summary>Pixels N,3,H,W as <see cref="NetworkInput"/> makes them, for a network that is given one batch alone.</summary>
    public static Tensor Pixels(PixelBatch batch, Classifier model)
    {
        using var input = new NetworkInput(model);
        return input.Of(batch);
    }

    /// <summary>Labels N, int64.</summary>
    public static Tensor Labels(PixelBatch batch, Device device)
    {
        using var labels = tensor(batch.Labels);
        return labels.On(device);
    }

    /// <summary>The class with the highest logit, for each photo.</summary>
    public static long[] Predicted(Tensor logits)
    {
        using var classes = logits.argmax(1);
        using var here = classes.cpu();
        return here.data<long>().ToArray();
    }

    /// <summary>The tensor on a device; to a card it goes from memory that is pinned, and nobody waits for it.</summary>
    public static Tensor On(this Tensor here, Device device)
    {
        if (device.type != DeviceType.CUDA) return here.to(device);
        using var pinned = here.pin_memory();
        return pinned.to(device, non_blocking: true);
    }
}

/// <summary>What batches become before a network sees them; mean and deviation lie ready where the network is.</summary>
sealed class NetworkInput : IDisposable
{
    readonly Device device;
    readonly Tensor? mean;
    readonly Tensor? deviation;

    /// <param name="model">The network, on the device where it stays.</param>
    public NetworkInput(Classifier model)
    {
        device = model.Device;
        if (model.Normalisation is not { IsUnitRange: false } by) return;
        mean = tensor((float[])[.. by.Mean], device: device).DetachFromDisposeScope();
        deviation = tensor((float[])[.. by.StandardDeviation], device: device).DetachFromDisposeScope();
    }

    /// <summary>
    /// Pixels N,3,H,W, normalised for the network and where it is, as a view of N,H,W,C memory: its strides are channels-last, every layer
    /// keeps them, and the kernels for that layout are the faster ones.
    /// </summary>
    public Tensor Of(PixelBatch batch)
    {
        using var flat = from_array(batch.Pixels);
        using var images = flat.view(batch.Count, batch.Size, batch.Size, 3);
        using var here = images.On(device);
        if (mean is null) return here.permute(0, 3, 1, 2);
        using var normalised = here.sub(mean).div_(deviation!);
        return normalised.permute(0, 3, 1, 2);
    }

    public void Dispose()
    {
        mean?.Dispose();
        deviation?.Dispose();
    }
}
