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
    public void Empty_cells_are_dropped() => Assert.DoesNotContain("html", DibWriter.Write(new([new("html", "", 1)], [])));

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
