using Derma.TestSupport;
using Derma.Training;

namespace Derma.Tests.Training;

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
}
