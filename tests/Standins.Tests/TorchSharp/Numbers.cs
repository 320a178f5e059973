using static TorchSharp.torch;

namespace Standins.Tests.TorchSharp;

/// <summary>Comparisons of tensors with numbers written in a test.</summary>
internal static class Numbers
{
    internal static void Equal(double[] expected, Tensor actual, double tolerance = 1e-6)
    {
        var values = actual.to(float64).data<double>().ToArray();
        Assert.Equal(expected.Length, values.Length);
        for (var i = 0; i < values.Length; i++)
            Assert.True(Math.Abs(expected[i] - values[i]) <= tolerance, $"element {i}: expected {expected[i]}, found {values[i]}");
    }
}
