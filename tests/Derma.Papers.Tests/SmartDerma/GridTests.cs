namespace Derma.Papers.Tests;

public class GridTests
{
    [Fact]
    public void A_grid_has_every_combination_once_in_the_order_of_its_lists()
    {
        var grid = Grid.Paper with { BatchSizes = [16, 8], LearningRates = [0.1], WeightDecays = [0, 0.01], Dropouts = [0.5, 0.25] };
        var trials = grid.Trials(seed: 7, threads: 2);
        Assert.Equal(
            [(16, 0, 0.5), (16, 0, 0.25), (16, 0.01, 0.5), (16, 0.01, 0.25), (8, 0, 0.5), (8, 0, 0.25), (8, 0.01, 0.5), (8, 0.01, 0.25)],
            trials.Select(trial => (trial.BatchSize, trial.WeightDecay, trial.Dropout)));
        Assert.All(trials, trial => Assert.Equal((grid.Network, 0.1, grid.Photos, 7, 2), (trial.Network, trial.LearningRate, trial.Photos, trial.Seed, trial.Threads)));
    }

    [Fact]
    public void The_grid_reaches_the_ends_of_the_printed_ranges_and_holds_the_printed_choices()
    {
        double Printed(string what) => Ledger.SmartDerma[$"smart.training.{what}"].Expected.Number!.Value;
        Assert.Equal((Printed("dropout-lowest"), Printed("dropout-highest")), (Grid.Paper.Dropouts.Min(), Grid.Paper.Dropouts.Max()));
        Assert.Equal((Printed("weight-decay-lowest"), Printed("weight-decay-highest")), (Grid.Paper.WeightDecays.Min(), Grid.Paper.WeightDecays.Max()));
        Assert.Contains((int)Printed("batch-size"), Grid.Paper.BatchSizes);
        Assert.Contains(Printed("learning-rate"), Grid.Paper.LearningRates);
    }

    [Theory]
    [InlineData(16, 40)]
    [InlineData(32, 20)]
    [InlineData(48, 14)]
    public void Trials_of_any_batch_size_see_as_many_photos(int batchSize, int steps) =>
        Assert.Equal(steps, (Grid.Paper with { Photos = 640, BatchSizes = [batchSize] }).Trials(1, 1)[0].Steps);

    [Fact]
    public void A_search_finds_the_trial_that_a_process_of_its_own_has_run()
    {
        using var folder = new TemporaryFolder();
        var (said, scale) = (new List<string>(), Scales.Smoke.SmartDerma with { ImageSize = 32, Drawings = (52, 26) });
        var options = new LabOptions
        {
            Root = folder.Path, RunFolder = folder.File("run"), Scale = Scales.Smoke with { SmartDerma = scale }, Threads = 1,
        };
        var lab = Lab.OpenSmartDerma("37-hyperparameters", options, said.Add);
        var grid = scale.Grid with { BatchSizes = [8], LearningRates = [1e-3], WeightDecays = [1e-5], Dropouts = [0.3, 0.5], Photos = 8 };
        lab.RunOne(grid, 1, default);
        var alone = Assert.Single(new TrialTable(lab.Run.TrialFile(1)).Read());
        said.Clear();
        Assert.Equal([0.3, 0.5], lab.Search(grid).Select(result => result.Trial.Dropout));
        Assert.StartsWith("trial 1 of 2", Assert.Single(said));
        Assert.Equal(alone, lab.Search(grid)[1]);
        Assert.Contains("has 2", Assert.Throws<UserError>(() => lab.RunOne(grid, 2, default)).Message);
    }
}
