using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Standins.Tests.TorchSharp;

public class OptimizerTests
{
    static readonly double[] start = [1, -2], target = [0.5, 3];

    static Parameter Weights() => new(from_array(start.ToArray()));

    /// <summary>The gradient of half the squared distance to the target is the distance.</summary>
    static void Descend(optim.Optimizer optimizer, Parameter weights, int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            optimizer.zero_grad();
            (weights.sub(from_array(target)).square().sum() * 0.5).backward();
            optimizer.step();
        }
    }

    [Fact]
    public void Three_steps_of_adam_follow_its_formula()
    {
        var (w, m, v) = (start.ToArray(), new double[2], new double[2]);
        for (var t = 1; t <= 3; t++)
            for (var i = 0; i < 2; i++)
            {
                var g = w[i] - target[i] + 0.01 * w[i];
                (m[i], v[i]) = (0.8 * m[i] + 0.2 * g, 0.9 * v[i] + 0.1 * g * g);
                w[i] -= 0.1 * (m[i] / (1 - Math.Pow(0.8, t))) / (Math.Sqrt(v[i] / (1 - Math.Pow(0.9, t))) + 1e-4);
            }
        var weights = Weights();
        Descend(optim.Adam([weights], lr: 0.1, beta1: 0.8, beta2: 0.9, eps: 1e-4, weight_decay: 0.01), weights, 3);
        Numbers.Equal(w, weights, 1e-12);
    }

    [Fact]
    public void Adam_w_shrinks_the_weights_before_a_step_of_adam()
    {
        var weights = Weights();
        Descend(optim.AdamW([weights], lr: 0.1, weight_decay: 0.2), weights, 1);
        // The first step of Adam is the learning rate against the gradient's sign.
        Numbers.Equal([1 * 0.98 - 0.1, -2 * 0.98 + 0.1], weights, 1e-7);
    }

    [Fact]
    public void Groups_have_their_own_learning_rates()
    {
        var (slow, fast) = (Weights(), Weights());
        using var adam = new Adam([new Adam.ParamGroup([slow], lr: 0.001), new Adam.ParamGroup([fast], lr: 0.1)]);
        Assert.Equal([0.001, 0.1], adam.ParamGroups.Select(g => g.LearningRate));
        (slow.sum() + fast.sum()).backward();
        adam.step();
        Numbers.Equal([0.999, -2.001], slow, 1e-6);
        Numbers.Equal([0.9, -2.1], fast, 1e-6);
    }

    [Fact]
    public void Parameters_without_a_gradient_stay_as_they_are()
    {
        var (moved, left) = (Weights(), Weights());
        using var adam = optim.Adam([moved, left], lr: 0.5);
        moved.sum().backward();
        adam.step();
        Numbers.Equal(start, left);
    }

    [Fact]
    public void Clearing_fills_gradients_with_zeros_and_makes_none()
    {
        var (used, unused) = (Weights(), Weights());
        using var adam = optim.Adam([used, unused]);
        used.sum().backward();
        adam.zero_grad();
        Numbers.Equal([0, 0], used.grad!);
        Assert.Null(unused.grad);
    }

    [Fact]
    public void A_step_with_a_closure_returns_its_loss()
    {
        var weights = Weights();
        var loss = optim.Adam([weights], lr: 1).step(() =>
        {
            var loss = weights.sum();
            loss.backward();
            return loss;
        });
        Assert.Equal(-1, (double)loss!);
        Numbers.Equal([0, -3], weights, 1e-6);
    }
}
