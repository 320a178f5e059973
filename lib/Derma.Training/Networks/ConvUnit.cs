using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>torchvision's Conv2dNormActivation: child 0 is a convolution without bias, 1 a batch norm, 2 the activation.</summary>
static class ConvUnit
{
    /// <summary>A unit that keeps the size of the maps, divided by the stride.</summary>
    public static Sequential Create(UnitStyle style, int inputs, int outputs, int kernel = 1, int stride = 1, int groups = 1) =>
        nn.Sequential(Convolution(inputs, outputs, kernel, stride, groups), Norm(style, outputs), style.Activation());

    /// <summary>A 1x1 unit without activation.</summary>
    public static Sequential Projection(UnitStyle style, int inputs, int outputs) =>
        nn.Sequential(Convolution(inputs, outputs, kernel: 1, stride: 1, groups: 1), Norm(style, outputs));

    static Conv2d Convolution(int inputs, int outputs, int kernel, int stride, int groups) =>
        nn.Conv2d(inputs, outputs, kernel_size: kernel, stride: stride, padding: kernel / 2, groups: groups, bias: false);

    static BatchNorm2d Norm(UnitStyle style, int channels) => nn.BatchNorm2d(channels, eps: style.Epsilon, momentum: style.Momentum);
}
