namespace TorchSharp;

public static class ScalarExtensionMethods
{
    public static Scalar ToScalar(this float value) => value;
    public static Scalar ToScalar(this double value) => value;
    public static Scalar ToScalar(this int value) => value;
    public static Scalar ToScalar(this long value) => value;
    public static float ToSingle(this Scalar value) => (float)value.AsDouble();
    public static double ToDouble(this Scalar value) => value.AsDouble();
    public static long ToInt64(this Scalar value) => value.Tag == PInvoke.Tag.Double ? (long)value.AsDouble() : value.Bits;
}
