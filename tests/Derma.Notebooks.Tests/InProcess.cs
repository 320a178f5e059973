using System.Collections.Concurrent;
using System.Text.Json;
using Derma.Notebooks.Documents;
using Derma.Notebooks.Outputs;
using Derma.Notebooks.Running;
using Derma.Notebooks.Engine;
using Microsoft.CodeAnalysis;

namespace Derma.Notebooks.Tests;

/// <summary>Runs cells in the process of the tests, which is quick; the console is not theirs then, and a crash would be everybody's.</summary>
static class InProcess
{
    // The same assemblies for every notebook: read anew for each, they came to four gigabytes.
    static readonly ConcurrentDictionary<string, PortableExecutableReference> references = [];

    public static async Task<NotebookRun> RunAsync(string text, string? folder = null, bool checkOnly = false, string name = "01-test.dib")
    {
        var file = Path.Combine(folder ?? RunText.NewFolder(), name);
        File.WriteAllText(file, text);
        var log = new RunLog(file, Notebook.Load(file), null, new());
        using var stream = new MemoryStream();
        var (job, channel) = (new WorkerJob(file, log.Run.Notebook.Cells, new Dictionary<string, string>(), checkOnly), new EventChannel(stream));
        var engine = new CellEngine(job, channel, ScriptReferences.Of(new AssemblyFinder(Path.GetDirectoryName(file)!, references)));
        await NotebookWorker.RunCellsAsync(engine, job, channel, CancellationToken.None);
        stream.Position = 0;
        await foreach (var message in JsonSerializer.DeserializeAsyncEnumerable(stream, WorkerEventJson.Default.WorkerEvent, topLevelValues: true)) log.Apply(message!);
        return log.Run;
    }

    /// <summary>Why a notebook fails.</summary>
    public static async Task<ErrorOutput> ErrorOf(string text, string? folder = null) => (await RunAsync(text, folder)).FirstFailure!.Error!;
}
