namespace Derma.Training.Tests;

public class EpochEventsTests
{
    [Fact]
    public void Epochs_become_curves_and_a_missing_validation_no_point()
    {
        using var folder = new TemporaryFolder();
        using var writer = new EventWriter(folder.Path);
        var one = new History([new EpochMetrics(1, 3, 0.25, 2.5, 0.5, 0.001, 4)]);
        writer.Epoch(one);
        writer.Epoch(one.With(new EpochMetrics(2, 2, 0.5, double.NaN, double.NaN, 0.001, 4)));
        Assert.Equal([(1, 3f), (2, 2f)], EventReader.Scalars(writer.Path, "loss/train"));
        Assert.Equal([(1, 0.5f)], EventReader.Scalars(writer.Path, "accuracy/validation"));
    }
}
