using TorchSharp.PInvoke;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor to(ScalarType type, bool copy = false) => Moved(type, null, copy);
        public Tensor to(Device device, bool copy = false) => Moved(null, device, copy);
        public Tensor to(ScalarType type, Device device, bool copy = false) => Moved(type, device, copy);
        public Tensor cpu() => to(CPU);
        public Tensor clone() => Operator.One("clone", this);
        public Tensor contiguous() => Operator.One("contiguous", this);
        public Tensor alias() => Operator.One("alias", this);

        /// <summary>A handle of its own even where nothing changes and the memory is shared, as in TorchSharp.</summary>
        Tensor Moved(ScalarType? type, Device? device, bool copy) =>
            Operator.One("to.dtype_layout", this, type ?? dtype, Argument.None, device ?? this.device, Argument.None, false, copy);
    }
}
