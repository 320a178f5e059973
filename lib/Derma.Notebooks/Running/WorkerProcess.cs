using System.Diagnostics;
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

    readonly CancellationTokenSource cellClock = new();

    /// <summary>Runs the notebook of a log and returns when the process is gone.</summary>
    public async Task<WorkerEnd> RunAsync(RunLog log, CancellationToken cancellationToken)
    {
        var pipeName = "notebook-" + Guid.NewGuid().ToString("N");
        await using var pipe = new NamedPipeServerStream(pipeName, PipeDirection.InOut, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous);
        using var process = Start(log.File, pipeName);
        using var stopClock = new CancellationTokenSource();
        using var cancelling = cancellationToken.Register(() => stopClock.CancelAfter(options.StopTime));
        using var stop = stopClock.Token.Register(() => Kill(process));
        using var timeout = cellClock.Token.Register(() => Kill(process));
        process.StandardInput.Close();
        var console = Task.WhenAll(ReadTextAsync(process.StandardOutput, StreamOutput.Out, log), ReadTextAsync(process.StandardError, StreamOutput.Error, log));
        var exit = process.WaitForExitAsync(CancellationToken.None);
        if (await Task.WhenAny(pipe.WaitForConnectionAsync(CancellationToken.None), exit) != exit) await ReadEventsAsync(pipe, log);
        await exit;
        await Task.WhenAny(console, Task.Delay(lastWords, CancellationToken.None));
        return new(process.ExitCode, cellClock.IsCancellationRequested ? options.CellTimeout : null, cancellationToken.IsCancellationRequested);
    }

    Process Start(string file, string pipeName)
    {
        var start = new ProcessStartInfo(DotnetPath())
        {
            ArgumentList = { "exec", typeof(WorkerProcess).Assembly.Location, "worker", file, pipeName },
            WorkingDirectory = Path.GetDirectoryName(file),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in options.Environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    async Task ReadEventsAsync(Stream pipe, RunLog log)
    {
        using var reader = new StreamReader(pipe, Encoding.UTF8);
        while (await reader.ReadLineAsync(CancellationToken.None) is { } line)
        {
            // A process that is killed while it writes leaves half a line.
            if (!line.EndsWith('}') || JsonSerializer.Deserialize(line, WorkerEventJson.Default.WorkerEvent) is not { } message) continue;
            if (message.Kind == WorkerEventKind.CellStarted) cellClock.CancelAfter(options.CellTimeout);
            else if (message.Kind == WorkerEventKind.CellFinished) cellClock.CancelAfter(Timeout.InfiniteTimeSpan);
            log.Apply(message);
        }
    }

    /// <summary>What goes past the managed console: native libraries, grandchildren, the runtime's last words in a crash.</summary>
    static async Task ReadTextAsync(StreamReader reader, string name, RunLog log)
    {
        var buffer = new char[4096];
        while (await reader.ReadAsync(buffer) is > 0 and var count) log.AppendText(name, new string(buffer, 0, count));
    }

    static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It ended by itself in the meantime.
        }
    }

    /// <summary>The host that runs this process, wherever it is installed: it lies three folders above the framework.</summary>
    static string DotnetPath()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var host = Path.GetFullPath(Path.Combine(framework, "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
        return File.Exists(host) ? host : "dotnet";
    }
}
