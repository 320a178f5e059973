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
}
