using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Derma.Training;

/// <summary>Between two dense blocks: batch norm, ReLU, a 1x1 convolution that halves the channels, and a 2x2 mean.</summary>
sealed class DenseTransition : nn.Module<Tensor, Tensor>
{
    readonly BatchNorm2d norm;
    readonly Conv2d conv;

    public DenseTransition(int inputs) : base(nameof(DenseTransition))
    {
        norm = nn.BatchNorm2d(inputs);
        conv = nn.Conv2d(inputs, inputs / 2, kernel_size: 1, bias: false);
        RegisterComponents();
    }

    /// <summary>N,C,H,W to N,C/2,H/2,W/2.</summary>
    public override Tensor forward(Tensor input) =>
        norm.call(input).Then(DenseLayer.Relu).Then(conv.call).Then(map => F.avg_pool2d(map, 2));
}
