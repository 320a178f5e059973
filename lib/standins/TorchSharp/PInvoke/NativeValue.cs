using System.Runtime.InteropServices;

namespace TorchSharp.PInvoke;

/// <summary>Mirrors Tag in native/shim.h.</summary>
internal enum Tag { None, Tensor, Tensors, Int, Double, Bool, Ints, Doubles, String, Device, Generator }

/// <summary>Mirrors Value in native/shim.h: an argument or a result of an operator.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeValue
{
    internal Tag Tag;
    internal int Count;
    internal long Bits;
}
