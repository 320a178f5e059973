namespace Derma.Notebooks.Tests.Magics;

public sealed class MagicErrorTests
{
    [Theory]
    [InlineData("#!connect jupyter", "Unknown magic command '#!connect'.")]
    [InlineData("#!set --name x", "Missing required parameter '--value'.")]
    [InlineData("#!set --value 1", "Missing required parameter '--name'.")]
    [InlineData("#!set --name x --value 1 --name y", "A maximum of 1 occurrences are allowed for named parameter '--name'.")]
    [InlineData("#!set --name x --value 1 --colour red", "Unrecognized parameter name '--colour'.")]
    [InlineData("#!set --name 1x --value 1", "'1x' is no name that C# allows.")]
    [InlineData("#!set --name x --value", "Missing value for required parameter '--value'.")]
    [InlineData("#!set --name x --value @csharp:big", "Value 'big' not found in kernel csharp.")]
    [InlineData("#!set --name x --value @input:\"Age?\"", "'x' is asked for, and nobody is asked here; give the answer by --input \"x=VALUE\".")]
    [InlineData("#!share x --from csharp", "Value 'x' not found in kernel csharp.")]
    [InlineData("#!share x", "Missing required parameter '--from'.")]
    [InlineData("#!import none.dib", "There is no notebook at none.dib.")]
    public async Task A_wrong_command_is_one_sentence_that_names_file_line_and_cell(string line, string sentence)
    {
        var folder = RunText.NewFolder();
        var error = await InProcess.ErrorOf($"#!markdown\n\n# Title\n\n#!csharp\n\nvar a = 1;\n{line}", folder);
        Assert.Equal($"01-test.dib(8): cell 2: {sentence}", error.Message.Replace(folder + Path.DirectorySeparatorChar, ""));
    }

    [Theory]
    [InlineData("#!html")]
    [InlineData("#!mermaid")]
    public async Task A_kernel_without_variables_takes_no_values(string kernel) =>
        Assert.StartsWith("01-test.dib(4): cell 2: ", (await InProcess.ErrorOf($"#!csharp\nvar x = 1;\n{kernel}\n#!share x --from csharp")).Message);

    [Theory]
    [InlineData("--byref")]
    [InlineData("")]
    public async Task A_value_that_javascript_cannot_get_is_one_sentence(string option) => Assert.Equal(
        "01-test.dib(2): cell 1: Value 'x' not found in kernel csharp.",
        (await InProcess.ErrorOf($"#!javascript\n#!set --name x --value @csharp:x {option}")).Message);

    [Fact]
    public async Task A_value_has_one_source() => Assert.Equal(
        "01-test.dib(2): cell 1: The --from-value and --from-file options cannot be used together.",
        (await InProcess.ErrorOf("#!csharp\n#!value --name x --from-file none.txt --from-value 1")).Message);

    [Theory]
    [InlineData("--from-file none.txt", "Could not find file ")]
    [InlineData("--from-url http://127.0.0.1:9/none", "Connection refused")]
    [InlineData("--from-url none", "An invalid request URI was provided")]
    [InlineData("--from-url file:///etc/hosts", "The 'file' scheme is not supported")]
    public async Task A_value_that_cannot_be_read_is_one_sentence(string source, string sentence) =>
        Assert.StartsWith($"01-test.dib(2): cell 1: {sentence}", (await InProcess.ErrorOf($"#!csharp\n#!value --name x {source}")).Message);

    [Fact]
    public async Task Values_are_bound_before_code_earlier_in_the_cell_runs() =>
        Assert.Contains("Value 'early' not found in kernel csharp", (await InProcess.ErrorOf("#!csharp\nvar early = 1;\n#!set --name x --value @csharp:early\nx")).Message);

    [Theory]
    [InlineData("throw new Exception(\"inside\");", "inner.dib(2): Exception: inside")]
    [InlineData("nope", "inner.dib(2,1): error CS0103: The name 'nope' does not exist in the current context")]
    [InlineData("#!frobnicate", "inner.dib(2): cell 1: Unknown magic command '#!frobnicate'.")]
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
