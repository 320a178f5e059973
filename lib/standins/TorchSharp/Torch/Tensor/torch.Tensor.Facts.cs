using TorchSharp.PInvoke;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        public long[] shape => Facts((in f) => new Span<long>(f.Sizes, (int)f.Dimensions).ToArray());

        public long[] stride() => Facts((in f) => new Span<long>(f.Strides, (int)f.Dimensions).ToArray());

        public long stride(int dim) => stride()[dim < 0 ? dim + (int)ndim : dim];

        public long dim() => ndim;

        public long ndim => Facts((in f) => f.Dimensions);

        public long numel() => Facts((in f) => f.Elements);

        public long ElementSize => Facts((in f) => f.ElementSize);

        public ScalarType dtype => Facts((in f) => (ScalarType)f.Type);

        public Device device => Facts((in f) => new Device((DeviceType)f.DeviceType, f.DeviceIndex));

        public DeviceType device_type => device.type;

        public bool is_contiguous() => Facts((in f) => f.Contiguous != 0);

        public bool is_cpu() => device_type == DeviceType.CPU;

        public bool is_floating_point() => dtype is ScalarType.Float16 or ScalarType.Float32 or ScalarType.Float64 or ScalarType.BFloat16;

        internal nint Data => Facts((in f) => (nint)f.Data);

        delegate T Reading<T>(in TensorFacts facts);

        T Facts<T>(Reading<T> read)
        {
            TensorFacts facts;
            NativeMethods.Check(NativeMethods.ts_facts(Handle, &facts));
            var value = read(facts);
            GC.KeepAlive(this);
            return value;
        }
    }
}
