namespace Derma.Training.Tests;

public class HistoryTests
{
    static readonly History Three = new(
    [
        new(1, 3.0, 0.1, 2.9, 0.15, 0.001, 5), new(2, 2.5, 0.2, double.NaN, double.NaN, 0.001, 5), new(3, 2.0, 0.3, 2.8, 0.12, 0.001, 5),
    ]);

    [Fact]
    public void The_best_epoch_has_the_highest_validation_accuracy() => Assert.Equal(1, Three.Best!.Epoch);

    [Fact]
    public void A_saved_history_loads_the_same_also_without_validation()
    {
        using var folder = new TemporaryFolder();
        Three.Save(folder.File("history.json"));
        Assert.Equal(Three.Epochs, History.Load(folder.File("history.json")).Epochs);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("half a file {")]
    public void Another_file_is_refused_by_name(string text)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("h.json"), text);
        Assert.Contains("h.json", Assert.Throws<UserError>(() => History.Load(folder.File("h.json"))).Message);
    }

    [Fact]
    public void A_file_of_an_older_version_has_no_figures_of_classes()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("h.json"), """
            {"epochs":[{"epoch":1,"trainLoss":3,"trainAccuracy":0.1,"validationLoss":2.9,"validationAccuracy":0.15,"learningRate":0.001,"seconds":5}]}
            """);
        var epoch = History.Load(folder.File("h.json")).Last!;
        Assert.Equal((3, 0.15), (epoch.TrainLoss, epoch.ValidationAccuracy));
        Assert.All(new[] { epoch.TrainPrecision, epoch.TrainRecall, epoch.TrainF1, epoch.ValidationPrecision, epoch.ValidationRecall, epoch.ValidationF1 },
            figure => Assert.Equal(double.NaN, figure));
        Assert.Null(History.Load(folder.File("h.json")).BestBy(BestBy.MacroF1));
    }

    [Fact]
    public void Loss_and_f1_may_choose_different_epochs()
    {
        History history = new([Epoch(1, 2.9, 0.5), Epoch(2, 2.5, 0.4), Epoch(3, 2.6, 0.5), Epoch(4, double.NaN, double.NaN)]);
        Assert.Equal((2, 1), (history.BestBy(BestBy.ValidationLoss)!.Epoch, history.BestBy(BestBy.MacroF1)!.Epoch));
        static EpochMetrics Epoch(int number, double loss, double f1) => new(number, 3, 0.1, loss, 0.1, 0.001, 5) { ValidationF1 = f1 };
    }
}
