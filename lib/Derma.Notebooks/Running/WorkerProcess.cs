using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;
using System.Text;
using System.Text.Json;
using Derma.Notebooks.Outputs;
using Derma.Notebooks.Worker;

namespace Derma.Notebooks.Running;

/// <summary>The parent's side of a child process that runs one notebook.</summary>
internal sealed class WorkerProcess(RunOptions options)
{
    /// <summary>How long to wait for the last words of a process that is gone: a grandchild may hold its output open for ever.</summary>
    static readonly TimeSpan lastWords = TimeSpan.FromSeconds(2);

    /// <summary>How often the memory of the process is looked at.</summary>
    static readonly TimeSpan memoryWatch = TimeSpan.FromMilliseconds(100);

    readonly CancellationTokenSource cellClock = new();
    readonly long memoryLimit = options.MemoryLimit ?? GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 10 * 9;
    bool overMemory;

    /// <summary>Runs the notebook of a log and returns when the process is gone.</summary>
    public async Task<WorkerEnd> RunAsync(RunLog log, CancellationToken cancellationToken)
    {
        var pipeName = "notebook-" + Guid.NewGuid().ToString("N");
        await using var pipe = new NamedPipeServerStream(pipeName, PipeDirection.InOut, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous);
        using var process = Start(log, pipeName);
        using var stopClock = new CancellationTokenSource();
        using var cancelling = cancellationToken.Register(() =>
        {
            stopClock.CancelAfter(options.StopTime);
            _ = SendAsync(pipe, WorkerJob.Stop);
        });
        using var stop = stopClock.Token.Register(() => Kill(process));
        using var memory = new Timer(_ => WatchMemory(process), null, memoryWatch, memoryWatch);
        using var timeout = cellClock.Token.Register(() => Kill(process));
        process.StandardInput.Close();
        var console = Task.WhenAll(ReadTextAsync(process.StandardOutput, StreamOutput.Out, log), ReadTextAsync(process.StandardError, StreamOutput.Error, log));
        var exit = process.WaitForExitAsync(CancellationToken.None);
        if (await Task.WhenAny(pipe.WaitForConnectionAsync(CancellationToken.None), exit) != exit)
        {
            var job = new WorkerJob(log.File, log.Cells, options.Inputs, options.PackageFolders, options.CheckOnly);
            await SendAsync(pipe, JsonSerializer.Serialize(job, WorkerEventJson.Default.WorkerJob));
            await ReadEventsAsync(pipe, log);
        }
        await exit;
        await Task.WhenAny(console, Task.Delay(lastWords, CancellationToken.None));
        return new(process.ExitCode, cellClock.IsCancellationRequested ? options.CellTimeout : null, overMemory ? memoryLimit : null, cancellationToken.IsCancellationRequested);
    }

    /// <summary>Writes one line to the child; one that is gone does not read it.</summary>
    static async Task SendAsync(Stream pipe, string line)
    {
        try
        {
            await pipe.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"));
        }
        catch (Exception problem) when (problem is IOException or InvalidOperationException)
        {
            // What its end means is told by its exit code.
        }
    }

    void WatchMemory(Process process) => WhileAlive(() =>
    {
        process.Refresh();
        if (process.WorkingSet64 <= memoryLimit) return;
        overMemory = true;
        Kill(process);
    });

    static void Kill(Process process) => WhileAlive(() => process.Kill(entireProcessTree: true));

    static void WhileAlive(Action action)
    {
        try
        {
            action();
        }
        catch (InvalidOperationException)
        {
            // It ended by itself in the meantime.
        }
    }

    Process Start(RunLog log, string pipeName)
    {
        var start = new ProcessStartInfo(DotnetPath())
        {
            ArgumentList = { "exec", typeof(WorkerProcess).Assembly.Location, "worker", pipeName },
            WorkingDirectory = Path.GetDirectoryName(log.File),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in options.Environment) start.Environment[name] = value;
        // The managed heap keeps the limit by itself, with an exception at the line that asks for too much; all else is watched.
        if (options.MemoryLimit is { } limit) start.Environment["DOTNET_GCHeapHardLimit"] = limit.ToString("x", CultureInfo.InvariantCulture);
        return Process.Start(start)!;
    }

    async Task ReadEventsAsync(Stream pipe, RunLog log)
    {
        await foreach (var message in EventChannel.ReadAsync(pipe))
        {
            if (message.Begins) cellClock.CancelAfter(options.CellTimeout);
            else if (message.Ends) cellClock.CancelAfter(Timeout.InfiniteTimeSpan);
            log.Apply(message);
        }
    }

    /// <summary>What goes past the managed console: native libraries, grandchildren, the runtime's last words in a crash.</summary>
    static async Task ReadTextAsync(StreamReader reader, string name, RunLog log)
    {
        var buffer = new char[4096];
        while (await reader.ReadAsync(buffer) is > 0 and var count) log.AppendText(name, new string(buffer, 0, count));
    }

    /// <summary>The host that runs this process, wherever it is installed: it lies three folders above the framework.</summary>
    static string DotnetPath()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var host = Path.GetFullPath(Path.Combine(framework, "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        return File.Exists(host) ? host : "dotnet";
    }
}
