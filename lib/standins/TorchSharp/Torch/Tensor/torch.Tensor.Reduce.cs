using TorchSharp.PInvoke;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor sum(ScalarType? type = null) => Operator.One("sum", this, type);
        public Tensor mean() => Operator.One("mean", this);
        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null)
            => Operator.One("mean.dim", this, dimensions, keepdim, type);
        public Tensor std(bool unbiased = true) => Operator.One("std", this, unbiased);
        public Tensor norm(float p = 2) => Operator.One("norm.Scalar", this, p);

        public Tensor max() => Operator.One("max", this);
        public Tensor argmax(long dim, bool keepdim = false) => Operator.One("argmax", this, dim, keepdim);

        public Tensor eq(Tensor target) => Operator.One("eq.Tensor", this, target);
        public Tensor eq(Scalar target) => Operator.One("eq.Scalar", this, target);
        public Tensor all() => Operator.One("all", this);
    }
}
