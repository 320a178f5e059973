using static TorchSharp.torch;

namespace TorchSharp;

public abstract class WeightedLoss<T1, T2, TResult> : Loss<T1, T2, TResult>
{
    protected WeightedLoss(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean) : base(reduction)
    {
        if (weight is not null) register_buffer(nameof(weight), weight);
    }

    public Tensor? weight => _internal_buffers.TryGetValue(nameof(weight), out var found) ? found.Item1 : null;
}
