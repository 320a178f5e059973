namespace Derma.Training.Tests;

public class RateSchedulesTests
{
    [Fact]
    public void A_constant_rate_stays() => Assert.Equal(0.1, RateSchedule.Constant.At(0.1, 99, 100));

    [Fact]
    public void One_cycle_rises_to_its_peak_at_30_percent_and_ends_near_nothing()
    {
        double[] rates = [.. Enumerable.Range(0, 10).Select(step => RateSchedule.OneCycle.At(1, step, 10))];
        Assert.Equal([0.04, 0.52, 1.0], rates[..3].Select(r => Math.Round(r, 12)));
        Assert.Equal(4e-6, rates[9], 12);
        Assert.Equal(rates[2..].OrderDescending(), rates[2..]);
    }

    [Fact]
    public void A_training_of_one_step_has_a_rate() => Assert.InRange(RateSchedule.OneCycle.At(1, 0, 1), 0, 1);

    /// <summary>The rates that PyTorch 1.13's ReduceLROnPlateau printed for the same losses and options.</summary>
    [Fact]
    public void Rates_fall_where_PyTorch_s_fall()
    {
        double[] losses = [1.0, 0.9, 0.895, 0.893, 0.892, 0.8, 0.81, 0.82, 0.83, 0.84, 0.85, 0.86, 0.87, 0.88, 0.7, 0.71, 0.72, 0.73, 0.74];
        double[] expected =
        [
            0.1, 0.1, 0.1, 0.1, 0.01, 0.01, 0.01, 0.01, 0.001, 0.001, 0.001, 0.001, 0.0005, 0.0005, 0.0005, 0.0005, 0.0005, 0.0005, 0.0005,
        ];
        var options = new PlateauOptions { Patience = 2, Threshold = 0.01, Cooldown = 1, MinRate = 0.0005 };
        var state = new PlateauState(0.1);
        foreach (var (loss, rate) in losses.Zip(expected))
        {
            state = state.After(loss, options);
            Assert.Equal(rate, state.Rate, 1e-12);
        }
    }

    [Fact]
    public void A_loss_that_is_no_number_counts_as_no_fall()
    {
        var options = new PlateauOptions { Patience = 0 };
        Assert.Equal(0.01, new PlateauState(0.1).After(1, options).After(double.NaN, options).Rate, 1e-12);
    }

    [Fact]
    public void Early_stopping_waits_for_its_patience_and_asks_for_more_than_its_delta()
    {
        var options = new EarlyStopping { Patience = 2, MinDelta = 0.1 };
        var stops = new List<bool>();
        var state = new StoppingState();
        foreach (var loss in new[] { 1.0, 0.95, 0.85, 0.8, 0.9 }) stops.Add((state = state.After(loss, options)).Stops(options));
        Assert.Equal([false, false, false, false, true], stops);
    }

    /// <summary>The factors of PyTorch 1.13's LinearLR(start_factor=0.1, total_iters=4).</summary>
    [Fact]
    public void A_warm_up_rises_as_PyTorch_s_LinearLR()
    {
        var factors = Enumerable.Range(0, 6).Select(step => new WarmUp { Steps = 4 }.FactorAt(step, 100));
        Assert.All(factors.Zip([0.1, 0.325, 0.55, 0.775, 1, 1]), pair => Assert.Equal(pair.Second, pair.First, 1e-12));
    }

    [Fact]
    public void Epochs_and_steps_of_a_warm_up_add_up()
    {
        var warmUp = new WarmUp { Epochs = 1.5, Steps = 3, StartFactor = 0.5 };
        Assert.Equal(0.75, warmUp.FactorAt(9, stepsPerEpoch: 10), 1e-12);
        Assert.Equal(1, warmUp.FactorAt(18, stepsPerEpoch: 10));
        Assert.Equal(1, new WarmUp().FactorAt(0, 10));
    }
}
