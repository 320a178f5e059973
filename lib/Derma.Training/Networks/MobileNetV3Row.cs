namespace Derma.Training;

/// <summary>One row of the paper's tables 1 and 2 (Howard and others 2019).</summary>
/// <param name="Kernel">Width of the depthwise kernel.</param>
/// <param name="Expanded">Channels between.</param>
/// <param name="Outputs">Channels that go out.</param>
/// <param name="Squeezes">Whether the block has a squeeze-excitation.</param>
/// <param name="Hardswish">Hardswish or ReLU.</param>
/// <param name="Stride">Stride of the depthwise convolution.</param>
readonly record struct MobileNetV3Row(int Kernel, int Expanded, int Outputs, bool Squeezes, bool Hardswish, int Stride);
