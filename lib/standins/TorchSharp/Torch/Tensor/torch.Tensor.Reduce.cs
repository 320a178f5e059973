using TorchSharp.PInvoke;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor sum(ScalarType? type = null) => Operator.One("sum", this, type);
        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) => sum([dim], keepdim, type);
        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null)
            => Operator.One("sum.dim_IntList", this, dim, keepdim, type);
        public Tensor mean() => Operator.One("mean", this);
        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null)
            => Operator.One("mean.dim", this, dimensions, keepdim, type);
        public Tensor std(bool unbiased = true) => Operator.One("std", this, unbiased);
        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false)
            => Operator.One("std.dim", this, dimensions, unbiased, keepdim);
        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false)
            => Operator.One("var.dim", this, dimensions, unbiased, keepdim);
        public Tensor norm(float p = 2) => Operator.One("norm.Scalar", this, p);
        public Tensor cumsum(long dim, ScalarType? type = null) => Operator.One("cumsum", this, dim, type);
        public Tensor count_nonzero() => Operator.One("count_nonzero", this);
        public Tensor bincount(Tensor? weights, long minlength = 0) => Operator.One("bincount", this, weights, minlength);

        public Tensor max() => Operator.One("max", this);
        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) => Operator.Two("max.dim", this, dim, keepdim);
        public Tensor min() => Operator.One("min", this);
        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) => Operator.Two("min.dim", this, dim, keepdim);
        public Tensor amax(params long[] dims) => Operator.One("amax", this, dims);
        public Tensor amin(params long[] dims) => Operator.One("amin", this, dims);
        public Tensor argmax() => Operator.One("argmax", this);
        public Tensor argmax(long dim, bool keepdim = false) => Operator.One("argmax", this, dim, keepdim);
        public Tensor argmin() => Operator.One("argmin", this);
        public Tensor argmin(long dim, bool keepdim = false) => Operator.One("argmin", this, dim, keepdim);
        public (Tensor values, Tensor indexes) topk(int k, int dim = -1, bool largest = true, bool sorted = true)
            => Operator.Two("topk", this, k, dim, largest, sorted);
        public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false)
            => Operator.Two("sort.stable", this, stable, dim, descending);
        public Tensor argsort(long dim = -1, bool descending = false) => Operator.One("argsort", this, dim, descending);

        public Tensor eq(Tensor target) => Operator.One("eq.Tensor", this, target);
        public Tensor eq(Scalar target) => Operator.One("eq.Scalar", this, target);
        public Tensor ne(Tensor target) => Operator.One("ne.Tensor", this, target);
        public Tensor ne(Scalar target) => Operator.One("ne.Scalar", this, target);
        public Tensor gt(Tensor target) => Operator.One("gt.Tensor", this, target);
        public Tensor gt(Scalar target) => Operator.One("gt.Scalar", this, target);
        public Tensor lt(Tensor target) => Operator.One("lt.Tensor", this, target);
        public Tensor lt(Scalar target) => Operator.One("lt.Scalar", this, target);
        public Tensor ge(Tensor target) => Operator.One("ge.Tensor", this, target);
        public Tensor ge(Scalar target) => Operator.One("ge.Scalar", this, target);
        public Tensor le(Tensor target) => Operator.One("le.Tensor", this, target);
        public Tensor le(Scalar target) => Operator.One("le.Scalar", this, target);
        public Tensor isnan() => Operator.One("isnan", this);
        public Tensor isfinite() => Operator.One("isfinite", this);
        public Tensor logical_and(Tensor other) => Operator.One("logical_and", this, other);
        public Tensor logical_not() => Operator.One("logical_not", this);
        public Tensor all() => Operator.One("all", this);
        public Tensor any() => Operator.One("any", this);

        public bool allclose(Tensor target, double rtol = 1e-05, double atol = 1e-08, bool equal_nan = false)
            => Operator.Value("allclose", this, target, rtol, atol, equal_nan).Bits != 0;
    }
}
