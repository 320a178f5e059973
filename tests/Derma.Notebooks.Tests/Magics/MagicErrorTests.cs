namespace Derma.Notebooks.Tests.Magics;

public sealed class MagicErrorTests
{
    [Theory]
    [InlineData("#!connect jupyter", "there is no magic command '#!connect' here; #!lsmagic shows those there are.")]
    [InlineData("#!set --name x", "#!set needs --value.")]
    [InlineData("#!set --value 1", "#!set needs --name.")]
    [InlineData("#!set --name x --value 1 --name y", "#!set takes only one --name.")]
    [InlineData("#!set --name x --value 1 --colour red", "#!set takes no '--colour'.")]
    [InlineData("#!set --name 1x --value 1", "#!set needs a name that C# allows, not '1x'.")]
    [InlineData("#!set --name x --value", "#!set --value lacks its value.")]
    [InlineData("#!set --name x --value @csharp:big", "#!set finds no 'big' in csharp.")]
    [InlineData("#!set --name x --value @input:\"Age?\"", "#!set asks for 'x', and nobody is asked here; give the answer by --input x=VALUE.")]
    [InlineData("#!share x --from csharp", "#!share finds no 'x' in csharp.")]
    [InlineData("#!share x --from javascript", "#!share takes values from csharp and value, not from 'javascript'.")]
    [InlineData("#!set --name x --value @csharp:x --byref --mime-type text/html", "#!set takes --byref in C# cells only, and without --mime-type.")]
    [InlineData("#!share x", "#!share needs --from.")]
    [InlineData("#!time now", "#!time takes no 'now'.")]
    [InlineData("#!import none.dib", "There is no notebook at none.dib.")]
    public async Task A_wrong_command_is_one_sentence_that_names_file_line_and_cell(string line, string sentence)
    {
        var folder = RunText.NewFolder();
        var error = await InProcess.ErrorOf($"#!markdown\n\n# Title\n\n#!csharp\n\nvar a = 1;\n{line}", folder);
        Assert.Equal($"01-test.dib(8): cell 2: {sentence}", error.Message.Replace(folder + Path.DirectorySeparatorChar, ""));
    }

    [Fact]
    public async Task A_value_cell_needs_a_name() => Assert.Equal("01-test.dib(2): cell 1: #!value needs --name.", (await InProcess.ErrorOf("#!value\ntext")).Message);

    [Theory]
    [InlineData("#!html", "#!share works in csharp, javascript and value cells; html has no variables.")]
    [InlineData("#!mermaid", "#!share works in csharp, javascript and value cells; mermaid has no variables.")]
    public async Task A_kernel_without_variables_takes_no_values(string kernel, string sentence) =>
        Assert.Equal($"01-test.dib(4): cell 2: {sentence}", (await InProcess.ErrorOf($"#!csharp\nvar x = 1;\n{kernel}\n#!share x --from csharp")).Message);

    [Theory]
    [InlineData("--byref", "#!set takes --byref in C# cells only, and without --mime-type.")]
    [InlineData("", "#!set finds no 'x' in csharp.")]
    public async Task A_value_that_javascript_cannot_get_is_one_sentence(string option, string sentence) =>
        Assert.Equal($"01-test.dib(2): cell 1: {sentence}", (await InProcess.ErrorOf($"#!javascript\n#!set --name x --value @csharp:x {option}")).Message);

    [Theory]
    [InlineData("--from-file none.txt --from-value 1")]
    [InlineData("--from-value 1\ntext below")]
    public async Task A_value_has_one_source(string line) =>
        Assert.Equal("01-test.dib(2): cell 1: #!value takes one of --from-file, --from-url, --from-value and the text below it.", (await InProcess.ErrorOf($"#!csharp\n#!value --name x {line}")).Message);

    [Theory]
    [InlineData("--from-file none.txt", "'none.txt': Could not find file ")]
    [InlineData("--from-url http://127.0.0.1:9/none", "'http://127.0.0.1:9/none': Connection refused")]
    [InlineData("--from-url none", "'none': Invalid URI")]
    [InlineData("--from-url file:///etc/hosts", "'file:///etc/hosts': The 'file' scheme is not supported")]
    public async Task A_value_that_cannot_be_read_is_one_sentence(string source, string sentence) =>
        Assert.StartsWith($"01-test.dib(2): cell 1: #!value cannot read {sentence}", (await InProcess.ErrorOf($"#!csharp\n#!value --name x {source}")).Message);

    [Fact]
    public async Task Values_are_bound_before_code_earlier_in_the_cell_runs() =>
        Assert.Contains("finds no 'early' in csharp", (await InProcess.ErrorOf("#!csharp\nvar early = 1;\n#!set --name x --value @csharp:early\nx")).Message);

    [Theory]
    [InlineData("throw new Exception(\"inside\");", "inner.dib(2): Exception: inside")]
    [InlineData("nope", "inner.dib(2,1): error CS0103: The name 'nope' does not exist in the current context")]
    [InlineData("#!frobnicate", "inner.dib(2): cell 1: there is no magic command '#!frobnicate' here; #!lsmagic shows those there are.")]
    public async Task An_error_inside_an_import_fails_the_importing_cell_and_names_both_places(string code, string message)
    {
        var folder = RunText.NewFolder();
        File.WriteAllText(Path.Combine(folder, "inner.dib"), "#!csharp\n" + code);
        var error = await InProcess.ErrorOf("#!csharp\n\n#!import inner.dib\n\n#!csharp\n\n1", folder);
        Assert.Equal(message, error.Message);
        Assert.Contains("imported by 01-test.dib(3)", error.Traceback);
        Assert.Equal(3, error.Line);
    }

    [Fact]
    public async Task A_question_in_code_is_an_error_that_says_what_to_pass() =>
        Assert.Contains("give the answer by --input \"Age?=VALUE\"", (await InProcess.ErrorOf("await GetInputAsync(\"Age?\")")).Message);

    [Fact]
    public async Task A_file_may_be_imported_twice()
    {
        var folder = RunText.NewFolder();
        File.WriteAllText(Path.Combine(folder, "inner.dib"), "#!csharp\nvar a = 21;");
        Assert.Contains("42", (await InProcess.RunAsync("#!csharp\n#!import inner.dib\n#!import inner.dib\na * 2", folder)).Cells[0].Result());
    }

    [Fact]
    public async Task A_jupyter_notebook_may_be_imported()
    {
        var folder = RunText.NewFolder();
        File.WriteAllText(Path.Combine(folder, "inner.ipynb"), "{\"cells\":[{\"cell_type\":\"code\",\"source\":\"var a = 42;\"}],\"nbformat\":4}");
        Assert.Contains("42", (await InProcess.RunAsync("#!csharp\n#!import inner.ipynb\na", folder)).Cells[0].Result());
    }
}
