using TorchSharp.PInvoke;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor T => Operator.One("numpy_T", this);
        public Tensor t() => Operator.One("t", this);
        public Tensor view(params long[] shape) => Operator.One("view", this, shape);
        public Tensor view_as(Tensor other) => view(other.shape);
        public Tensor reshape(params long[] shape) => Operator.One("reshape", this, shape);
        public Tensor permute(params long[] permutation) => Operator.One("permute", this, permutation);
        public Tensor transpose(long dim0, long dim1) => Operator.One("transpose.int", this, dim0, dim1);
        public Tensor flatten(long start_dim = 0, long end_dim = -1) => Operator.One("flatten.using_ints", this, start_dim, end_dim);
        public Tensor squeeze(long? dim = null) => dim is { } d ? Operator.One("squeeze.dim", this, d) : Operator.One("squeeze", this);
        public Tensor unsqueeze(long dim) => Operator.One("unsqueeze", this, dim);
        public Tensor expand(params long[] sizes) => Operator.One("expand", this, sizes);
        public Tensor expand_as(Tensor other) => Operator.One("expand_as", this, other);
        public Tensor broadcast_to(params long[] shape) => Operator.One("broadcast_to", this, shape);
        public Tensor repeat(params long[] sizes) => Operator.One("repeat", this, sizes);
        public Tensor repeat_interleave(long repeats, long? dim = null) => Operator.One("repeat_interleave.self_int", this, repeats, dim);
        public Tensor flip(params long[] dims) => Operator.One("flip", this, dims);
        public Tensor roll(long shifts, long? dims = null) => Operator.One("roll", this, shifts, dims is { } d ? new[] { d } : []);
        public Tensor as_strided(long[] size, long[] strides, long storageOffset = 0)
            => Operator.One("as_strided", this, size, strides, storageOffset);
        public Tensor movedim(long[] source, long[] destination) => Operator.One("movedim.intlist", this, source, destination);
        public Tensor[] unbind(long dimension = 0) => Operator.Many("unbind.int", this, dimension);
        public Tensor[] split(long size, int dim = 0) => Operator.Many("split.Tensor", this, size, dim);
        public Tensor[] split(long[] sizes, long dim = 0) => Operator.Many("split.sizes", this, sizes, dim);
        public Tensor[] chunk(long chunks, long dim = 0) => Operator.Many("chunk", this, chunks, dim);

        public Tensor narrow(long dim, long start, long length) => Operator.One("narrow", this, dim, start, length);
        public Tensor select(long dim, long index) => Operator.One("select.int", this, dim, index);
        public Tensor slice(long dim, long start, long finish, long step) => Operator.One("slice.Tensor", this, dim, start, finish, step);
        public Tensor index_select(long dim, Tensor index) => Operator.One("index_select", this, dim, index);
        public Tensor gather(long dim, Tensor index) => Operator.One("gather", this, dim, index);
        public Tensor scatter_(long dim, Tensor index, Tensor src) => Operator.InPlace("scatter_.src", this, dim, index, src);
        public Tensor scatter_add_(long dim, Tensor index, Tensor src) => Operator.InPlace("scatter_add_", this, dim, index, src);
        public Tensor index_add_(long dim, Tensor index, Tensor source, Scalar alpha)
            => Operator.InPlace("index_add_", this, dim, index, source, alpha);
        public Tensor masked_fill(Tensor mask, Scalar value) => Operator.One("masked_fill.Scalar", this, mask, value);
        public Tensor masked_fill_(Tensor mask, Scalar value) => Operator.InPlace("masked_fill_.Scalar", this, mask, value);
        public Tensor masked_select(Tensor mask) => Operator.One("masked_select", this, mask);
        public Tensor where(Tensor condition, Tensor y) => torch.where(condition, this, y);
        public Tensor nonzero() => Operator.One("nonzero", this);
    }
}
