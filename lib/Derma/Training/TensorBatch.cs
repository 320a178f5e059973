using Derma.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>A batch as tensors, which belong to the caller's dispose scope.</summary>
static class TensorBatch
{
    /// <summary>
    /// Pixels N,3,H,W as a view of the batch's N,H,W,C memory: its strides are channels-last, every layer keeps them, and the kernels for
    /// that layout are the faster ones.
    /// </summary>
    public static Tensor Pixels(PixelBatch batch, Device device)
    {
        using var flat = from_array(batch.Pixels);
        using var images = flat.view(batch.Count, batch.Size, batch.Size, 3);
        return images.permute(0, 3, 1, 2).to(device);
    }

    /// <summary>Labels N, int64.</summary>
    public static Tensor Labels(PixelBatch batch, Device device) => tensor(batch.Labels, device: device);

    /// <summary>How many photos of a batch have their highest logit at the true class.</summary>
    public static int Correct(Tensor logits, Tensor labels)
    {
        using var scope = NewDisposeScope();
        return (int)logits.argmax(1).eq(labels).sum().item<long>();
    }
}
