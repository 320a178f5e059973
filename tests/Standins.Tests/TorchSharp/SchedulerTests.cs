using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace Standins.Tests.TorchSharp;

public class SchedulerTests
{
    static Adam Optimizer() => Adam([new Parameter(zeros(1))], lr: 0.8);

    static double[] Rates(Optimizer optimizer, lr_scheduler.LRScheduler scheduler, int steps) =>
    [
        .. Enumerable.Range(0, steps).Select(_ =>
        {
            var rate = optimizer.ParamGroups.Single().LearningRate;
            scheduler.step();
            return rate;
        }),
    ];

    static void Equal(double[] expected, double[] actual) => Assert.Equal(expected, actual, (a, b) => Math.Abs(a - b) < 1e-12);

    [Fact]
    public void A_step_scheduler_shrinks_the_rate_every_few_epochs()
    {
        using var adam = Optimizer();
        Equal([0.8, 0.8, 0.4, 0.4, 0.2], Rates(adam, lr_scheduler.StepLR(adam, 2, 0.5), 5));
    }

    [Fact]
    public void A_lambda_scheduler_multiplies_the_first_rate()
    {
        using var adam = Optimizer();
        Equal([0.8, 0.4, 0.8 / 3], Rates(adam, lr_scheduler.LambdaLR(adam, epoch => 1.0 / (epoch + 1)), 3));
    }

    [Fact]
    public void A_one_cycle_rises_and_falls_by_cosines()
    {
        using var adam = Optimizer();
        var scheduler = lr_scheduler.OneCycleLR(adam, max_lr: 1, total_steps: 11, pct_start: 0.4);
        double Between(double from, double to, double share) => to + (from - to) / 2 * (1 + Math.Cos(Math.PI * share));
        // Up over steps 0 to 3.4, from 1/25, and down to 1/25/10,000 at the last step.
        Equal([.. Enumerable.Range(0, 11).Select(i => i <= 3.4 ? Between(0.04, 1, i / 3.4) : Between(1, 4e-6, (i - 3.4) / 6.6))], Rates(adam, scheduler, 11));
    }

    [Fact]
    public void A_plateau_shrinks_the_rate_when_patience_ends()
    {
        using var adam = Optimizer();
        var scheduler = lr_scheduler.ReduceLROnPlateau(adam, factor: 0.5, patience: 1);
        double[] losses = [3, 2, 2, 2, 1, 1, 1];
        double[] rates = [.. losses.Select(loss =>
        {
            scheduler.step(loss);
            return adam.ParamGroups.Single().LearningRate;
        })];
        Equal([0.8, 0.8, 0.8, 0.4, 0.4, 0.4, 0.2], rates);
        Assert.Throws<InvalidOperationException>(() => scheduler.step());
    }
}
