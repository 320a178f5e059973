using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Derma.Notebooks.Results;

namespace Derma.Notebooks.Tests.Results;

public sealed class SiteTests
{
    readonly string folder = RunText.NewFolder();
    readonly IDocument index, first, second, extra;

    public SiteTests()
    {
        Site.Write([Samples.Passed, Samples.Failed], new()
        {
            OutputFolder = folder,
            Title = "A site & more",
            FooterHtml = "<p id=\"care\">Take care.</p>",
            Scripts = [Library("plotly.min.js", PageScript.Charts), Library("mermaid.min.js", PageScript.Diagrams), Library("temml.min.js", PageScript.Formulas)],
            Badges = new Dictionary<string, IReadOnlyList<Badge>> { ["01-first"] = [new("2 <done>", BadgeTone.Good)] },
            ExtraPages = [new("ledger.html", "The ledger", "<p id=\"entry\">one</p>")],
        });
        (index, first, second, extra) = (Page("index.html"), Page("01-first.html"), Page("02-second.html"), Page("ledger.html"));
    }

    static PageScript Library(string name, string mark) => new(name, "window.library = 1;", mark);

    IDocument Page(string name) => new HtmlParser(new() { IsStrictMode = false }).ParseDocument(File.ReadAllText(Path.Combine(folder, name)));

    IEnumerable<IDocument> Pages => [index, first, second, extra];

    [Fact]
    public void Nothing_that_a_page_loads_comes_from_a_network()
    {
        var loaded = Pages.SelectMany(page => page.QuerySelectorAll("script[src], link[href], img[src], iframe, object")).Select(element => element.GetAttribute("src") ?? element.GetAttribute("href")!);
        Assert.All(loaded, address => Assert.True(address.StartsWith("data:", StringComparison.Ordinal) || File.Exists(Path.Combine(folder, address)), address));
        Assert.DoesNotContain("url(", File.ReadAllText(Path.Combine(folder, "assets", "style.css")));
    }

    [Fact]
    public void Links_between_the_pages_lead_somewhere()
    {
        var links = Pages.SelectMany(page => page.QuerySelectorAll("a[href]")).Select(link => link.GetAttribute("href")!.Split('#')[0]).Where(target => target.Length > 0);
        Assert.All(links, target => Assert.True(File.Exists(Path.Combine(folder, target)), target));
    }

    [Fact]
    public void Every_page_has_language_title_one_heading_of_the_first_level_and_the_footer() => Assert.All(Pages, page =>
    {
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.NotEmpty(page.Title!);
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Equal("Take care.", page.GetElementById("care")!.TextContent);
    });

    [Fact]
    public void Ids_occur_once_a_page() => Assert.All(Pages, page =>
    {
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToArray();
        Assert.Equal(ids.Length, ids.Distinct().Count());
    });

    [Fact]
    public void The_table_of_contents_leads_to_the_headings()
    {
        var links = first.QuerySelectorAll(".contents a").Select(link => link.GetAttribute("href")!).ToArray();
        Assert.Equal(["#part", "#part-2"], links);
        Assert.All(links, link => Assert.NotNull(first.GetElementById(link[1..])));
    }

