namespace Derma.Core;

/// <summary>One tensor of a safetensors file, before or apart from any tensor library.</summary>
/// <param name="Name">Name as in a PyTorch state_dict.</param>
/// <param name="Type">Element type.</param>
/// <param name="Shape">Sizes, outermost first; empty for a scalar.</param>
/// <param name="Data">Little-endian elements, row-major.</param>
public sealed record SafetensorsEntry(string Name, ElementType Type, long[] Shape, byte[] Data)
{
    /// <summary>An entry of single-precision numbers.</summary>
    public static SafetensorsEntry Of(string name, float[] values, params long[] shape) =>
        new(name, ElementType.F32, shape, System.Runtime.InteropServices.MemoryMarshal.AsBytes<float>(values).ToArray());

    /// <summary>An entry of 64-bit integers.</summary>
    public static SafetensorsEntry Of(string name, long[] values, params long[] shape) =>
        new(name, ElementType.I64, shape, System.Runtime.InteropServices.MemoryMarshal.AsBytes<long>(values).ToArray());

    /// <summary>The elements as <typeparamref name="T"/>; the caller knows that the type fits.</summary>
    public T[] Values<T>() where T : unmanaged => System.Runtime.InteropServices.MemoryMarshal.Cast<byte, T>(Data).ToArray();
}
