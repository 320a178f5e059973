namespace Derma.Papers.Tests;

public sealed class TrialTableTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    string File => Path.Combine(folder.Path, "grid", "trials.jsonl");

    static Trial Trial(double rate) => new()
    {
        Network = NetworkNames.MobileNetV3Small, BatchSize = 16, LearningRate = rate, WeightDecay = 1e-5, Dropout = 0.3, Photos = 100, Seed = 1, Threads = 2,
    };

    static TrialResult Result(double rate, double f1) => new(Trial(rate), 0.5, 0.4, f1, 1.25, 2) { Classes = 13, BalancedInterval = new Interval(0.3, 0.45) };

    [Fact]
    public void Results_come_back_in_the_order_they_were_added()
    {
        var table = new TrialTable(File);
        table.Add(Result(1e-3, 0.1));
        table.Add(Result(3e-3, 0.2));
        Assert.Equal([Result(1e-3, 0.1), Result(3e-3, 0.2)], table.Read());
    }

    [Fact]
    public void A_diverged_trial_keeps_its_infinite_loss()
    {
        var table = new TrialTable(File);
        table.Add(Result(1, 0) with { Loss = double.PositiveInfinity });
        Assert.Equal(double.PositiveInfinity, table.Read().Single().Loss);
    }

    [Fact]
    public void A_row_that_a_killed_process_left_unfinished_is_dropped_and_written_over()
    {
        var table = new TrialTable(File);
        table.Add(Result(1e-3, 0.1));
        System.IO.File.AppendAllText(File, """{"trial":{"network":"mobil""");
        Assert.Single(table.Read());
        table.Add(Result(3e-3, 0.2));
        Assert.Equal([0.1, 0.2], table.Read().Select(result => result.MacroF1));
    }

    [Fact]
    public void A_file_of_something_else_is_named()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllText(File, "batch,rate\n16,0.001\n");
        Assert.Contains(File, Assert.Throws<UserError>(() => new TrialTable(File).Read()).Message);
    }
}
