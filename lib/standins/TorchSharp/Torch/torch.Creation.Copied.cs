using System.Runtime.InteropServices;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor tensor(float[] rawArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => Copied<float>(rawArray, [rawArray.Length], dtype, device, requires_grad);
    public static Tensor tensor(long[] dataArray, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => Copied<long>(dataArray, [dataArray.Length], dtype, device, requires_grad);

    public static Tensor tensor(int scalar, Device? device = null, bool requires_grad = false)
        => Copied<int>([scalar], [], null, device, requires_grad);
    public static Tensor tensor(long scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        => Copied<long>([scalar], [], dtype, device, requires_grad);

    static Tensor Copied<T>(ReadOnlySpan<T> values, long[] size, ScalarType? dtype, Device? device, bool requires_grad) where T : unmanaged
    {
        if (values.Length != size.Aggregate(1L, (a, b) => a * b))
            throw new ArgumentException($"{values.Length} values do not fill a tensor of [{string.Join(", ", size)}].");
        var tensor = empty(size, TypeOf(typeof(T)));
        MemoryMarshal.AsBytes(values).CopyTo(tensor.bytes);
        return Grad(requires_grad, Converted(tensor, dtype, device));
    }

    static Tensor Converted(Tensor tensor, ScalarType? dtype, Device? device)
    {
        if ((dtype is null || dtype == tensor.dtype) && (device is null || device.type == DeviceType.CPU)) return tensor;
        using (tensor) return tensor.to(dtype ?? tensor.dtype, device ?? CPU);
    }

    static long[] Sizes(Array array) => [.. Enumerable.Range(0, array.Rank).Select(array.GetLongLength)];
}
