using TorchSharp.PInvoke;

namespace TorchSharp;

public static partial class torch
{
    public static DisposeScope NewDisposeScope() => DisposeScopeManager.OfThread.Open();

    public static IDisposable no_grad() => new GradMode(false);

    public static IDisposable enable_grad(bool enabled = true) => new GradMode(enabled);

    public static void set_num_threads(int num) => NativeMethods.Check(NativeMethods.ts_set_threads(num));

    sealed class GradMode : IDisposable
    {
        readonly byte before = NativeMethods.ts_grad_enabled();

        internal GradMode(bool on) => NativeMethods.ts_set_grad_enabled(on ? (byte)1 : (byte)0);

        public void Dispose() => NativeMethods.ts_set_grad_enabled(before);
    }
}
