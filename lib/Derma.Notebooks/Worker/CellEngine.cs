using System.Diagnostics;
using System.Runtime.InteropServices;
using Derma.Notebooks.Documents;
using Derma.Notebooks.Outputs;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;

namespace Derma.Notebooks.Worker;

/// <summary>Runs cells one after the other, each by its kernel, with the state that earlier cells left.</summary>
internal sealed class CellEngine
{
    readonly WorkerJob job;
    readonly string folder;
    readonly CancellationToken stopping;
    readonly ReferenceResolver references;
    readonly CSharpKernel csharp;
    readonly Variables variables;

    public CellEngine(WorkerJob job, CancellationToken stopping)
    {
        (this.job, this.stopping, folder) = (job, stopping, Path.GetDirectoryName(job.File)!);
        references = new(folder, job.PackageFolders);
        csharp = new(references, folder, job.CheckOnly);
        variables = new(csharp, job, folder);
    }

    public async Task<ErrorOutput?> RunAsync(Cell cell, int number, CellSink sink)
    {
        var file = new SourceFile(job.File, number);
        new KernelInvocationContext(new SubmitCode(cell.Source), sink, stopping) { Inputs = job.Inputs }.Enter();
        try
        {
            await RunPiecesAsync(file, cell, sink);
            return null;
        }
        catch (CellFailure failure)
        {
            return failure.Error with { Traceback = [$"Cell {number} of {file.Name}", .. failure.Error.Traceback] };
        }
        catch (Exception problem)
        {
            return (problem is OperationCanceledException && stopping.IsCancellationRequested ? CellFailure.At(file, cell.Line, "Stopped", "it was stopped.")
                : CellFailure.At(file, cell.Line, problem.GetType().FullName!, problem.Message)).Error;
        }
    }

    async Task RunPiecesAsync(SourceFile file, Cell cell, CellSink sink)
    {
        // All directives are read and their values bound before anything runs, so that a mistake in the last line does not cost the minutes of the first.
        var pieces = CellPiece.Split(file, cell, references)
            .Select(piece => piece.Directive is { Name: "set" or "share" } ? variables.Bind(file, piece) : piece).ToArray();
        Stopwatch? time = null;
        foreach (var piece in pieces)
            if (piece.Directive is not { Name: not "value" } directive) await RunCodeAsync(file, piece, sink);
            else if (directive.Name == "import") await ImportAsync(file, directive, sink);
            else if (directive.Name == "time") time = Stopwatch.StartNew();
            else ShowFacts(directive.Name, piece.Kernel, sink);
        if (time is not null) sink.Show(MimeTypes.Text, FormattableString.Invariant($"Wall time: {time.Elapsed.TotalMilliseconds}ms"));
    }

    async Task RunCodeAsync(SourceFile file, CellPiece piece, CellSink sink)
    {
        switch (piece.Kernel)
        {
            case KernelNames.Default: await csharp.RunAsync(file, piece, sink, stopping); break;
            case "value": await variables.StoreAsync(file, piece, sink, stopping); break;
            case "html": sink.Show(MimeTypes.Html, piece.Text); break;
            case "javascript": sink.Show(MimeTypes.JavaScript, piece.Text); break;
            case "mermaid": sink.Show(MimeTypes.Mermaid, piece.Text); break;
            case KernelNames.Markdown: sink.Show(MimeTypes.Markdown, piece.Text); break;
            default: throw CellFailure.At(file, piece.Line, "UnknownKernel", $"there is no kernel '{piece.Kernel}' here; csharp, value, html, javascript and mermaid cells run.");
        }
    }

    void ShowFacts(string directive, string kernel, CellSink sink)
    {
        if (directive == "who") sink.Show(MimeTypes.Text, string.Join('\n', variables.In(kernel).Select(row => row[0])));
        else if (directive == "whos") sink.Show(MimeTypes.Html, Variables.Rows(["Variable", "Type", "Value"], variables.In(kernel)));
        else if (directive == "lsmagic") sink.Show(MimeTypes.Text, string.Join('\n', Directive.Usages));
        else sink.Show(MimeTypes.Html, Variables.Rows(["Derma.Notebooks", ".NET", "System"], [[typeof(CellEngine).Assembly.GetName().Version!.ToString(3), Environment.Version.ToString(), RuntimeInformation.OSDescription]]));
    }

    async Task ImportAsync(SourceFile file, Directive directive, CellSink sink)
    {
        var path = Path.GetFullPath(directive["file"], folder);
        if (file.IsWithin(path)) throw CellFailure.At(file, directive.Line, "ImportError", $"{directive["file"]} imports itself.");
        try
        {
            foreach (var (cell, index) in Notebook.Load(path).Cells.Select((cell, index) => (cell, index))) await RunPiecesAsync(new(path, index + 1, file), cell, sink);
        }
        catch (NotebookException problem)
        {
            throw CellFailure.At(file, directive.Line, "ImportError", problem.Message);
        }
        catch (CellFailure failure)
        {
            throw failure.ImportedBy(file, directive.Line);
        }
    }
}
