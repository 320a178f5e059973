using static TorchSharp.torch;

namespace TorchSharp;

public static class TensorExtensionMethods
{
    public static double ToDouble(this Tensor value) => (double)value;
}
