using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

[assembly: DisableRuntimeMarshalling]

namespace TorchSharp.PInvoke;

/// <summary>The functions of native/*.cpp. Those that return a pointer return an error text, or zero: see <see cref="Check"/>.</summary>
internal static unsafe partial class NativeMethods
{
    const string Library = "LibTorchSharp";

    [DllImport(Library)] internal static extern nint ts_find(byte* name, byte* overload, nint* found);
    [DllImport(Library)] internal static extern nint ts_call(
        nint found, NativeValue* arguments, int count, NativeValue* results, int capacity, int* produced);
    [DllImport(Library)] internal static extern void ts_free(nint memory);

    [DllImport(Library)] internal static extern void ts_release(nint handle);
    [DllImport(Library)] internal static extern nint ts_facts(nint handle, TensorFacts* facts);
    [DllImport(Library)] internal static extern nint ts_from_memory(
        void* data, long* sizes, int rank, int type, delegate* unmanaged<nint, void> release, nint context, nint* tensor);

    [DllImport(Library)] internal static extern nint ts_backward(
        nint* outputs, nint* grads, int count, nint* inputs, int inputCount, byte retain, byte create);
    [DllImport(Library)] internal static extern nint ts_get_grad(nint handle, nint* grad);
    [DllImport(Library)] internal static extern nint ts_set_grad(nint handle, nint grad);
    [DllImport(Library)] internal static extern nint ts_set_requires_grad(nint handle, byte on);
    [DllImport(Library)] internal static extern byte ts_grad_enabled();
    [DllImport(Library)] internal static extern void ts_set_grad_enabled(byte on);

    [DllImport(Library)] internal static extern nint ts_set_threads(int count);

    [DllImport(Library)] internal static extern nint ts_generator_default();
    [DllImport(Library)] internal static extern nint ts_generator_new(ulong seed);
    [DllImport(Library)] internal static extern void ts_generator_release(nint handle);
    [DllImport(Library)] internal static extern nint ts_generator_set_seed(nint handle, ulong seed);
    [DllImport(Library)] internal static extern nint ts_generator_state(nint handle, nint* state);
    [DllImport(Library)] internal static extern nint ts_generator_set_state(nint handle, nint state);

    internal static void Check(nint error)
    {
        if (error != 0) Throw(error);
    }

    static void Throw(nint error)
    {
        var message = Marshal.PtrToStringUTF8(error);
        ts_free(error);
        throw new ExternalException(message);
    }
}
