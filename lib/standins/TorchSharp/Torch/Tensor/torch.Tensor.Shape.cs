using TorchSharp.PInvoke;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor t() => Operator.One("t", this);
        public Tensor view(params long[] shape) => Operator.One("view", this, shape);
        public Tensor reshape(params long[] shape) => Operator.One("reshape", this, shape);
        public Tensor permute(params long[] permutation) => Operator.One("permute", this, permutation);
        public Tensor flatten(long start_dim = 0, long end_dim = -1) => Operator.One("flatten.using_ints", this, start_dim, end_dim);
        public Tensor unsqueeze(long dim) => Operator.One("unsqueeze", this, dim);
        public Tensor as_strided(long[] size, long[] strides, long storageOffset = 0)
            => Operator.One("as_strided", this, size, strides, storageOffset);

        public Tensor select(long dim, long index) => Operator.One("select.int", this, dim, index);
        public Tensor index_select(long dim, Tensor index) => Operator.One("index_select", this, dim, index);
    }
}
