using System.IO.Pipes;
using Derma.Notebooks.Documents;
using Derma.Notebooks.Outputs;

namespace Derma.Notebooks.Worker;

/// <summary>The child process: runs the cells of one notebook up to the first that fails, and reports to the parent by a pipe.</summary>
internal static class NotebookWorker
{
    public static async Task<int> RunAsync(string file, string pipeName)
    {
        await using var pipe = new NamedPipeClientStream(".", pipeName, PipeDirection.InOut);
        await pipe.ConnectAsync(TimeSpan.FromSeconds(30), CancellationToken.None);
        using var stopping = new CancellationTokenSource();
        Console.CancelKeyPress += (_, press) =>
        {
            press.Cancel = true;
            stopping.Cancel();
        };
        EndWithParent(pipe);
        var source = new SourceFile(Path.GetFullPath(file));
        Directory.SetCurrentDirectory(Path.GetDirectoryName(source.Path)!);
        var channel = new EventChannel(pipe);
        Console.SetOut(new ChannelWriter(channel, StreamOutput.Out));
        Console.SetError(new ChannelWriter(channel, StreamOutput.Error));
        await RunCellsAsync(source, channel, stopping.Token);
        return 0;
    }

    static async Task RunCellsAsync(SourceFile source, EventChannel channel, CancellationToken stopping)
    {
        var cells = Notebook.Load(source.Path).Cells;
        var engine = new CellEngine(Path.GetDirectoryName(source.Path)!, stopping);
        for (var index = 0; index < cells.Count && !stopping.IsCancellationRequested; index++)
        {
            if (cells[index].IsMarkdown) continue;
            channel.StartCell(index);
            var error = await engine.RunAsync(source, cells[index], index + 1, new CellSink(channel, index));
            channel.Send(new(WorkerEventKind.CellFinished) { Cell = index, Error = error });
            if (error is not null) return;
        }
    }

    /// <summary>The parent never writes: the end of its stream means that it is gone, and then nobody wants the results.</summary>
    static void EndWithParent(Stream pipe) => _ = Task.Run(async () =>
    {
        _ = await pipe.ReadAsync(new byte[1]);
        Environment.Exit(1);
    });
}
