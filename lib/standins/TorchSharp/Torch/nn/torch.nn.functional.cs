using TorchSharp.PInvoke;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor relu(Tensor x, bool inplace = false) => Applied("relu", x, inplace);
            public static Tensor hardswish(Tensor input, bool inplace = false) => Applied("hardswish", input, inplace);
            public static Tensor hardsigmoid(Tensor input, bool inplace = false) => Applied("hardsigmoid", input, inplace);
            public static Tensor silu(Tensor x, bool inplace = false) => Applied("silu", x, inplace);
            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => input.softmax(dim, dtype);

            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) => Operator.One("linear", input, weights, bias);

            public static Tensor conv2d(
                Tensor input, Tensor weight, Tensor? bias = null, long[]? strides = null, long[]? padding = null, long[]? dilation = null,
                long groups = 1)
                => Operator.One("conv2d", input, weight, bias, strides ?? [1, 1], padding ?? [0, 0], dilation ?? [1, 1], groups);

            public static Tensor batch_norm(
                Tensor input, Tensor? running_mean, Tensor? running_var, Tensor? weight = null, Tensor? bias = null, bool training = false,
                double momentum = 0.1, double eps = 1e-05)
                => Operator.One("batch_norm", input, weight, bias, running_mean, running_var, training, momentum, eps, true);

            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false)
                => inplace ? Operator.InPlace("dropout_", input, p, training).alias() : Operator.One("dropout", input, p, training);

            public static Tensor pad(Tensor input, long[] pad, PaddingModes mode = PaddingModes.Constant, double value = 0)
                => mode == PaddingModes.Constant
                    ? Operator.One("pad", input, pad, "constant", value)
                    : Operator.One("pad", input, pad, mode.ToString().ToLowerInvariant());

            /// <summary>The in-place form gives an alias: what Sequential disposes is never the tensor that goes on.</summary>
            static Tensor Applied(string name, Tensor input, bool inplace)
                => inplace ? Operator.InPlace(name + "_", input).alias() : Operator.One(name, input);
        }
    }
}
