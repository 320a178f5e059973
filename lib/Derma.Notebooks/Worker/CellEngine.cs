using System.Diagnostics;
using Derma.Notebooks.Documents;
using Derma.Notebooks.Outputs;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;

namespace Derma.Notebooks.Worker;

/// <summary>Runs cells one after the other, each by its kernel, with the state that earlier cells left.</summary>
internal sealed class CellEngine(string folder, CancellationToken stopping)
{
    readonly CSharpKernel csharp = new(folder);

    /// <summary>Runs a cell and returns why it failed, or null.</summary>
    public async Task<ErrorOutput?> RunAsync(SourceFile file, Cell cell, int number, CellSink sink)
    {
        new KernelInvocationContext(new SubmitCode(cell.Source), sink, stopping).Enter();
        try
        {
            await RunPiecesAsync(file, cell, sink);
            return null;
        }
        catch (CellFailure failure)
        {
            return failure.Error with { Traceback = [$"Cell {number} of {file.Name}", .. failure.Error.Traceback] };
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return CellFailure.At(file, cell.Line, "Stopped", $"cell {number} was stopped.").Error;
        }
    }

    async Task RunPiecesAsync(SourceFile file, Cell cell, CellSink sink)
    {
        // All directives are read before anything runs, so that a mistake in the last line does not cost the minutes of the first.
        var pieces = CellPiece.Split(file, cell);
        Stopwatch? time = null;
        foreach (var piece in pieces)
            if (piece.Directive is null) await RunCodeAsync(file, piece, sink);
            else if (piece.Directive == "import") await ImportAsync(file, piece, sink);
            else time = Stopwatch.StartNew();
        if (time is not null) sink.Show(MimeTypes.Text, FormattableString.Invariant($"Wall time: {time.Elapsed.TotalMilliseconds}ms"));
    }

    async Task RunCodeAsync(SourceFile file, CellPiece piece, CellSink sink)
    {
        switch (piece.Kernel)
        {
            case KernelNames.Default: await csharp.RunAsync(file, piece, sink, stopping); break;
            case "html": sink.Show(MimeTypes.Html, piece.Text); break;
            case "javascript": sink.Show(MimeTypes.JavaScript, piece.Text); break;
            case "mermaid": sink.Show(MimeTypes.Mermaid, piece.Text); break;
            case KernelNames.Markdown: sink.Show(MimeTypes.Markdown, piece.Text); break;
            default: throw CellFailure.At(file, piece.Line, "UnknownKernel", $"there is no kernel '{piece.Kernel}' here; csharp, html, javascript and mermaid cells run.");
        }
    }

    async Task ImportAsync(SourceFile file, CellPiece piece, CellSink sink)
    {
        var path = Path.GetFullPath(piece.Text, folder);
        if (file.IsWithin(path)) throw CellFailure.At(file, piece.Line, "ImportError", $"{piece.Text} imports itself.");
        try
        {
            foreach (var cell in Notebook.Load(path).Cells) await RunPiecesAsync(new(path, file), cell, sink);
        }
        catch (NotebookException problem)
        {
            throw CellFailure.At(file, piece.Line, "ImportError", problem.Message);
        }
        catch (CellFailure failure)
        {
            throw failure.ImportedBy(file, piece.Line);
        }
    }
}
