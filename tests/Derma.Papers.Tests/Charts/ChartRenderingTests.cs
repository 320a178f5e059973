using System.Diagnostics;
using AngleSharp.Html.Parser;

namespace Derma.Papers.Tests;

/// <summary>What a browser without a network makes of the pages.</summary>
public class ChartRenderingTests
{
    const string Browser = "/usr/bin/chromium";
    static readonly History History = new([new(1, 2.5, 0.25, 2.25, 0.5, 0.001, 1), new(2, 2, 0.5, 2, 0.75, 0.001, 1)]);

    [SkippableFact]
    public void A_browser_draws_each_chart_once_also_where_the_library_comes_last()
    {
        Skip.IfNot(File.Exists(Browser), "There is no browser here.");
        var chart = ChartHtml.Of(Curves.Accuracy(History, "Accuracy <of> one"));
        var page = Rendered(chart + chart + PlotlyJs.Element, milliseconds: 8000);
        Assert.Equal(2, page.QuerySelectorAll(".derma-chart.js-plotly-plot").Length);
        Assert.Equal(["Accuracy <of> one", "Accuracy <of> one"], page.QuerySelectorAll(".gtitle").Select(title => title.TextContent));
        Assert.Equal(6, page.QuerySelectorAll("g.trace.scatter").Length);
    }

    [SkippableFact]
    public void Without_the_library_a_sentence_stands_in_the_charts_place()
    {
        Skip.IfNot(File.Exists(Browser), "There is no browser here.");
        var page = Rendered(ChartHtml.Of(Curves.Accuracy(History)), milliseconds: 30000);
        Assert.Contains("needs plotly.js", page.QuerySelector(".derma-chart")!.TextContent);
    }

    static AngleSharp.Dom.IDocument Rendered(string html, int milliseconds)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("page.html"), $"<!doctype html><meta charset=\"utf-8\"><body>{html}");
        string[] arguments =
        [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1000,800", $"--user-data-dir={folder.File("profile")}",
            $"--virtual-time-budget={milliseconds}", "--dump-dom", "file://" + folder.File("page.html"),
        ];
        using var browser = Process.Start(new ProcessStartInfo(Browser, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _ = browser.StandardError.ReadToEndAsync();
        var page = browser.StandardOutput.ReadToEnd();
        browser.WaitForExit();
        return new HtmlParser().ParseDocument(page);
    }
}
