using Derma.Notebooks.Documents;
using Derma.Notebooks.Outputs;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;

namespace Derma.Notebooks.Engine;

/// <summary>Runs cells one after the other in the engine, with the state that earlier cells left.</summary>
internal sealed class CellEngine
{
    readonly WorkerJob job;
    readonly Sources sources = new();
    readonly CSharpKernel csharp;
    readonly CompositeKernel root;

    public CellEngine(WorkerJob job, EventChannel channel, ScriptReferences references)
    {
        var sink = new CellSink(channel, sources);
        this.job = job;
        // One set of references from the first cell on: a library's types are others where what it needs itself was not looked for.
        if (job.Cells.Any(cell => BringsMore(cell.Source))) references = references.All();
        csharp = new(sources, references, job.CheckOnly, sink.Warn);
        root = Kernels.Create(job, sources, csharp, references.Finder);
        root.KernelEvents.Subscribe(sink);
    }

    static bool BringsMore(string code) => new[] { "#r", "#!import", "#load" }.Any(word => code.Contains(word, StringComparison.Ordinal));

    /// <summary>Runs a cell, and says why it failed; null where it did not.</summary>
    public async Task<ErrorOutput?> RunAsync(Cell cell, int number, CancellationToken stopping)
    {
        sources.Begin(new(job.File, number, cell));
        if (root.FindKernelByName(cell.Kernel) is null)
            sources.Fail(cell.Line, "UnknownKernel",
                $"there is no kernel '{cell.Kernel}' here; "
                    + $"{string.Join(", ", root.ChildKernels.Select(kernel => kernel.Name))} cells run.");
        else
        {
            using var stop = stopping.Register(csharp.Stop);
            sources.Take(await root.SendAsync(new SubmitCode(cell.Source, cell.Kernel), CancellationToken.None));
        }
        return sources.Failure;
    }
}
