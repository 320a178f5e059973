using TorchSharp.PInvoke;

namespace TorchSharp;

public sealed class Scalar : IDisposable
{
    Scalar(Tag tag, long bits) => (Tag, Bits) = (tag, bits);

    internal Tag Tag { get; }

    internal long Bits { get; }

    public static implicit operator Scalar(int value) => new(Tag.Int, value);
    public static implicit operator Scalar(long value) => new(Tag.Int, value);
    public static implicit operator Scalar(double value) => new(Tag.Double, BitConverter.DoubleToInt64Bits(value));

    /// <summary>Holds no native memory here: a scalar travels by value.</summary>
    public void Dispose()
    {
    }
}
