using System.Runtime.InteropServices;
using TorchSharp.PInvoke;

namespace TorchSharp;

public static unsafe partial class torch
{
    /// <summary>The tensor lives on the array's memory, which stays pinned as long as the tensor's storage does.</summary>
    public static Tensor from_array(Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false)
        => Grad(requires_grad, Converted(Shared(rawArray, TypeOf(rawArray.GetType().GetElementType()!), Sizes(rawArray), 0), dtype, device));

    public static Tensor from_array(Array rawArray, Device? device = null) => from_array(rawArray, null, device);

    public static Tensor frombuffer(Array rawArray, ScalarType dtype, long count = -1, long offset = 0, bool requires_grad = false)
    {
        var length = count < 0 ? rawArray.LongLength - offset : count;
        if (offset < 0 || offset + length > rawArray.LongLength)
            throw new ArgumentException($"{length} elements from {offset} do not lie in an array of {rawArray.LongLength}.");
        return Grad(requires_grad, Shared(rawArray, dtype, [length], offset));
    }

    public static Tensor as_tensor(Array data, ScalarType? dtype = null, Device? device = null) => from_array(data, dtype, device);

    public static Tensor as_tensor(float[] rawArray, ScalarType? dtype = null, Device? device = null)
        => from_array(rawArray, dtype, device);

    public static Tensor as_tensor(long[] rawArray, ScalarType? dtype = null, Device? device = null) => from_array(rawArray, dtype, device);

    static Tensor Shared(Array array, ScalarType dtype, long[] size, long offset)
    {
        var pin = GCHandle.Alloc(array, GCHandleType.Pinned);
        nint tensor;
        var data = (byte*)pin.AddrOfPinnedObject() + offset * (Buffer.ByteLength(array) / Math.Max(array.Length, 1));
        fixed (long* sizes = size)
            NativeMethods.Check(NativeMethods.ts_from_memory(data, sizes, size.Length, (int)dtype, &Unpin, GCHandle.ToIntPtr(pin), &tensor));
        return new Tensor(tensor);
    }

    [UnmanagedCallersOnly]
    static void Unpin(nint pin) => GCHandle.FromIntPtr(pin).Free();
}
