using AngleSharp.Html.Parser;

namespace Derma.Papers.Tests;

public class ChartHtmlTests
{
    static readonly History History = new([new(1, 2.5, 0.25, 2.25, 0.5, 0.001, 1), new(2, 2, 0.5, double.NaN, double.NaN, 0.001, 1)]);

    [Fact]
    public void A_figure_has_the_members_that_plotly_reads() =>
        Assert.Equal(["data", "layout", "frames", "config"], Curves.Accuracy(History).Json().AsObject().Select(member => member.Key));

    [Fact]
    public void A_loss_that_is_no_number_is_null_and_leaves_a_gap()
    {
        var diverged = new History([new(1, 2.5, 0.25, 2.25, 0.5, 0.001, 1), new(2, 2, 0.5, double.NaN, 0.5, 0.001, 1)]);
        Assert.Equal([2.25, null], Curves.Loss(diverged).Trace("validation").Numbers("y"));
    }

    [Fact]
    public void An_epoch_without_validation_is_left_out_of_the_validation_line() =>
        Assert.Equal([0.5], Curves.Accuracy(History).Trace("validation").Numbers("y"));

    [Fact]
    public void No_button_sends_the_figure_away()
    {
        var config = Curves.Accuracy(History).Json()["config"]!;
        Assert.False((bool)config["showSendToCloud"]!);
        Assert.False((bool)config["displaylogo"]!);
    }

    [Fact]
    public void A_title_cannot_end_the_script()
    {
        var html = ChartHtml.Of(Curves.Accuracy(History, "</script><img src=x onerror=alert(1)>"));
        var body = new HtmlParser().ParseDocument(html).Body!;
        Assert.Equal(["FIGURE", "SCRIPT"], body.Children.Select(element => element.TagName));
        Assert.Null(body.QuerySelector("img"));
    }

    [Fact]
    public void The_place_of_a_chart_has_its_title_as_name_and_its_height()
    {
        var place = new HtmlParser().ParseDocument(ChartHtml.Of(Curves.Loss(History, "Loss of attempt 1"))).QuerySelector("figure")!;
        Assert.Equal("Loss of attempt 1", place.GetAttribute("aria-label"));
        Assert.Contains("min-height:400px", place.GetAttribute("style"));
    }

    [Fact]
    public void The_same_chart_gives_the_same_page() => Assert.Equal(ChartHtml.Of(Curves.Loss(History)), ChartHtml.Of(Curves.Loss(History)));

    [Fact]
    public void The_library_comes_from_the_package_that_makes_the_charts()
    {
        Assert.StartsWith("/**\n* plotly.js v2.28.0\n", PlotlyJs.Code);
        Assert.Equal($"<script>{PlotlyJs.Code}</script>", PlotlyJs.Element);
    }
}
