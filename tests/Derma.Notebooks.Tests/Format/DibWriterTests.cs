using System.Text.Json.Nodes;
using Derma.Notebooks.Documents;

namespace Derma.Notebooks.Tests.Format;

public sealed class DibWriterTests
{
    [Fact]
    public void Meta_comes_first_in_one_line_then_each_cell_between_blank_lines() => Assert.Equal(
        "#!meta\n\n{\"own\":1}\n\n#!markdown\n\n# Title\n\n#!csharp\n\n1\n\n",
        DibWriter.Write(new([new("markdown", "# Title", 1), new("csharp", "1", 1)], new JsonObject { ["own"] = 1 })));

    [Fact]
    public void Empty_cells_are_dropped() => Assert.DoesNotContain("html", DibWriter.Write(new([new("html", "", 1), new("csharp", "1", 2)], [])));

    [Fact]
    public void A_cell_that_is_all_there_is_keeps_its_kernel_though_it_is_empty() => Assert.Equal("html", Assert.Single(DibReader.Parse(DibWriter.Write(new([new("html", "", 1)], []))).Cells).Kernel);

    [Theory]
    [InlineData("markdown", "# How\n```\n#!csharp\nvar x = 1;\n```", "#!csharp")]
    [InlineData("csharp", "1\n#!md", "#!md")]
    [InlineData("csharp", "#!js\n1", "#!js")]
    [InlineData("html", "a\n#!own", "#!own")]
    [InlineData("two\nlines", "1", "#!two")]
    [InlineData("end\r", "1", "#!end")]
    public void A_cell_that_would_be_read_as_several_is_refused_by_file_number_and_line(string kernel, string source, string line) =>
        Assert.Equal($"new.dib cannot hold cell 2: in a .dib file its line '{line}' begins another; put a space before it.",
            Assert.Throws<NotebookException>(() => DibWriter.Write(new([new("own", "1", 1), new(kernel, source, 2)]), "new.dib")).Message);

    [Theory]
    [InlineData("```\n #!csharp\n```")]
    [InlineData("#!csharp ")]
    [InlineData("#!sql\n#!C#\n#!.NET")]
    [InlineData("#!meta\n{")]
    [InlineData("a\n\n\n#!\nb")]
    public void Any_other_text_is_read_back_as_the_one_cell_that_it_was(string source)
    {
        var cells = DibReader.Parse(DibWriter.Write(new([new("markdown", source, 1), new("csharp", "1", 2)]))).Cells;
        Assert.Equal([("markdown", source), ("csharp", "1")], cells.Select(cell => (cell.Kernel, cell.Source)));
    }

    [Fact]
    public void A_picture_that_is_attached_is_written_into_the_text_since_the_format_has_no_place_for_it() => Assert.EndsWith("#!markdown\n\n![x](data:image/png;base64,aGk=)\n\n",
        DibWriter.Write(IpynbReader.Parse("""{"cells":[{"cell_type":"markdown","attachments":{"a b.png":{"image/png":["aG","k=\n"]}},"source":"![x](attachment:a%20b.png)"}]}""")));

    [Fact]
    public void A_kernel_at_whose_bare_name_no_cell_begins_is_added_to_the_metadata() =>
        Assert.Equal(["sql"], DibReader.Parse(DibWriter.Write(new([new("sql", "select 1", 1)], []))).Cells.Select(cell => cell.Kernel));

    [Fact]
    public void A_notebook_without_metadata_gets_the_kernels_it_uses() => Assert.StartsWith(
        "#!meta\n\n{\"kernelInfo\":{\"defaultKernelName\":\"csharp\",\"items\":[{\"name\":\"csharp\",\"languageName\":\"C#\",\"aliases\":[\"c#\",\"cs\"]}]}}\n\n",
        DibWriter.Write(new([new("csharp", "1", 1)])));

    [Fact]
    public void What_is_written_reads_back_with_unknown_keys_kept()
    {
        var notebook = DibReader.Parse("#!meta\n{\"kernelInfo\":{\"items\":[{\"name\":\"db\"}]},\"own\":{\"ü\":\"<&>\"}}\n#!db\n\tselect\n\n1\n#!md\n<b>ä</b>");
        var again = DibReader.Parse(DibWriter.Write(notebook));
        Assert.Equal(notebook.Cells.Select(cell => (cell.Kernel, cell.Source)), again.Cells.Select(cell => (cell.Kernel, cell.Source)));
        Assert.True(JsonNode.DeepEquals(notebook.Metadata, again.Metadata));
    }

    [Fact]
    public void The_workbooks_own_notebooks_round_trip_to_the_byte()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(RepositoryPaths.Root, "notebooks"), "*.dib"))
            Assert.Equal(File.ReadAllText(file).TrimEnd('\n'), DibWriter.Write(Notebook.Load(file)).TrimEnd('\n'));
    }
}
