using TorchSharp.PInvoke;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor add(Tensor target) => Operator.One("add.Tensor", this, target);
        public Tensor add_(Tensor target) => Operator.InPlace("add_.Tensor", this, target);
        public Tensor add_(Scalar scalar) => Operator.InPlace("add_.Scalar", this, scalar);
        public Tensor sub(Tensor target) => Operator.One("sub.Tensor", this, target);
        public Tensor mul(Tensor target) => Operator.One("mul.Tensor", this, target);
        public Tensor mul(Scalar target) => Operator.One("mul.Scalar", this, target);
        public Tensor mul_(Scalar target) => Operator.InPlace("mul_.Scalar", this, target);
        public Tensor div_(Tensor target) => Operator.InPlace("div_.Tensor", this, target);
        public Tensor div_(Scalar target) => Operator.InPlace("div_.Scalar", this, target);

        public Tensor abs() => Operator.One("abs", this);
        public Tensor log() => Operator.One("log", this);
        public Tensor square() => Operator.One("square", this);
        public Tensor clamp(Scalar? min = null, Scalar? max = null) => Operator.One("clamp", this, min, max);

        public Tensor zero_() => Operator.InPlace("zero_", this);
        public Tensor normal_(double mean = 0.0, double std = 1.0, Generator? generator = null)
            => Operator.InPlace("normal_", this, mean, std, generator);
        public Tensor uniform_(double from, double to, Generator? generator = null)
            => Operator.InPlace("uniform_", this, from, to, generator);
        public Tensor bernoulli_(double p = 0.5, Generator? generator = null) => Operator.InPlace("bernoulli_.float", this, p, generator);

        public Tensor sigmoid() => Operator.One("sigmoid", this);
        public Tensor softmax(long dim, ScalarType? dtype = null) => Operator.One("softmax.int", this, dim, dtype);
    }
}
