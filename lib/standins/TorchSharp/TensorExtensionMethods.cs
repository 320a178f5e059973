using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp;

public static class TensorExtensionMethods
{
    public static float ToSingle(this Tensor value) => (float)value;

    public static double ToDouble(this Tensor value) => (double)value;

    public static int ToInt32(this Tensor value) => (int)value;

    public static long ToInt64(this Tensor value) => (long)value;

    public static bool ToBoolean(this Tensor value) => (bool)value;

    public static Parameter AsParameter(this Tensor tensor) => new(tensor);
}
