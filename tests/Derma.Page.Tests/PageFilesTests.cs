using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Derma.Page.Tests.Support;

namespace Derma.Page.Tests;

/// <summary>The embedded files themselves; needs no browser.</summary>
public class PageFilesTests
{
    const int LargestBytes = 60_000;

    static readonly string[] Names =
        [.. typeof(PredictionService).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("page/", StringComparison.Ordinal)).Select(name => name[5..])];

    [Fact]
    public void Together_they_are_small() => Assert.InRange(Names.Sum(name => Read(name).Length), 1, LargestBytes);

    [Fact]
    public void The_html_has_no_script_or_style_inside_that_the_policy_would_stop()
    {
        var page = new HtmlParser().ParseDocument(Read("index.html"));
        Assert.All(page.Scripts, script => Assert.Empty(script.TextContent));
        Assert.Empty(page.QuerySelectorAll("style, [style]"));
        Assert.DoesNotContain(page.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_file_that_one_names_is_there()
    {
        var named = Names.SelectMany(name => Regex.Matches(Read(name), """(?:assets/|from '\./)([a-z]+\.[a-z]+)""").Select(match => match.Groups[1].Value)).Distinct().ToList();
        Assert.Equal(Names.Except(["index.html"]).Order(), named.Order());
    }

    [Fact]
    public void None_names_another_host_or_stores_anything() => Assert.All(Names, name =>
    {
        var text = Read(name).Replace("http://www.w3.org/2000/svg", "");
        Assert.DoesNotMatch("https?://[a-z]", text);
        Assert.DoesNotMatch("localStorage|sessionStorage|indexedDB|document.cookie|sendBeacon", text);
    });

    static string Read(string name)
    {
        using var reader = new StreamReader(PageServer.Open(name)!);
        return reader.ReadToEnd();
    }
}
