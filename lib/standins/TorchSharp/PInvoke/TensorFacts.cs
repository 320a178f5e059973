using System.Runtime.InteropServices;

namespace TorchSharp.PInvoke;

/// <summary>Mirrors Facts in native/tensor.cpp. Sizes and strides point into the tensor.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct TensorFacts
{
    internal long Dimensions, Elements;
    internal long* Sizes, Strides;
    internal void* Data;
    internal int Type, ElementSize, DeviceType, DeviceIndex;
    internal byte Contiguous, RequiresGrad;
}
