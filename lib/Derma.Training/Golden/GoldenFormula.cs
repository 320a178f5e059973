using TorchSharp;
using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>
/// Weights and inputs that anybody can make without a file: a hash of tensor number and element number (the golden file's formula).
/// </summary>
public static class GoldenFormula
{
    const uint InputTensor = 9999;

    /// <summary>A number in [-0.5, 0.5).</summary>
    /// <param name="tensor">Place of the tensor in state_dict order.</param>
    /// <param name="index">Place of the element, row-major.</param>
    public static double Uniform(uint tensor, uint index)
    {
        var x = unchecked(index + tensor * 0x9E3779B9u);
        x ^= x >> 16;
        x = unchecked(x * 0x85EBCA6Bu);
        x ^= x >> 13;
        x = unchecked(x * 0xC2B2AE35u);
        x ^= x >> 16;
        return x / 4294967296.0 - 0.5;
    }

    /// <summary>Overwrites every parameter and buffer.</summary>
    /// <param name="module">The network, on any device.</param>
    public static void Fill(nn.Module module)
    {
        using var frozen = no_grad();
        foreach (var ((name, target), t) in StateDict.Of(module).Select((entry, t) => (entry, t)))
        {
            using var values = tensor(Values((uint)t, target.numel(), Element(name, target.shape)));
            // Held by a name: a tensor that nothing holds may be freed while the native call still reads it.
            using var shaped = values.reshape(target.shape);
            target.copy_(shaped);
        }
    }

    /// <summary>An input in [-1, 1).</summary>
    /// <param name="shape">N, 3, H, W.</param>
    public static Tensor Input(long[] shape)
    {
        using var values = tensor(Values(InputTensor, shape.Aggregate(1L, (a, b) => a * b), u => 2 * u));
        return values.reshape(shape);
    }

    static float[] Values(uint tensor, long count, Func<double, double> element) =>
        [.. Enumerable.Range(0, (int)count).Select(i => (float)element(Uniform(tensor, (uint)i)))];

    static Func<double, double> Element(string name, long[] shape)
    {
        if (name.EndsWith("num_batches_tracked", StringComparison.Ordinal)) return _ => 0;
        if (name.EndsWith("running_var", StringComparison.Ordinal)) return u => 1 + 0.5 * u;
        if (name.EndsWith("running_mean", StringComparison.Ordinal) || name.EndsWith("bias", StringComparison.Ordinal)) return u => 0.2 * u;
        if (shape.Length == 1) return u => 1 + 0.2 * u;
        var scale = Math.Sqrt(3.0 / shape.Skip(1).Aggregate(1L, (a, b) => a * b));
        return u => 2 * u * scale;
    }
}
