using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Derma.Training.Tests;

public class OptimizersTests
{
    static readonly double[] start = [1, -2], target = [0.5, 3];

    /// <summary>Adam's formula (Kingma and Ba 2015), with the decay in the gradient, in double precision.</summary>
    [Fact]
    public void Three_steps_of_Adam_follow_its_formula()
    {
        var (w, m, v) = (start.ToArray(), new double[2], new double[2]);
        for (var t = 1; t <= 3; t++)
            for (var i = 0; i < 2; i++)
            {
                var gradient = w[i] - target[i] + 0.01 * w[i];
                (m[i], v[i]) = (0.9 * m[i] + 0.1 * gradient, 0.999 * v[i] + 0.001 * gradient * gradient);
                w[i] -= 0.1 * (m[i] / (1 - Math.Pow(0.9, t))) / (Math.Sqrt(v[i] / (1 - Math.Pow(0.999, t))) + 1e-4);
            }
        AssertDescends(w, OptimizerKind.Adam, decay: 0.01, steps: 3, 1e-12);
    }

    /// <summary>The first step of Adam is the rate against the gradient's sign; AdamW shrinks the weights by rate times decay before it.</summary>
    [Fact]
    public void AdamW_shrinks_the_weights_before_a_step_of_Adam() =>
        AssertDescends([1 * 0.98 - 0.1, -2 * 0.98 + 0.1], OptimizerKind.AdamW, decay: 0.2, steps: 1, 1e-4);

    /// <summary>The gradient of half the squared distance to the target is the distance.</summary>
    static void AssertDescends(double[] expected, OptimizerKind kind, double decay, int steps, double tolerance)
    {
        using var scope = NewDisposeScope();
        var weights = new Parameter(from_array(start.ToArray()));
        using var optimizer = Learner.OptimizerFor(new TrainingOptions { Optimizer = kind, LearningRate = 0.1, WeightDecay = decay, AdamEpsilon = 1e-4 }, [weights]);
        for (var i = 0; i < steps; i++)
        {
            optimizer.zero_grad();
            (weights.sub(from_array(target.ToArray())).square().sum() * 0.5).backward();
            optimizer.step();
        }
        Assert.All(weights.data<double>().ToArray().Zip(expected), pair => Assert.Equal(pair.Second, pair.First, tolerance));
    }

    [Theory]
    [InlineData(1.0, 0.2)]
    [InlineData(10.0, 1.0)]
    public void Gradients_longer_than_the_limit_are_scaled_together(double limit, double factor)
    {
        using var scope = NewDisposeScope();
        Parameter first = new(tensor(new float[] { 1, 1 })), second = new(tensor(new float[] { 1 })), without = new(tensor(new float[] { 1 }));
        // The gradient is (3, 0, 4), of length 5.
        (first * tensor(new float[] { 3, 0 })).sum().backward();
        (second * 4).sum().backward();
        nn.utils.clip_grad_norm_([first, second, without], limit);
        Assert.Equal([Math.Round(3 * factor, 5), 0], first.grad!.data<float>().ToArray().Select(gradient => Math.Round(gradient, 5)));
        Assert.Equal([Math.Round(4 * factor, 5)], second.grad!.data<float>().ToArray().Select(gradient => Math.Round(gradient, 5)));
    }

    /// <summary>The weights that PyTorch 1.13's Adam(lr=0.1, weight_decay=0.01) printed after the same two gradients.</summary>
    [Fact]
    public void Decay_joins_the_gradient_as_in_PyTorch_s_Adam()
    {
        using var scope = NewDisposeScope();
        var weight = new Parameter(tensor(new float[] { 1, -2 }));
        using var optimizer = Learner.OptimizerFor(new TrainingOptions { LearningRate = 0.1, WeightDecay = 0.01, AdamEpsilon = 1e-8 }, [weight]);
        foreach (var (gradient, expected) in new (float[], float[])[] { ([0.5f, 0.25f], [0.9f, -2.1f]), ([-0.1f, 0.3f], [0.84711468f, -2.20003939f]) })
        {
            weight.grad = tensor(gradient);
            optimizer.step();
            Assert.All(weight.data<float>().ToArray().Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 1e-6f));
        }
    }
}
