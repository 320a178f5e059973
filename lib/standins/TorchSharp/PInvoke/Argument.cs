using static TorchSharp.torch;

namespace TorchSharp.PInvoke;

/// <summary>One argument of an operator. What it refers to stays alive as long as it does.</summary>
internal readonly struct Argument
{
    internal readonly Tag Tag;
    internal readonly long Bits;
    internal readonly object? Reference;

    Argument(Tag tag, long bits, object? reference = null) => (Tag, Bits, Reference) = (tag, bits, reference);

    internal static Argument None => default;

    internal static Argument Real(double value) => new(Tag.Double, BitConverter.DoubleToInt64Bits(value));

    public static implicit operator Argument(Tensor? value) => value is null ? default : new(Tag.Tensor, 0, value);
    public static implicit operator Argument(Tensor?[] value) => new(Tag.Tensors, 0, value);
    public static implicit operator Argument(long value) => new(Tag.Int, value);
    public static implicit operator Argument(long? value) => value is { } v ? new(Tag.Int, v) : default;
    public static implicit operator Argument(double value) => Real(value);
    public static implicit operator Argument(double? value) => value is { } v ? Real(v) : default;
    public static implicit operator Argument(bool value) => new(Tag.Bool, value ? 1 : 0);
    public static implicit operator Argument(long[]? value) => value is null ? default : new(Tag.Ints, 0, value);
    public static implicit operator Argument(double[]? value) => value is null ? default : new(Tag.Doubles, 0, value);
    public static implicit operator Argument(string? value) => value is null ? default : new(Tag.String, 0, value);
    public static implicit operator Argument(ScalarType value) => new(Tag.Int, (long)value);
    public static implicit operator Argument(ScalarType? value) => value is { } v ? v : default(Argument);
    public static implicit operator Argument(nn.Reduction value) => new(Tag.Int, (long)value);
    public static implicit operator Argument(Device? value) => value is null ? default : new(Tag.Device, (long)value.type, value);
    public static implicit operator Argument(Generator? value) => value is null ? default : new(Tag.Generator, value.Handle, value);
    public static implicit operator Argument(Scalar? value) => value is null ? default : new(value.Tag, value.Bits);
}
