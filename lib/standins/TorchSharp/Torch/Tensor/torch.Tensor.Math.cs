using TorchSharp.PInvoke;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor add(Tensor target) => Operator.One("add.Tensor", this, target);
        public Tensor add(Tensor target, Scalar alpha) => Operator.One("add.Tensor", this, target, alpha);
        public Tensor add(Scalar scalar) => Operator.One("add.Scalar", this, scalar);
        public Tensor add_(Tensor target) => Operator.InPlace("add_.Tensor", this, target);
        public Tensor add_(Tensor target, Scalar alpha) => Operator.InPlace("add_.Tensor", this, target, alpha);
        public Tensor add_(Scalar scalar) => Operator.InPlace("add_.Scalar", this, scalar);
        public Tensor sub(Tensor target) => Operator.One("sub.Tensor", this, target);
        public Tensor sub(Scalar target) => Operator.One("sub.Scalar", this, target);
        public Tensor sub_(Tensor target) => Operator.InPlace("sub_.Tensor", this, target);
        public Tensor sub_(Scalar target) => Operator.InPlace("sub_.Scalar", this, target);
        public Tensor mul(Tensor target) => Operator.One("mul.Tensor", this, target);
        public Tensor mul(Scalar target) => Operator.One("mul.Scalar", this, target);
        public Tensor mul_(Tensor target) => Operator.InPlace("mul_.Tensor", this, target);
        public Tensor mul_(Scalar target) => Operator.InPlace("mul_.Scalar", this, target);
        public Tensor div(Tensor target) => Operator.One("div.Tensor", this, target);
        public Tensor div(Scalar target) => Operator.One("div.Scalar", this, target);
        public Tensor div_(Tensor target) => Operator.InPlace("div_.Tensor", this, target);
        public Tensor div_(Scalar target) => Operator.InPlace("div_.Scalar", this, target);
        public Tensor remainder(Scalar scalar) => Operator.One("remainder.Scalar", this, scalar);
        public Tensor pow(Tensor exponent) => Operator.One("pow.Tensor_Tensor", this, exponent);
        public Tensor pow(Scalar exponent) => Operator.One("pow.Tensor_Scalar", this, exponent);
        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value) => Operator.InPlace("addcmul_", this, tensor1, tensor2, value);
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value) => Operator.InPlace("addcdiv_", this, tensor1, tensor2, value);
        public Tensor lerp(Tensor end, Tensor weight) => Operator.One("lerp.Tensor", this, end, weight);
        public Tensor matmul(Tensor target) => Operator.One("matmul", this, target);
        public Tensor mm(Tensor target) => Operator.One("mm", this, target);
        public Tensor bmm(Tensor batch2) => Operator.One("bmm", this, batch2);
        public Tensor dot(Tensor target) => Operator.One("dot", this, target);

        public Tensor neg() => Operator.One("neg", this);
        public Tensor abs() => Operator.One("abs", this);
        public Tensor exp() => Operator.One("exp", this);
        public Tensor log() => Operator.One("log", this);
        public Tensor sqrt() => Operator.One("sqrt", this);
        public Tensor rsqrt() => Operator.One("rsqrt", this);
        public Tensor square() => Operator.One("square", this);
        public Tensor reciprocal() => Operator.One("reciprocal", this);
        public Tensor sin() => Operator.One("sin", this);
        public Tensor cos() => Operator.One("cos", this);
        public Tensor tanh() => Operator.One("tanh", this);
        public Tensor floor() => Operator.One("floor", this);
        public Tensor ceil() => Operator.One("ceil", this);
        public Tensor round(long decimals = 0) => Operator.One("round.decimals", this, decimals);
        public Tensor sign() => Operator.One("sign", this);
        public Tensor clamp(Scalar? min = null, Scalar? max = null) => Operator.One("clamp", this, min, max);
        public Tensor clamp_(Scalar? min = null, Scalar? max = null) => Operator.InPlace("clamp_", this, min, max);
        public Tensor clamp_min(Scalar min) => Operator.One("clamp_min", this, min);
        public Tensor clamp_max(Scalar max) => Operator.One("clamp_max", this, max);

        public Tensor fill_(Scalar value) => Operator.InPlace("fill_.Scalar", this, value);
        public Tensor zero_() => Operator.InPlace("zero_", this);
        public Tensor normal_(double mean = 0.0, double std = 1.0, Generator? generator = null)
            => Operator.InPlace("normal_", this, mean, std, generator);
        public Tensor uniform_(double from, double to, Generator? generator = null)
            => Operator.InPlace("uniform_", this, from, to, generator);
        public Tensor bernoulli_(double p = 0.5, Generator? generator = null) => Operator.InPlace("bernoulli_.float", this, p, generator);

        public Tensor relu() => Operator.One("relu", this);
        public Tensor relu_() => Operator.InPlace("relu_", this);
        public Tensor relu6() => Operator.One("relu6", this);
        public Tensor hardswish() => Operator.One("hardswish", this);
        public Tensor hardsigmoid() => Operator.One("hardsigmoid", this);
        public Tensor silu() => Operator.One("silu", this);
        public Tensor sigmoid() => Operator.One("sigmoid", this);
        public Tensor sigmoid_() => Operator.InPlace("sigmoid_", this);
        public Tensor softmax(long dim, ScalarType? dtype = null) => Operator.One("softmax.int", this, dim, dtype);
        public Tensor log_softmax(long dim, ScalarType? dtype = null) => Operator.One("log_softmax.int", this, dim, dtype);
        public Tensor logsumexp(long dim, bool keepdim = false) => Operator.One("logsumexp", this, new[] { dim }, keepdim);
    }
}
