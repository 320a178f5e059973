using TorchSharp.Utils;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>How PyTorch starts convolutions and linear layers: everything uniform within 1 / sqrt(fan in).</summary>
internal static class Initial
{
    internal static (Parameter Weight, Parameter? Bias) WeightAndBias(long[] shape, bool hasBias, Device? device, ScalarType? dtype)
    {
        var weight = Kept(empty(shape, dtype, device));
        var bias = hasBias ? Kept(empty([shape[0]], dtype, device)) : null;
        Reset(weight, bias);
        return (weight, bias);
    }

    internal static void Reset(Parameter weight, Parameter? bias)
    {
        nn.init.kaiming_uniform_(weight, Math.Sqrt(5));
        var (fanIn, _) = nn.init.CalculateFanInAndFanOut(weight);
        if (bias is not null) nn.init.uniform_(bias, -1 / Math.Sqrt(fanIn), 1 / Math.Sqrt(fanIn));
    }

    internal static Parameter Kept(Tensor data)
    {
        data.DetachFromDisposeScope();
        return new Parameter(data);
    }

    internal static void Set(OrderedDict<string, Parameter> parameters, string name, Parameter? value)
    {
        if (value is null) parameters.Remove(name);
        else parameters[name] = value;
    }
}
