namespace Derma.Papers.Tests;

public class ConfusionChartTests
{
    static readonly string[] Classes = ["a", "b"];
    static readonly int[,] Counts = { { 3, 1 }, { 0, 2 } };

    [Fact]
    public void Colour_is_the_share_of_the_true_class_right_and_wrong_apart()
    {
        var traces = ConfusionChart.Of(Counts, Classes).Traces();
        Assert.Equal("[[0.75,null],[null,1]]", Compact(traces[0]["z"]!));
        Assert.Equal("[[null,0.25],[null,null]]", Compact(traces[1]["z"]!));
    }

    [Fact]
    public void Hovering_tells_the_count_and_how_many_there_are() =>
        Assert.Equal("[[[3,4],[1,4]],[[0,2],[2,2]]]", Compact(ConfusionChart.Of(Counts, Classes).Traces()[0]["customdata"]!));

    [Fact]
    public void Cells_show_their_count_unless_it_is_zero()
    {
        var numbers = ConfusionChart.Of(Counts, Classes).Traces()[2];
        Assert.Equal(["3", "1", "2"], numbers.Texts("text"));
        Assert.Equal(["a", "b", "b"], numbers.Texts("x"));
        Assert.Equal(["a", "a", "b"], numbers.Texts("y"));
    }

    [Fact]
    public void The_first_true_class_is_on_top() =>
        Assert.Equal([1.5, -0.5], ConfusionChart.Of(Counts, Classes).Layout()["yaxis"]!.Numbers("range"));

    [Fact]
    public void A_class_without_photos_stays_empty() =>
        Assert.Equal("[[null,null],[null,1]]", Compact(ConfusionChart.Of(new[,] { { 0, 0 }, { 0, 5 } }, Classes).Traces()[0]["z"]!));

    [Fact]
    public void Sizes_that_do_not_fit_are_refused() => Assert.Throws<ArgumentException>(() => ConfusionChart.Of(Counts, ["a", "b", "c"]));

    static string Compact(System.Text.Json.Nodes.JsonNode node) => node.ToJsonString().Replace(".0", "");
}
