using Derma.Notebooks.Running;

namespace Derma.Notebooks.Tests.CSharp;

public sealed class ErrorTests
{
    [Fact]
    public async Task An_expression_with_a_semicolon_is_no_statement() => Assert.Contains("error CS0201", (await InProcess.ErrorOf("1+1;")).Message);

    [Fact]
    public async Task Kernel_and_context_need_a_using() => Assert.Contains("error CS0103", (await InProcess.ErrorOf("KernelInvocationContext.Current")).Message);

    [Fact]
    public async Task What_was_assigned_before_an_exception_stays()
    {
        var run = await InProcess.RunAsync("#!csharp\nvar a = 1;\n#!csharp\na = 2; throw new Exception(\"x\");\n#!csharp\na", checkOnly: false);
        Assert.Equal([CellStatus.Passed, CellStatus.Failed, CellStatus.NotRun], run.Cells.Select(cell => cell.Status));
    }

    [Fact]
    public async Task An_exception_leads_to_the_line_that_threw_it_and_not_to_the_one_inside_it()
    {
        var error = await InProcess.ErrorOf("#!csharp\n\nvoid F() => throw new ArgumentException(\"in\");\ntry { F(); } catch (Exception e) { throw new InvalidOperationException(\"out\", e); }");
        Assert.Equal("01-test.dib(4): InvalidOperationException: out", error.Message);
    }

    [Fact]
    public async Task An_error_in_a_loaded_script_names_the_script()
    {
        var folder = RunText.NewFolder();
        File.WriteAllText(Path.Combine(folder, "part.csx"), "int ok = 1;\nint bad = nope;\n");
        Assert.StartsWith("part.csx(2,11): error CS0103", (await InProcess.ErrorOf("#load \"part.csx\"\nok", folder)).Message);
    }

    [Fact]
    public async Task An_error_in_a_jupyter_notebook_leads_to_its_line_of_the_file()
    {
        const string text = "{\"cells\": [\n{\"cell_type\": \"code\",\n\"metadata\": {},\n\"source\": [\n\"var a = 1;\\n\",\n\"var b = c;\"]}],\n\"metadata\": {}, \"nbformat\": 4, \"nbformat_minor\": 5}";
        var run = await InProcess.RunAsync(text, name: "01-test.ipynb");
        Assert.StartsWith("01-test.ipynb(6,9): error CS0103", run.FirstFailure!.Error!.Message);
    }
}
