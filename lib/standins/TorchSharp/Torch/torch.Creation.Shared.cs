using System.Runtime.InteropServices;
using TorchSharp.PInvoke;

namespace TorchSharp;

public static unsafe partial class torch
{
    /// <summary>The tensor lives on the array's memory, which stays pinned as long as the tensor's storage does.</summary>
    public static Tensor from_array(Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false)
        => Grad(requires_grad, Converted(Shared(rawArray, TypeOf(rawArray.GetType().GetElementType()!), Sizes(rawArray)), dtype, device));

    public static Tensor from_array(Array rawArray, Device? device = null) => from_array(rawArray, null, device);

    static Tensor Shared(Array array, ScalarType dtype, long[] size)
    {
        var pin = GCHandle.Alloc(array, GCHandleType.Pinned);
        nint tensor;
        fixed (long* sizes = size)
            NativeMethods.Check(NativeMethods.ts_from_memory((void*)pin.AddrOfPinnedObject(), sizes, size.Length, (int)dtype, &Unpin, GCHandle.ToIntPtr(pin), &tensor));
        return new Tensor(tensor);
    }

    [UnmanagedCallersOnly]
    static void Unpin(nint pin) => GCHandle.FromIntPtr(pin).Free();
}
