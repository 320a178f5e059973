using Derma.Notebooks.Outputs;
using Derma.Notebooks.Running;
using Derma.Notebooks.Running.Progress;

namespace Derma.Notebooks.Tests;

/// <summary>Runs notebooks that a test writes down.</summary>
static class RunText
{
    public static string NewFolder() => Directory.CreateTempSubdirectory("notebooks-").FullName;

    public static async Task<NotebookRun> Async(string text, string? folder = null, Func<RunOptions, RunOptions>? with = null,
        IProgress<RunEvent>? progress = null, CancellationToken token = default)
    {
        var file = Path.Combine(folder ?? NewFolder(), "01-test.dib");
        File.WriteAllText(file, text);
        var options = new RunOptions { Files = [file] };
        return (await NotebookRunner.RunAsync(with?.Invoke(options) ?? options, progress, token)).Single();
    }

    public static string Printed(this CellRun cell) => string.Concat(cell.Outputs.OfType<StreamOutput>().Where(stream => stream.Name == "stdout").Select(stream => stream.Text));

    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Shown(this CellRun cell) =>
        [.. cell.Outputs.Select(output => output is DisplayOutput display ? display.Data : (output as ResultOutput)?.Data).OfType<IReadOnlyDictionary<string, string>>()];

    public static string Result(this CellRun cell) => string.Join("|", cell.Outputs.OfType<ResultOutput>().SelectMany(result => result.Data.Values));
}
