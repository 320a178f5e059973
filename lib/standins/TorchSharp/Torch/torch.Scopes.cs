using TorchSharp.PInvoke;

namespace TorchSharp;

public static partial class torch
{
    public static DisposeScope? CurrentDisposeScope => DisposeScopeManager.OfThread.Current;

    public static DisposeScope NewDisposeScope() => DisposeScopeManager.OfThread.Open();

    public static IDisposable no_grad() => new GradMode(false);

    public static IDisposable enable_grad(bool enabled = true) => new GradMode(enabled);

    public static IDisposable set_grad_enabled(bool mode = true) => new GradMode(mode);

    public static IDisposable inference_mode(bool mode = true) => new InferenceMode(mode);

    public static bool is_grad_enabled() => NativeMethods.ts_grad_enabled() != 0;

    public static bool is_inference_mode_enabled() => NativeMethods.ts_inference_enabled() != 0;

    public static void set_num_threads(int num) => NativeMethods.Check(NativeMethods.ts_set_threads(num));

    public static int get_num_threads() => NativeMethods.ts_threads();

    sealed class GradMode : IDisposable
    {
        readonly byte before = NativeMethods.ts_grad_enabled();

        internal GradMode(bool on) => NativeMethods.ts_set_grad_enabled(on ? (byte)1 : (byte)0);

        public void Dispose() => NativeMethods.ts_set_grad_enabled(before);
    }

    sealed class InferenceMode(bool on) : IDisposable
    {
        nint mode = NativeMethods.ts_enter_inference(on ? (byte)1 : (byte)0);

        public void Dispose()
        {
            if (mode != 0) NativeMethods.ts_leave_inference(mode);
            mode = 0;
        }
    }
}
