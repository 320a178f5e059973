using Derma.Notebooks.Documents;

namespace Derma.Notebooks.Tests.Format;

public sealed class DibReaderTests
{
    static IReadOnlyList<Cell> Read(string text) => DibReader.Parse(text, "x.dib").Cells;

    static string[] Sources(string text) => [.. Read(text).Select(cell => $"{cell.Kernel}:{cell.Source}")];

    [Fact]
    public void A_kernel_name_on_a_line_of_its_own_begins_a_cell() =>
        Assert.Equal(["csharp:a", "markdown:b", "html:c"], Sources("#!csharp\na\n#!markdown\nb\n#!html\nc"));

    [Theory]
    [InlineData("#!csharp ")]
    [InlineData(" #!csharp")]
    [InlineData("#!CSharp")]
    [InlineData("#!value --name x")]
    [InlineData("#!frobnicate")]
    [InlineData("#! csharp")]
    public void Any_other_line_is_content(string line) => Assert.Equal([$"csharp:a\n{line}\nb"], Sources($"#!csharp\na\n{line}\nb"));

    [Theory]
    [InlineData("c#", "csharp")]
    [InlineData("cs", "csharp")]
    [InlineData("f#", "fsharp")]
    [InlineData("fs", "fsharp")]
    [InlineData("powershell", "pwsh")]
    [InlineData("js", "javascript")]
    [InlineData("md", "markdown")]
    public void Aliases_become_the_name_of_their_kernel(string alias, string kernel) => Assert.Equal([kernel + ":x"], Sources($"#!{alias}\nx"));

    [Fact]
    public void Separators_count_even_inside_strings_comments_and_fences() =>
        Assert.Equal(["csharp:var a = \"\"\"", "markdown:```", "csharp:```\n\"\"\";"], Sources("#!csharp\nvar a = \"\"\"\n#!markdown\n```\n#!csharp\n```\n\"\"\";"));

    [Fact]
    public void Text_before_the_first_separator_is_a_cell_of_the_default_kernel() => Assert.Equal(["csharp:a", "html:b"], Sources("a\n#!html\nb"));

    [Fact]
    public void A_separator_without_content_makes_no_cell() => Assert.Equal(["html:b"], Sources("#!csharp\n\n\n#!html\nb\n#!csharp\n"));

    [Fact]
    public void Consecutive_separators_of_one_kernel_make_cells_of_their_own() => Assert.Equal(["csharp:a", "csharp:b"], Sources("#!csharp\na\n#!csharp\nb"));

    [Fact]
    public void Empty_lines_around_a_cell_are_trimmed_and_inner_ones_kept() => Assert.Equal(["csharp:a\n\nb"], Sources("#!csharp\n\n\na\n\nb\n\n\n"));

    [Fact]
    public void Lines_of_spaces_are_not_empty() => Assert.Equal(["csharp:  \na\n "], Sources("#!csharp\n  \na\n \n"));

    [Theory]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\r\n")]
    public void Lines_end_in_any_of_the_three_ways(string end) => Assert.Equal(["csharp:a\nb", "html:c"], Sources($"#!csharp{end}a{end}b{end}#!html{end}c{end}"));

    [Fact]
    public void Other_line_separators_of_unicode_are_content() => Assert.Equal(["csharp:a\u2028b\u0085c\fd"], Sources("#!csharp\na\u2028b\u0085c\fd"));

    [Fact]
    public void A_byte_order_mark_is_skipped() => Assert.Equal(["html:a"], Sources("\uFEFF#!html\na"));

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("#!meta\n{}\n")]
    public void A_file_without_content_is_one_empty_cell(string text) => Assert.Equal(["csharp:"], Sources(text));

    [Fact]
    public void Cells_know_the_line_of_the_file_they_begin_on() =>
        Assert.Equal([6, 9], Read("#!meta\n\n{\"a\":1}\n\n#!csharp\na\n\n#!html\nb").Select(cell => cell.Line));

    [Fact]
    public void The_meta_block_adds_kernel_names_and_aliases() =>
        Assert.Equal(["sql-mydb:select 1", "sql-mydb:select 2"],
            Sources("#!meta\n{\"kernelInfo\":{\"defaultKernelName\":\"csharp\",\"items\":[{\"name\":\"sql-mydb\",\"aliases\":[\"db\"]}]}}\n#!sql-mydb\nselect 1\n#!db\nselect 2"));

    [Fact]
    public void The_meta_block_is_no_cell_and_may_span_lines_and_hold_blank_ones()
    {
        var notebook = DibReader.Parse("#!meta\n\n{\n\n\"own\": [1,\n2]\n}\n\n#!html\nx");
        Assert.Equal(["html"], notebook.Cells.Select(cell => cell.Kernel));
        Assert.Equal("[1,2]", notebook.Metadata!["own"]!.ToJsonString());
    }

    [Fact]
    public void A_second_meta_line_is_content() => Assert.Equal(["html:#!meta\n{}"], Sources("#!meta\n{}\n#!html\n#!meta\n{}"));

    [Theory]
    [InlineData("#!meta\n{\"a\":1}\nstray\n#!html\nx")]
    [InlineData("#!meta\n{\"a\":\n#!html\nx")]
    [InlineData("#!meta\n[1]\n#!html\nx")]
    [InlineData("#!meta\n{\"kernelInfo\":{\"items\":[]},\"kernelInfo\":{\"items\":[]}}\n#!html\nx")]
    [InlineData("#!meta\n{\"own\":{\"a\":1,\"a\":1}}\n#!html\nx")]
    public void A_meta_block_that_is_not_one_json_object_is_refused_by_name_and_line(string text) =>
        Assert.StartsWith("x.dib(1): the text after #!meta is not", Assert.Throws<NotebookException>(() => Read(text)).Message);

    [Fact]
    public void A_magic_command_after_the_meta_block_begins_a_cell_of_the_default_kernel() => Assert.Equal(["csharp:#!import setup.dib"], Sources("#!meta\n{}\n#!import setup.dib"));

    [Theory]
    [InlineData("polyglot_notebook")]
    [InlineData("dotnet_interactive")]
    public void The_older_keys_of_the_meta_block_add_kernel_names_too(string key) =>
        Assert.Equal(["own:x"], Sources($"#!meta\n{{\"{key}\":{{\"kernelInfo\":{{\"items\":[{{\"name\":\"own\"}}]}}}}}}\n#!own\nx"));

    [Fact]
    public void The_meta_block_counts_wherever_it_stands() =>
        Assert.Equal(["html:a", "own:b"], Sources("#!html\na\n#!meta\n{\"kernelInfo\":{\"items\":[{\"name\":\"own\"}]}}\n#!own\nb"));
}
