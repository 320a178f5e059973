using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>Fresh weights of torchvision's networks, drawn module by module from one generator.</summary>
static class InitialWeights
{
    /// <summary>
    /// Convolution kernels become N(0, 2 / fan), the fan being those of Kaiming's rule; biases 0. Batch norms keep weight 1 and bias 0.
    /// </summary>
    /// <param name="model">The network.</param>
    /// <param name="seed">Decides every number.</param>
    /// <param name="fan">Which fan of (in, out) counts. Groups count in neither, as in torchvision.</param>
    /// <param name="linear">Fills the weight of a dense layer.</param>
    public static void Draw(nn.Module model, long seed, Func<(long In, long Out), long> fan, Action<Tensor, Generator> linear)
    {
        using var generator = new Generator((ulong)seed);
        using var frozen = no_grad(); // the tensors' own methods: TorchSharp 0.107's nn.init ignores its generator
        foreach (var module in model.modules())
            switch (module)
            {
                case Conv2d convolution: Fill(convolution.weight, convolution.bias, w => Kaiming(w, fan, generator)); break;
                case Linear dense: Fill(dense.weight, dense.bias, w => linear(w, generator)); break;
            }
    }

    static void Kaiming(Tensor weight, Func<(long, long), long> fan, Generator generator) =>
        weight.normal_(0, Math.Sqrt(2.0 / fan(nn.init.CalculateFanInAndFanOut(weight))), generator);

    static void Fill(Tensor weight, Tensor? bias, Action<Tensor> draw)
    {
        draw(weight);
        if (bias is not null) nn.init.zeros_(bias);
    }
}
