using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Derma.Training;

/// <summary>One layer of a dense block: batch norm, ReLU, 1x1 convolution, batch norm, ReLU, 3x3 convolution.</summary>
sealed class DenseLayer : nn.Module<Tensor, Tensor>
{
    const int BottleneckFactor = 4;

    readonly BatchNorm2d norm1;
    readonly Conv2d conv1;
    readonly BatchNorm2d norm2;
    readonly Conv2d conv2;

    public DenseLayer(int inputs, int growth) : base(nameof(DenseLayer))
    {
        var bottleneck = BottleneckFactor * growth;
        norm1 = nn.BatchNorm2d(inputs);
        conv1 = nn.Conv2d(inputs, bottleneck, kernel_size: 1, bias: false);
        norm2 = nn.BatchNorm2d(bottleneck);
        conv2 = nn.Conv2d(bottleneck, growth, kernel_size: 3, padding: 1, bias: false);
        RegisterComponents();
    }

    /// <summary>N,inputs,H,W to the new maps alone, N,growth,H,W.</summary>
    public override Tensor forward(Tensor input) =>
        norm1.call(input).Then(Relu).Then(conv1.call).Then(norm2.call).Then(Relu).Then(conv2.call);

    internal static Tensor Relu(Tensor map) => F.relu(map, inplace: true);
}
