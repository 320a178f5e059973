using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Derma.Bench;

/// <summary>The notebook runner as a command, or nbclient, or dotnet-repl: start, small cells, a talkative cell, a large output. The notebooks say the same in either language.</summary>
/// <param name="program"><c>workbook.dll</c>, the Python program that runs nbclient, or <c>dotnet-repl</c>.</param>
/// <param name="folder">Where notebooks and results go.</param>
sealed class NotebookBench(string program, string folder)
{
    const string First = "first output", Last = "last output";
    const int Cells = 100, Lines = 10_000, LargeMegabytes = 50;

    readonly bool isPython = program.EndsWith(".py", StringComparison.Ordinal), isRepl = program == "dotnet-repl";

    public int Run()
    {
        var one = Measure("one", []);
        var many = Measure("many", [.. Enumerable.Range(1, Cells).Select(number => $"{number} * 17")]);
        var lines = Measure("lines", [isPython ? $"for i in range({Lines}): print('line', i)" : $"for (var i = 0; i < {Lines}; i++) Console.WriteLine($\"line {{i}}\");"]);
        var large = Measure("large", [isPython
            ? $"from IPython.display import HTML, display\ndisplay(HTML('<p>' + 'x' * ({LargeMegabytes} << 20) + '</p>'))"
            : $"new string('x', {LargeMegabytes} << 20).Display(\"text/html\");"]);
        Report.Write(new
        {
            first_ms = one.Tree.FirstMs, whole_ms = one.Tree.WholeMs, cell_ms = Between(many.Tree) / Cells, lines_ms = Between(lines.Tree), large_ms = Between(large.Tree),
            one_peak_mib = one.Tree.PeakMiB, lines_peak_mib = lines.Tree.PeakMiB, large_peak_mib = large.Tree.PeakMiB, lines_file_kib = lines.FileKiB, large_file_kib = large.FileKiB,
        });
        return 0;
    }

    static double Between(ProcessTree tree) => tree.LastMs - tree.FirstMs;

    (ProcessTree Tree, long FileKiB) Measure(string name, string[] cells)
    {
        var root = Path.Combine(folder, name);
        if (Directory.Exists(root)) Directory.Delete(root, recursive: true);
        var notebooks = Directory.CreateDirectory(Path.Combine(root, "notebooks")).FullName;
        string[] sources = [Print(First), .. cells, Print(Last)];
        File.WriteAllText(Path.Combine(notebooks, "01-bench.dib"), string.Concat(sources.Select(source => $"#!csharp\n\n{source}\n\n")));
        var tree = isRepl ? ProcessTree.Run(Repl(root, notebooks), First, Last, begun => Kept(Path.Combine(root, "01-bench.ipynb"), begun))
            : ProcessTree.Run(isPython ? Nbclient(root, sources) : Runner(root), First, Last);
        return (tree, new FileInfo(Directory.EnumerateFiles(root, "01-bench.ipynb", SearchOption.AllDirectories).First()).Length / 1024);
    }

    string Print(string line) => isPython ? $"print('{line}')" : $"Console.WriteLine(\"{line}\");";

    ProcessStartInfo Runner(string root) => new("dotnet", [program, "run"]) { Environment = { ["DERMA_ROOT"] = root }, WorkingDirectory = root };

    static ProcessStartInfo Repl(string root, string notebooks) => new(
        "dotnet-repl", ["--run", Path.Combine(notebooks, "01-bench.dib"), "--exit-after-run", "--output-format", "ipynb", "--output-path", Path.Combine(root, "01-bench.ipynb")])
    {
        WorkingDirectory = root, RedirectStandardInput = true,
    };

    /// <summary>It prints nothing where nobody looks, but keeps when each cell ended.</summary>
    static (double First, double Last) Kept(string notebook, DateTimeOffset begun)
    {
        var ends = JsonNode.Parse(File.ReadAllText(notebook))!["cells"]!.AsArray()
            .Select(cell => (DateTimeOffset.Parse((string)cell!["metadata"]!["dotnet_repl_cellExecutionEndTime"]!, CultureInfo.InvariantCulture) - begun).TotalMilliseconds);
        return (ends.First(), ends.Last());
    }

    ProcessStartInfo Nbclient(string root, string[] sources)
    {
        var list = Path.Combine(root, "cells.json");
        File.WriteAllText(list, System.Text.Json.JsonSerializer.Serialize(sources));
        return new ProcessStartInfo("/usr/bin/python3", [program, list, Path.Combine(root, "01-bench.ipynb")]) { Environment = { ["PYDEVD_DISABLE_FILE_VALIDATION"] = "1" } }; // else its debugger warns, four times a start
    }
}
