using TorchSharp.PInvoke;

namespace TorchSharp;

public static partial class torch
{
    public static Generator manual_seed(long seed) => Generator.Default.manual_seed(seed);

    public static class random
    {
        public static Generator manual_seed(long seed) => torch.manual_seed(seed);

        public static Tensor get_rng_state() => Generator.Default.get_state();

        public static void set_rng_state(Tensor new_state) => Generator.Default.set_state(new_state);
    }

    public unsafe class Generator : IDisposable
    {
        public Generator(ulong seed = 0, Device? device = null) : this(NativeMethods.ts_generator_new(seed))
        {
        }

        Generator(nint handle) => Handle = handle;

        ~Generator() => Dispose(false);

        public static Generator Default { get; } = new(NativeMethods.ts_generator_default());

        public nint Handle { get; private set; }

        public Generator manual_seed(long seed)
        {
            NativeMethods.Check(NativeMethods.ts_generator_set_seed(Handle, (ulong)seed));
            return this;
        }

        public Tensor get_state()
        {
            nint state;
            NativeMethods.Check(NativeMethods.ts_generator_state(Handle, &state));
            GC.KeepAlive(this);
            return new Tensor(state);
        }

        public void set_state(Tensor value)
        {
            NativeMethods.Check(NativeMethods.ts_generator_set_state(Handle, value.Handle));
            GC.KeepAlive(value);
            GC.KeepAlive(this);
        }

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            if (Handle != 0) NativeMethods.ts_generator_release(Handle);
            Handle = 0;
        }
    }
}
