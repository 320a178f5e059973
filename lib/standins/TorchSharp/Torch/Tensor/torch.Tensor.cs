using TorchSharp.PInvoke;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Holds one reference to a tensor of libtorch.</summary>
    public partial class Tensor : IDisposable
    {
        static long count;

        nint handle;

        internal Tensor(nint handle)
        {
            this.handle = handle;
            Interlocked.Increment(ref count);
            DisposeScopeManager.OfThread.Current?.Own(this);
        }

        /// <summary>Takes the place of `data`, in its scope too.</summary>
        internal Tensor(Tensor data, DisposeScope? scope)
        {
            handle = data.DecoupleFromNativeHandle();
            Interlocked.Increment(ref count);
            scope?.Own(this);
        }

        ~Tensor() => Dispose(false);

        public static long TotalCount => Interlocked.Read(ref count);

        public nint Handle => handle != 0 ? handle : throw new InvalidOperationException("Tensor invalid: it was disposed or is undefined.");

        public bool IsInvalid => handle == 0;

        internal DisposeScope? OwningDisposeScope { get; set; }

        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        protected virtual void Dispose(bool disposing)
        {
            var released = Interlocked.Exchange(ref handle, 0);
            if (released == 0) return;
            if (disposing) OwningDisposeScope?.MarkAsDisposed(this);
            NativeMethods.ts_release(released);
            Interlocked.Decrement(ref count);
        }

        public Tensor DetachFromDisposeScope()
        {
            OwningDisposeScope?.Detach(this);
            return this;
        }

        public Tensor MoveToOuterDisposeScope()
        {
            OwningDisposeScope?.MoveToOuter(this);
            return this;
        }

        /// <summary>Gives the native reference away and leaves this object invalid.</summary>
        public nint DecoupleFromNativeHandle()
        {
            GC.SuppressFinalize(this);
            OwningDisposeScope?.Detach(this);
            Interlocked.Decrement(ref count);
            return Interlocked.Exchange(ref handle, 0);
        }

        /// <summary>Gives this object the native tensor of another, which is left invalid, and its own requires_grad.</summary>
        internal void Replace(Tensor other)
        {
            var trained = requires_grad;
            var old = Interlocked.Exchange(ref handle, other.DecoupleFromNativeHandle());
            NativeMethods.ts_release(old);
            requires_grad = trained;
        }
    }
}
