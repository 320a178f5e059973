namespace Derma.Cli.Tests;

public sealed class ConvertTests : IDisposable
{
    const string Jupyter = """
        {"cells":[{"cell_type":"markdown","metadata":{},"source":"# T"},{"cell_type":"code","metadata":{},"source":"1","outputs":[],"execution_count":null}],
        "metadata":{},"nbformat":4,"nbformat_minor":5}
        """;

    readonly Workbook workbook = new(("notes.dib", "#!csharp\n\n// my edits\n"), ("notes.ipynb", Jupyter));

    string At(string name) => Path.Combine(workbook.Root, "notebooks", name);

    (int ExitCode, string Output, string Error) Convert(string file, string to, params string[] more) => workbook.Run(["convert", $"notebooks/{file}", "--to", to, .. more]);

    [Theory]
    [InlineData("dib", "notes.v2")]
    [InlineData("ipynb", "notes.v2")]
    [InlineData("md", "notes")]
    [InlineData("html", "notes.dib.html")]
    [InlineData("dib", "C# & 50% \"off\"? it's.dib")]
    public void It_writes_the_file_that_it_prints_and_no_other(string to, string name)
    {
        var before = workbook.Files.ToDictionary(file => file, file => File.ReadAllText(Path.Combine(workbook.Root, file)));
        var (exitCode, output, _) = Convert("notes.ipynb", to, "--out", $"notebooks/{name}");
        Assert.Equal((0, $"notebooks/{name}\n"), (exitCode, output));
        Assert.Equal([Path.Combine("notebooks", name)], workbook.Files.Except(before.Keys));
        Assert.All(before, file => Assert.Equal(file.Value, File.ReadAllText(Path.Combine(workbook.Root, file.Key))));
        Assert.Contains("T", File.ReadAllText(At(name)));
    }

    [Fact]
    public void A_notebook_beside_it_is_written_over_only_where_it_is_named()
    {
        var (exitCode, _, error) = Convert("notes.ipynb", "dib");
        Assert.Equal((2, "workbook: notebooks/notes.dib is there already; to write over it, name it by --out.\n"), (exitCode, error));
        Assert.Contains("my edits", File.ReadAllText(At("notes.dib")));
        Assert.Equal(0, Convert("notes.ipynb", "dib", "--out", "notebooks/notes.dib").ExitCode);
        Assert.DoesNotContain("my edits", File.ReadAllText(At("notes.dib")));
    }

    [Theory]
    [InlineData("link.dib", "notebooks/notes.dib")]
    [InlineData("notes.dib", "notebooks/link.dib")]
    [InlineData("notes.dib", "folder/notes.dib")]
    public void The_notebook_itself_is_not_written_over_by_another_name_either(string file, string target)
    {
        File.CreateSymbolicLink(At("link.dib"), "notes.dib");
        Directory.CreateSymbolicLink(Path.Combine(workbook.Root, "folder"), "notebooks");
        var (exitCode, _, error) = Convert(file, "ipynb", "--out", target);
        Assert.Equal((2, $"workbook: {target} is the notebook itself; name another file by --out.\n"), (exitCode, error));
        Assert.Equal("#!csharp\n\n// my edits\n", File.ReadAllText(At("notes.dib")));
    }

    [Theory]
    [InlineData("markdown", "# How\\n```\\n#!csharp\\nvar x = 1;\\n```", "#!csharp")]
    [InlineData("code", "var a = 1;\\n#!md\\n# T", "#!md")]
    public void A_cell_that_a_dib_file_cannot_hold_is_named_and_nothing_is_written(string type, string source, string line)
    {
        File.WriteAllText(At("a.ipynb"), $$"""{"cells":[{"cell_type":"{{type}}","metadata":{},"source":"{{source}}"}],"metadata":{},"nbformat":4,"nbformat_minor":5}""");
        var before = workbook.Files;
        var (exitCode, output, error) = Convert("a.ipynb", "dib");
        Assert.Equal((2, ""), (exitCode, output));
        Assert.Equal($"workbook: a.dib cannot hold cell 1: in a .dib file its line '{line}' begins another; put a space before it.\n", error);
        Assert.Equal(before, workbook.Files);
    }

    [Fact]
    public void As_markdown_a_text_stays_a_text_and_its_pictures_come_along()
    {
        File.WriteAllText(At("a.ipynb"), """
            {"cells":[{"cell_type":"markdown","metadata":{},"attachments":{"i.png":{"image/png":"aGk="}},"source":"![x](attachment:i.png)\n~~~\nopen\n```"},
            {"cell_type":"markdown","metadata":{},"source":"````md\n```\n````\nclosed"},{"cell_type":"code","metadata":{},"source":"1","outputs":[],"execution_count":null}],
            "metadata":{},"nbformat":4,"nbformat_minor":5}
            """);
        Assert.Equal(0, Convert("a.ipynb", "md").ExitCode);
        Assert.Equal("![x](data:image/png;base64,aGk=)\n~~~\nopen\n```\n~~~\n\n````md\n```\n````\nclosed\n\n```csharp\n1\n```\n", File.ReadAllText(At("a.md")));
    }

    public void Dispose() => workbook.Dispose();
}
