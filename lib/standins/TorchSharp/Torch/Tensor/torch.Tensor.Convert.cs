using TorchSharp.PInvoke;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor to(ScalarType type, bool copy = false) => Moved(type, null, copy);
        public Tensor to(Device device, bool copy = false) => Moved(null, device, copy);
        public Tensor to(DeviceType deviceType, int deviceIndex = -1, bool copy = false)
            => Moved(null, new Device(deviceType, deviceIndex), copy);
        public Tensor to(ScalarType type, Device device, bool copy = false) => Moved(type, device, copy);
        public Tensor to(string device, bool copy = false) => Moved(null, new Device(device), copy);
        public Tensor to(Tensor other) => Moved(other.dtype, other.device, false);
        public Tensor to_type(ScalarType type, bool copy = false) => to(type, copy);
        public Tensor type(ScalarType dtype) => to(dtype);
        public Tensor type_as(Tensor tensor) => to(tensor.dtype);
        public Tensor cpu() => to(CPU);
        public Tensor cuda(Device? device = null) => to(device ?? CUDA);
        public Tensor @float() => to(float32);
        public Tensor @double() => to(float64);
        public Tensor @int() => to(int32);
        public Tensor @long() => to(int64);
        public Tensor @byte() => to(uint8);
        public Tensor @bool() => to(ScalarType.Bool);
        public Tensor clone() => Operator.One("clone", this);
        public Tensor contiguous() => Operator.One("contiguous", this);
        public Tensor alias() => Operator.One("alias", this);

        /// <summary>A handle of its own even where nothing changes and the memory is shared, as in TorchSharp.</summary>
        Tensor Moved(ScalarType? type, Device? device, bool copy) =>
            Operator.One("to.dtype_layout", this, type ?? dtype, Argument.None, device ?? this.device, Argument.None, false, copy);
    }
}
