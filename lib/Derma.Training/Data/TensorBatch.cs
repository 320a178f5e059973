using TorchSharp;
using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>A batch as tensors, which belong to the caller's dispose scope.</summary>
static class TensorBatch
{
    /// <summary>
    /// Pixels N,3,H,W, normalised for the network and where it is, as a view of N,H,W,C memory: its strides are channels-last, every layer keeps
    /// them, and the kernels for that layout are the faster ones.
    /// </summary>
    public static Tensor Pixels(PixelBatch batch, Classifier model)
    {
        using var flat = from_array(batch.Pixels);
        using var images = flat.view(batch.Count, batch.Size, batch.Size, 3);
        using var input = Normalised(images.to(model.Device), model.Normalisation);
        return input.permute(0, 3, 1, 2);
    }

    /// <summary>Labels N, int64.</summary>
    public static Tensor Labels(PixelBatch batch, Device device) => tensor(batch.Labels, device: device);

    /// <summary>The class with the highest logit, for each photo.</summary>
    public static long[] Predicted(Tensor logits)
    {
        using var classes = logits.argmax(1);
        using var here = classes.cpu();
        return here.data<long>().ToArray();
    }

    static Tensor Normalised(Tensor images, Normalisation by)
    {
        if (by.IsUnitRange) return images.alias();
        using var mean = tensor((float[])[.. by.Mean], device: images.device);
        using var deviation = tensor((float[])[.. by.StandardDeviation], device: images.device);
        return images.sub(mean).div_(deviation);
    }
}
