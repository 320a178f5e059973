namespace Derma.Papers.Tests;

public class GridTests
{
    [Fact]
    public void A_grid_has_every_combination_once()
    {
        var trials = Grid.Paper.Trials(seed: 7, threads: 2);
        Assert.Equal(3 * 4 * 3 * 3, trials.Count);
        Assert.Equal(trials.Count, trials.Distinct().Count());
        Assert.All(trials, trial => Assert.Equal((7, 2), (trial.Seed, trial.Threads)));
    }

    [Fact]
    public void The_grid_reaches_the_ends_of_the_printed_ranges()
    {
        Assert.Equal((0.3, 0.5), (Grid.Paper.Dropouts.Min(), Grid.Paper.Dropouts.Max()));
        Assert.Equal((1e-5, 1e-3), (Grid.Paper.WeightDecays.Min(), Grid.Paper.WeightDecays.Max()));
    }

    [Theory]
    [InlineData(16, 40)]
    [InlineData(32, 20)]
    [InlineData(48, 14)]
    public void Trials_of_any_batch_size_see_as_many_photos(int batchSize, int steps) =>
        Assert.Equal(steps, (Grid.Paper with { Photos = 640, BatchSizes = [batchSize] }).Trials(1, 1)[0].Steps);
}
