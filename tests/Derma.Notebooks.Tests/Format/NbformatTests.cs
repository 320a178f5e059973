using System.Diagnostics;
using Derma.Notebooks.Documents;
using Derma.Notebooks.Running;
using Derma.Notebooks.Tests.Results;

namespace Derma.Notebooks.Tests.Format;

/// <summary>What Jupyter's own library says of the files, where it is installed (Debian: python3-nbformat).</summary>
public sealed class NbformatTests
{
    const string Check = "import nbformat, sys; nb = nbformat.read(sys.argv[1], as_version=4); nbformat.validate(nb); print(nb.nbformat, nb.nbformat_minor, len(nb.cells))";

    static readonly string? python = new[] { "python3", "/usr/bin/python3", "python" }.FirstOrDefault(program => Run(program, "-c", "import nbformat").Succeeded);

    static (bool Succeeded, string Output) Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var error = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd() + error.Result;
            process.WaitForExit();
            return (process.ExitCode == 0, output);
        }
        catch (System.ComponentModel.Win32Exception problem)
        {
            return (false, problem.Message);
        }
    }

    static string Validated(Notebook notebook)
    {
        Skip.If(python is null, "Python's nbformat is not installed.");
        var path = Path.Combine(RunText.NewFolder(), "written.ipynb");
        notebook.Save(path);
        return Run(python, "-W", "error", "-c", Check, path).Output.Trim();
    }

    [SkippableFact]
    public void Results_of_every_kind_are_valid() => Assert.Equal("4 5 3", Validated(Samples.Passed.ToNotebook()));

    [SkippableFact]
    public async Task A_run_that_shows_text_displays_of_many_types_a_result_and_an_error_is_valid()
    {
        var run = await InProcess.RunAsync("#!markdown\n# Title\n#!csharp\n// parameters\nvar rate = 1;\n#!csharp\n#!set --name x --value 1\n\"not json\".DisplayAs(\"application/json\"); \"{\\\"a\\\":1}\".DisplayAs(\"application/json\");"
            + "\n\"[1]\".DisplayAs(\"application/vnd.plotly.v1+json\"); \"a,b\".DisplayAs(\"text/csv\"); display(new string('x', 2_000_000)); HTML(\"\\u0000\\ud800<b>\")\n#!value --name v --from-value 1"
            + "\n#!html\n\n#!javascript\nlet a\n#!mermaid\ngraph TD\n#!csharp\nthrow new Exception(\"a\\nb\");\n#!csharp\nnever");
        Assert.Equal(["DisplayOutput", "ErrorOutput", "ResultOutput", "StreamOutput"], run.Cells.SelectMany(cell => cell.Outputs).Select(output => output.GetType().Name).Distinct().Order());
        Assert.Equal($"4 5 {run.Cells.Count}", Validated(run.ToNotebook()));
    }

    [SkippableFact]
    public void Results_that_are_run_again_with_other_parameters_have_ids_that_occur_once()
    {
        var first = new Notebook([new("csharp", "// parameters\nvar rate = 1;", 1), new("csharp", "rate", 4), new("csharp", "rate", 6)]);
        Assert.Equal("4 5 4", Validated(Parameters.Set(IpynbReader.Parse(IpynbWriter.Write(first)), new Dictionary<string, string> { ["rate"] = "2" })));
    }

    [SkippableFact]
    public void A_failed_notebook_is_valid() => Assert.Equal("4 5 2", Validated(Samples.Failed.ToNotebook()));

    [SkippableFact]
    public void A_notebook_without_ids_of_its_cells_gets_them() =>
        Assert.Equal("4 5 1", Validated(IpynbReader.Parse("""{"cells":[{"cell_type":"code","source":"1","metadata":{}}],"metadata":{},"nbformat":4,"nbformat_minor":2}""")));
}
