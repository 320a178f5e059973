namespace Derma.Core.Tests;

public class SlicePowerTests
{
    [Theory] // Of one photo the interval of 0 ends at 0.793; of two that of 0 ends at 0.658 and that of 1 at 0.905.
    [InlineData(1, 0.9, 0.5, 0.5)]
    [InlineData(2, 0.9, 0.5, 0.25)]
    [InlineData(2, 0.95, 0.5, 0.75)]
    [InlineData(1, 0.7, 0.1, 0)]
    public void The_chance_is_that_of_the_counts_whose_interval_lies_below(int photos, double accuracy, double ofSlice, double chance) =>
        Assert.Equal(chance, SlicePower.Chance(photos, accuracy, ofSlice), 12);

    [Theory] // Summed with math.comb in Python.
    [InlineData(12, 0.4, 0.22533728255999996)]
    [InlineData(50, 0.4, 0.8438316691000455)]
    [InlineData(200, 0.4, 0.9999222826748422)]
    public void Against_60_percent_a_slice_of_40_is_seen_as_often_as_worked_out_elsewhere(int photos, double ofSlice, double chance) =>
        Assert.Equal(chance, SlicePower.Chance(photos, 0.6, ofSlice), 10);

    [Theory]
    [InlineData(12, 0.403)]
    [InlineData(50, 0.189)]
    [InlineData(200, 0.098)]
    [InlineData(800, 0.05)]
    public void The_smallest_gap_is_the_first_that_is_seen_four_times_in_five(int photos, double gap) =>
        Assert.Equal(gap, SlicePower.SmallestGap(photos, 0.6)!.Value, 10);

    [Fact] // Even 0 of 1 has an interval up to 0.793.
    public void One_photo_never_shows_a_gap_to_60_percent() => Assert.Null(SlicePower.SmallestGap(1, 0.6));

    [Theory]
    [InlineData(0, 0.5, 0.5)]
    [InlineData(5, 1.5, 0.5)]
    [InlineData(5, 0.5, -0.1)]
    public void What_is_no_slice_and_no_accuracy_is_refused(int photos, double accuracy, double ofSlice) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => SlicePower.Chance(photos, accuracy, ofSlice));
}
