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
        using var frozen = no_grad();
        var (fanIn, _) = nn.init.CalculateFanInAndFanOut(weight);
        // To the last bit what PyTorch's Kaiming start with a slope of the root of 5 comes to.
        var bound = Math.Sqrt(3.0) * (Math.Sqrt(2.0 / (1 + Math.Sqrt(5) * Math.Sqrt(5))) / Math.Sqrt(fanIn));
        weight.uniform_(-bound, bound);
        bias?.uniform_(-1 / Math.Sqrt(fanIn), 1 / Math.Sqrt(fanIn));
        return (weight, bias);
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