    [Fact]
    public void Text_is_escaped_everywhere()
    {
        Assert.Equal("<hi>", first.QuerySelector(".stdout")!.TextContent);
        Assert.Contains("Console.WriteLine(\"<hi>\");", first.QuerySelector("pre code")!.TextContent);
        Assert.Equal("2 <done>", index.QuerySelector(".card .badge")!.TextContent);
        Assert.Equal("A site & more", index.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public void Html_outputs_are_part_of_the_page() => Assert.Equal("one", first.QuerySelector(".shown > b")!.TextContent);

    [Fact]
    public void Folds_of_the_engines_formatters_are_written_as_a_validator_wants_them() =>
        Assert.Contains("<details open class=\"dni-treeview\">", File.ReadAllText(Path.Combine(folder, "01-first.html")));

    [Fact]
    public void A_figure_is_drawn_by_the_sites_own_plotly_and_cannot_end_its_script()
    {
        Assert.Contains("</script>", System.Text.Json.JsonDocument.Parse(first.QuerySelector(".plotly script")!.TextContent).RootElement.GetRawText().Replace("\\u003c", "<"));
        Assert.NotNull(first.QuerySelector("script[src='assets/plotly.min.js']"));
    }

    [Fact]
    public void Pages_without_figures_and_diagrams_load_no_libraries() => Assert.Single(second.QuerySelectorAll("script[src]"));

    [Fact]
    public void A_diagram_is_its_text_until_it_is_drawn() => Assert.Equal("graph TD; A-->B", first.QuerySelector("pre.mermaid")!.TextContent);

    [Fact]
    public void A_failed_cell_shows_its_line_and_error_and_is_linked_from_the_top()
    {
        Assert.Equal("var b = c;", second.QuerySelector(".cell.failed mark")!.TextContent);
        Assert.Contains("CS0103", second.QuerySelector(".error")!.TextContent);
        Assert.Equal("#cell-1", second.QuerySelector(".failure a")!.GetAttribute("href"));
        Assert.Equal("not run", second.QuerySelector(".cell.notrun .state")!.TextContent);
    }

    [Fact]
    public void Cards_have_number_title_claim_picture_time_and_badges()
    {
        var card = index.QuerySelector(".card")!;
        Assert.Equal("01 First & <foremost>", card.QuerySelector("h2")!.TextContent);
        Assert.Equal("One is less than two.", card.QuerySelector("h2 + p")!.TextContent);
        Assert.Contains("scatter", card.QuerySelector(".thumbnail .plotly script")!.TextContent);
        Assert.Contains("3.0 s", card.TextContent);
        Assert.Contains("failed", index.QuerySelectorAll(".card")[1].TextContent);
    }

    [Fact]
    public void Links_to_notebook_files_lead_to_their_pages() => Assert.NotNull(first.QuerySelector("a[href='02-second.html#part']"));

    [Fact]
    public void Formulas_are_their_tex_until_they_are_drawn()
    {
        Assert.Contains("\\frac{1}{2}", first.QuerySelector("div.math")!.TextContent);
        Assert.NotNull(first.QuerySelector("script[src='assets/temml.min.js']"));
    }

    [Fact]
    public void A_page_on_its_own_brings_style_and_scripts_with_it()
    {
        var page = new HtmlParser().ParseDocument(Site.Page(Samples.Passed, new() { OutputFolder = "", Scripts = [Library("plotly.min.js", PageScript.Charts)] }));
        Assert.Empty(page.QuerySelectorAll("script[src], link[rel=stylesheet]"));
        Assert.Contains(page.QuerySelectorAll("script"), script => script.TextContent.Contains("window.library = 1;"));
        Assert.Contains("--paper", page.QuerySelector("style")!.TextContent);
    }

    [Fact]
    public void Pages_of_the_caller_are_framed_and_linked_from_every_page()
    {
        Assert.Equal("one", extra.GetElementById("entry")!.TextContent);
        Assert.All(Pages, page => Assert.NotNull(page.QuerySelector(".bar a[href='ledger.html']")));
    }

    [Fact]
    public void Without_a_library_charts_show_their_own_html_and_nothing_is_missing()
    {
        Site.Write([Samples.Passed], new() { OutputFolder = folder });
        Assert.Contains("no plotly", Page("01-first.html").QuerySelector(".outputs")!.TextContent);
    }

    [Fact]
    public void Without_the_scripts_a_line_says_that_diagrams_and_formulas_stand_as_text()
    {
        Site.Write([Samples.Passed, Samples.Failed], new() { OutputFolder = folder });
        Assert.StartsWith("On this page diagrams and formulas stand as text: ", Assert.Single(Page("01-first.html").QuerySelectorAll(".undrawn")).TextContent);
        Assert.Empty(Page("02-second.html").QuerySelectorAll(".undrawn"));
        Assert.Equal("graph TD; A-->B", Page("01-first.html").QuerySelector("pre.mermaid")!.TextContent);
    }

    [Theory]
    [InlineData("C# intro", "C%23%20intro.html")]
    [InlineData("100 % sure?", "100%20%25%20sure%3F.html")]
    [InlineData("50%25", "50%2525.html")]
    [InlineData("a&b=c;d", "a%26b%3Dc%3Bd.html")]
    [InlineData("it's \"so\"", "it%27s%20%22so%22.html")]
    [InlineData("a:b", "a%3Ab.html")]
    [InlineData("über+1", "%C3%BCber%2B1.html")]
    public void Names_of_any_characters_are_addresses_of_their_pages(string name, string address)
    {
        var other = Samples.Failed with { File = $"/notebooks/{name}.dib" };
        var text = $"[there]({Uri.EscapeDataString(name)}.dib#part)";
        var first = Samples.Run("01-first", Samples.Text($"# A\n\n{text}"));
        Site.Write([first, other], new() { OutputFolder = folder, ExtraPages = [new("what? #1.html", "What", "")] });
        Assert.NotNull(Page("index.html").QuerySelector($"h2 a[href=\"{address}\"]"));
        Assert.NotNull(Page("01-first.html").QuerySelector($".text a[href=\"{address}#part\"]"));
        Assert.NotNull(Page("01-first.html").QuerySelector($"a[rel=next][href=\"{address}\"]"));
        var links = new[] { "index.html", "01-first.html", name + ".html" }.SelectMany(page => Page(page).QuerySelectorAll("a[href]")).Select(link => link.GetAttribute("href")!);
        Assert.All(links.Where(link => link[0] != '#'), link => Assert.True(File.Exists(new Uri(new Uri($"file://{folder}/"), link).LocalPath), link));
        Assert.Equal(4, Page(name + ".html").QuerySelectorAll("a").Count(link => link.GetAttribute("href")![0] != '#'));
    }

    [Fact]
    public void A_notebook_that_is_called_like_another_page_has_a_page_of_its_own()
    {
        Site.Write([Samples.Passed with { File = "/notebooks/Index.dib" }, Samples.Failed with { File = "/notebooks/ledger.dib" }], new() { OutputFolder = folder, ExtraPages = [new("ledger.html", "The ledger", "<p id=\"entry\">one</p>")] });
        Assert.Equal(["Index.notebook.html", "ledger.notebook.html"], Page("index.html").QuerySelectorAll("h2 a").Select(link => link.GetAttribute("href")));
        Assert.NotNull(Page("Index.notebook.html").QuerySelector("pre.mermaid"));
        Assert.NotNull(Page("ledger.html").GetElementById("entry"));
    }

    [Fact]
    public void With_them_no_page_says_so() => Assert.All(Pages, page => Assert.Empty(page.QuerySelectorAll(".undrawn")));
}
