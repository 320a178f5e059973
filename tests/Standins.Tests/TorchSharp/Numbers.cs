using static TorchSharp.torch;

namespace Standins.Tests.TorchSharp;

/// <summary>Comparisons of tensors with numbers written in a test.</summary>
internal static class Numbers
{
    internal static void Equal(Tensor expected, Tensor actual, double tolerance, string name = "")
        => Equal(expected.to(float64).data<double>().ToArray(), actual, tolerance, name);

    internal static void Equal(double[] expected, Tensor actual, double tolerance = 1e-6, string name = "")
    {
        var values = actual.to(float64).data<double>().ToArray();
        Assert.Equal(expected.Length, values.Length);
        for (var i = 0; i < values.Length; i++)
            Assert.True(Math.Abs(expected[i] - values[i]) <= tolerance, $"{name} element {i}: expected {expected[i]}, found {values[i]}");
    }
}
