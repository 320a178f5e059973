using Derma.Notebooks.Running;

namespace Derma.Notebooks.Results;

/// <summary>
/// Writes results as a static site: an index, for each notebook a page and its .ipynb file, and pages of the caller.
/// It needs no server and no network.
/// </summary>
public static class Site
{
    /// <summary>Writes the site, over what its folder held before.</summary>
    public static void Write(IReadOnlyList<NotebookRun> runs, SiteOptions options)
    {
        var assets = Path.Combine(options.OutputFolder, "assets");
        Directory.CreateDirectory(assets);
        foreach (var name in new[] { "style.css", "site.js" }) File.WriteAllText(Path.Combine(assets, name), Asset(name));
        foreach (var script in options.Scripts) File.WriteAllText(Path.Combine(assets, script.FileName), script.Code);
        for (var index = 0; index < runs.Count; index++)
        {
            runs[index].ToNotebook().Save(Path.Combine(options.OutputFolder, runs[index].Name + ".ipynb"));
            Save(options.PageOf(runs[index]), NotebookPage.Html(runs, index, options));
        }
        foreach (var page in options.ExtraPages) Save(page.FileName, PageShell.Html(page, options));
        Save("index.html", IndexPage.Html(runs, options));

        void Save(string fileName, string html) => File.WriteAllText(Path.Combine(options.OutputFolder, fileName), html);
    }

    /// <summary>One notebook's page as a file that needs no other.</summary>
    public static string Page(NotebookRun run, SiteOptions options) =>
        NotebookPage.Html([run], 0, options, Inlined(Asset("style.css"), Asset("site.js")));

    /// <summary>One notebook as slides, in a file that needs no other.</summary>
    /// <param name="run">The notebook with what it showed.</param>
    /// <param name="options">As for a site.</param>
    /// <param name="note">One sentence for the first slide; none where empty.</param>
    public static string Slides(NotebookRun run, SiteOptions options, string note = "") => Results.Slides.Html(
        run, options, note, Inlined(Asset("style.css") + Asset("slides.css"), Asset("site.js") + Asset("slides.js")));

    static string Inlined(string style, string script) => $"<style>\n{style}</style>\n<script>\n{script}</script>";

    static string Asset(string name)
    {
        using var reader = new StreamReader(typeof(Site).Assembly.GetManifestResourceStream("assets/" + name)!);
        return reader.ReadToEnd();
    }
}
