using static TorchSharp.torch;

namespace TorchSharp.Modules;

public abstract class Convolution : nn.Module<Tensor, Tensor>
{
    private protected Convolution(string name, long[] shape, long groups, bool hasBias, Device? device, ScalarType? dtype) : base(name)
    {
        (out_channels, in_channels, this.groups, kernel_size) = (shape[0], shape[1] * groups, groups, shape[2..]);
        (weight, bias) = Initial.WeightAndBias(shape, hasBias, device, dtype);
    }

    public long in_channels { get; }

    public long out_channels { get; }

    public long groups { get; set; }

    public long[] kernel_size { get; set; }

    public required long[] stride { get; set; }

    public long[]? padding { get; internal init; }

    public required long[] dilation { get; set; }

    public PaddingModes padding_mode { get; set; }

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
}
