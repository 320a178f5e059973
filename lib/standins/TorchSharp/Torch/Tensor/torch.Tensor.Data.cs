using TorchSharp.PInvoke;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        public Span<byte> bytes
        {
            get
            {
                if (!is_contiguous() || !is_cpu()) throw new InvalidOperationException("Bytes() called on non-contiguous or non-CPU tensor.");
                var length = numel() * ElementSize;
                if (length > int.MaxValue) throw new ArgumentException("Span size cannot exceed int.MaxValue.");
                return new Span<byte>((void*)Data, (int)length);
            }
            set
            {
                var own = bytes;
                if (own.Length != value.Length) throw new ArgumentException($"{value.Length} bytes do not fit a tensor of {own.Length}.");
                value.CopyTo(own);
            }
        }

        public TensorAccessor<T> data<T>() where T : unmanaged
        {
            Require<T>();
            return new TensorAccessor<T>(this);
        }

        public T item<T>() where T : unmanaged
        {
            if (numel() != 1) throw new ArgumentException($"Only a tensor of one element has an item; this one has {numel()}.");
            Require<T>();
            var value = *(T*)Data;
            GC.KeepAlive(this);
            return value;
        }

        public Tensor copy_(Tensor source, bool nonBlocking = false) => Operator.InPlace("copy_", this, source, nonBlocking);

        internal T As<T>(ScalarType type) where T : unmanaged
        {
            if (dtype == type) return item<T>();
            using var converted = to(type);
            return converted.item<T>();
        }

        void Require<T>()
        {
            var mine = dtype;
            if (TypeOf(typeof(T)) != mine) throw new ArgumentException($"A tensor of {mine} cannot be read as {typeof(T).Name}.");
        }

        public static explicit operator double(Tensor value) => value.As<double>(float64);
    }
}
