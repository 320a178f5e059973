using TorchSharp;
using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>
/// Layers that each add maps to those before them. Every layer's maps are joined to the whole once, so that autograd keeps one tensor a
/// layer, and the new maps alone are not kept.
/// </summary>
sealed class DenseBlock : nn.Module<Tensor, Tensor>
{
    readonly DenseLayer[] layers;

    public DenseBlock(int inputs, int count, int growth) : base(nameof(DenseBlock))
    {
        layers = [.. Enumerable.Range(0, count).Select(i => new DenseLayer(inputs + i * growth, growth))];
        for (var i = 0; i < count; i++) register_module($"denselayer{i + 1}", layers[i]);
    }

    /// <summary>N,inputs,H,W to N,inputs + layers · growth,H,W; what is new stands last.</summary>
    public override Tensor forward(Tensor input) =>
        layers.Skip(1).Aggregate(Extend(layers[0], input), (maps, layer) => maps.Then(known => Extend(layer, known)));

    static Tensor Extend(DenseLayer layer, Tensor maps)
    {
        using var grown = layer.call(maps);
        return cat([maps, grown], 1);
    }
}
