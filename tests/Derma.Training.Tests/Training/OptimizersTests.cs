using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Derma.Training.Tests;

public class OptimizersTests
{
    /// <summary>The weights that PyTorch 1.13's Adam(lr=0.1, weight_decay=0.01) printed after the same two gradients.</summary>
    [Fact]
    public void Decay_joins_the_gradient_as_in_PyTorch_s_Adam()
    {
        using var scope = NewDisposeScope();
        var weight = new Parameter(tensor(new float[] { 1, -2 }));
        using var optimizer = Optimizers.Create(new TrainingOptions { LearningRate = 0.1, WeightDecay = 0.01, AdamEpsilon = 1e-8 }, [weight]);
        foreach (var (gradient, expected) in new (float[], float[])[] { ([0.5f, 0.25f], [0.9f, -2.1f]), ([-0.1f, 0.3f], [0.84711468f, -2.20003939f]) })
        {
            weight.grad = tensor(gradient);
            optimizer.step();
            Assert.All(weight.data<float>().ToArray().Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-6f));
        }
    }
}
