using TorchSharp.PInvoke;
using static TorchSharp.torch;

namespace TorchSharp;

public sealed class Scalar : IDisposable
{
    Scalar(ScalarType type, Tag tag, long bits) => (Type, Tag, Bits) = (type, tag, bits);

    public ScalarType Type { get; }

    internal Tag Tag { get; }

    internal long Bits { get; }

    public static implicit operator Scalar(byte value) => new(ScalarType.Byte, Tag.Int, value);
    public static implicit operator Scalar(int value) => new(ScalarType.Int32, Tag.Int, value);
    public static implicit operator Scalar(long value) => new(ScalarType.Int64, Tag.Int, value);
    public static implicit operator Scalar(float value) => new(ScalarType.Float32, Tag.Double, BitConverter.DoubleToInt64Bits(value));
    public static implicit operator Scalar(double value) => new(ScalarType.Float64, Tag.Double, BitConverter.DoubleToInt64Bits(value));
    public static implicit operator Scalar(bool value) => new(ScalarType.Bool, Tag.Bool, value ? 1 : 0);

    /// <summary>Holds no native memory here: a scalar travels by value.</summary>
    public void Dispose()
    {
    }

    internal double AsDouble() => Tag == Tag.Double ? BitConverter.Int64BitsToDouble(Bits) : Bits;
}
