using static TorchSharp.torch;

namespace TorchSharp.Modules;

public sealed class Linear : nn.Module<Tensor, Tensor>
{
    internal Linear(long inputs, long outputs, bool hasBias, Device? device, ScalarType? dtype) : base(nameof(Linear))
    {
        (in_features, out_features) = (inputs, outputs);
        (weight, bias) = Initial.WeightAndBias([outputs, inputs], hasBias, device, dtype);
    }

    public long in_features { get; set; }

    public long out_features { get; set; }

    public Parameter weight
    {
        get => _internal_params[nameof(weight)];
        set => _internal_params[nameof(weight)] = value;
    }

    public Parameter? bias
    {
        get => _internal_params.TryGetValue(nameof(bias), out var found) ? found : null;
        set => Initial.Set(_internal_params, nameof(bias), value);
    }

    public override Tensor forward(Tensor tensor) => nn.functional.linear(tensor, weight, bias);
}
