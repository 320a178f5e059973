namespace Derma.Papers.Tests;

public class DataChartsTests
{
    static Photo Of(int label, Subset subset) => new($"{label}.jpg", label, "g", subset);

    static readonly PhotoSet Set = new("few", "A few", true, ["acne", "lupus", "warts"],
        [Of(0, Subset.Train), Of(2, Subset.Train), Of(2, Subset.Train), Of(2, Subset.Train), Of(1, Subset.Validation)]);

    [Fact]
    public void The_largest_class_comes_last_which_is_on_top()
    {
        var bars = DataCharts.ClassDistribution(Set).Trace("train (4)");
        Assert.Equal(["lupus", "acne", "warts"], bars.Texts("y"));
        Assert.Equal([0, 1, 3], bars.Numbers("x"));
        Assert.Equal([0, 0.25, 0.75], bars.Numbers("customdata"));
    }

    [Fact]
    public void Validation_photos_are_counted_apart() =>
        Assert.Equal([1, 0, 0], DataCharts.ClassDistribution(Set).Trace("validation (1)").Numbers("x"));
}
