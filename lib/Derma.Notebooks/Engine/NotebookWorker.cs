using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;
using System.Text.Json;
using Derma.Notebooks.Outputs;

namespace Derma.Notebooks.Engine;

/// <summary>The child process: runs the cells of one notebook up to the first that fails, and reports to the parent by a pipe.</summary>
internal static class NotebookWorker
{
    public static async Task<int> RunAsync(string pipeName, bool waitForDebugger = false)
    {
        var references = ScriptReferences.Of(new AssemblyFinder(Directory.GetCurrentDirectory()));
        // While the parent reads the notebook; awaited, since two compilations that share new references disturb each other.
        var warm = Task.Run(references.WarmUp);
        // Open until the process ends: what the last cell leaves running may have more to say.
        var pipe = new NamedPipeClientStream(".", pipeName, PipeDirection.InOut, PipeOptions.Asynchronous);
        await pipe.ConnectAsync(TimeSpan.FromSeconds(30), CancellationToken.None);
        var orders = new StreamReader(pipe);
        if (await orders.ReadLineAsync() is not { } line) return 1;
        var job = JsonSerializer.Deserialize(line, WorkerEventJson.Default.WorkerJob)!;
        var stopping = new CancellationTokenSource();
        // Ctrl-C reaches this process too; what it means is for the parent to say.
        Console.CancelKeyPress += (_, press) => press.Cancel = true;
        ObeyParent(orders, stopping);
        Directory.SetCurrentDirectory(Path.GetDirectoryName(job.File)!);
        var channel = new EventChannel(pipe);
        Console.SetOut(new ChannelWriter(channel, StreamOutput.Out));
        Console.SetError(new ChannelWriter(channel, StreamOutput.Error));
        // The results are the same wherever they are made: what has a culture names it.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        // On a stack of its own, or what a stack overflow prints would begin with all that led here.
        await Task.Run(async () =>
        {
            var engine = new CellEngine(job, channel, references);
            await warm;
            while (waitForDebugger && !Debugger.IsAttached && !stopping.IsCancellationRequested) await Task.Delay(100);
            await RunCellsAsync(engine, job, channel, stopping.Token);
        });
        channel.Send(WorkerEvent.Over);
        return 0;
    }

    internal static async Task RunCellsAsync(CellEngine engine, WorkerJob job, EventChannel channel, CancellationToken stopping)
    {
        for (var index = 0; index < job.Cells.Count && !stopping.IsCancellationRequested; index++)
        {
            if (job.Cells[index].IsMarkdown) continue;
            channel.Send(new(index, Begins: true));
            var error = await engine.RunAsync(job.Cells[index], index + 1, stopping);
            channel.Send(new(index, Ends: true, Error: error));
            if (error is not null && !job.CheckOnly) return;
        }
    }

    /// <summary>Stops when the parent says so; the end of its stream means that it is gone, and then nobody wants the results.</summary>
    static void ObeyParent(StreamReader orders, CancellationTokenSource stopping) => _ = Task.Run(async () =>
    {
        while (await orders.ReadLineAsync() is not null) stopping.Cancel();
        Environment.Exit(1);
    });
}
