using static TorchSharp.torch;

namespace TorchSharp.Modules;

public abstract class NormBase : nn.Module<Tensor, Tensor>
{
    private protected NormBase(
        string name, long num_features, double eps, double? momentum, bool affine, bool track_running_stats, Device? device,
        ScalarType? dtype) : base(name)
    {
        (this.eps, this.momentum) = (eps, momentum);
        if (affine)
        {
            _internal_params.Add(nameof(weight), Initial.Kept(ones([num_features], dtype, device)));
            _internal_params.Add(nameof(bias), Initial.Kept(zeros([num_features], dtype, device)));
        }
        if (!track_running_stats) return;
        register_buffer(nameof(running_mean), zeros([num_features], dtype, device));
        register_buffer(nameof(running_var), ones([num_features], dtype, device));
        register_buffer(nameof(num_batches_tracked), zeros([], int64, device));
    }

    public double eps { get; set; }

    public double? momentum { get; set; }

    public Parameter? weight
    {
        get => _internal_params.TryGetValue(nameof(weight), out var found) ? found : null;
        set => Initial.Set(_internal_params, nameof(weight), value);
    }

    public Parameter? bias
    {
        get => _internal_params.TryGetValue(nameof(bias), out var found) ? found : null;
        set => Initial.Set(_internal_params, nameof(bias), value);
    }

    public Tensor? running_mean => Buffer(nameof(running_mean));

    public Tensor? running_var => Buffer(nameof(running_var));

    public Tensor? num_batches_tracked => Buffer(nameof(num_batches_tracked));

    protected abstract void ValidateInputDimensions(Tensor input);

    Tensor? Buffer(string name) => _internal_buffers.TryGetValue(name, out var found) ? found.Item1 : null;
}
