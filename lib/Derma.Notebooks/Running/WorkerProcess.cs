using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Derma.Notebooks.Outputs;
using Derma.Notebooks.Engine;

namespace Derma.Notebooks.Running;

/// <summary>The parent's side of a child process that runs one notebook.</summary>
internal sealed class WorkerProcess(RunOptions options)
{
    /// <summary>How long to wait for the last words of a process that is gone: a grandchild may hold its output open for ever.</summary>
    static readonly TimeSpan lastWords = TimeSpan.FromSeconds(2);

    /// <summary>How often the limits are looked at.</summary>
    static readonly TimeSpan watch = TimeSpan.FromMilliseconds(100);

    readonly long memoryLimit = options.MemoryLimit ?? GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 10 * 9;
    long cellStarted;

    public async Task<WorkerEnd> RunAsync(RunLog log, CancellationToken cancellationToken)
    {
        var pipeName = "notebook-" + Guid.NewGuid().ToString("N");
        await using var pipe = new NamedPipeServerStream(pipeName, PipeDirection.InOut, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous);
        using var process = Start(log, pipeName);
        using var cancelling = cancellationToken.Register(() => _ = SendAsync(pipe, "stop"));
        process.StandardInput.Close();
        var console = Task.WhenAll(ReadTextAsync(process.StandardOutput, StreamOutput.Out, log), ReadTextAsync(process.StandardError, StreamOutput.Error, log));
        var exit = process.WaitForExitAsync(CancellationToken.None);
        var end = WatchAsync(process, exit, cancellationToken);
        if (await Task.WhenAny(pipe.WaitForConnectionAsync(CancellationToken.None), exit) != exit)
        {
            var job = new WorkerJob(log.File, log.Run.Notebook.Cells, options.Inputs, options.PackageFolders, options.CheckOnly);
            await SendAsync(pipe, JsonSerializer.Serialize(job, WorkerEventJson.Default.WorkerJob));
            await ReadEventsAsync(pipe, log);
        }
        var ended = await end;
        await Task.WhenAny(console, Task.Delay(lastWords, CancellationToken.None));
        return ended;
    }

    /// <summary>Waits for the end of the process, and ends it, with all that it started, where it passes a limit.</summary>
    async Task<WorkerEnd> WatchAsync(Process process, Task exit, CancellationToken cancellationToken)
    {
        var (cancelledAt, isLate, isLarge) = (0L, false, false);
        while (await Task.WhenAny(exit, Task.Delay(watch, CancellationToken.None)) != exit)
        {
            if (cancelledAt == 0 && cancellationToken.IsCancellationRequested) cancelledAt = Stopwatch.GetTimestamp();
            (isLate, isLarge) = (IsOver(Interlocked.Read(ref cellStarted), options.CellTimeout), MemoryOf(process.Id) > memoryLimit);
            if (!isLate && !isLarge && !IsOver(cancelledAt, options.StopTime)) continue;
            Kill(process);
            await exit;
        }
        return new(process.ExitCode, isLate ? options.CellTimeout : null, isLarge ? memoryLimit : null, cancellationToken.IsCancellationRequested);
    }

    static bool IsOver(long start, TimeSpan limit) => start > 0 && Stopwatch.GetElapsedTime(start) > limit;

    /// <summary>Bytes that a process and all that it started hold; what they share counts for each of them. Systems other than Linux list no children.</summary>
    static long MemoryOf(int id)
    {
        try
        {
            var lists = Directory.Exists($"/proc/{id}/task") ? Directory.GetDirectories($"/proc/{id}/task").Select(thread => Path.Combine(thread, "children")).Where(File.Exists) : [];
            using var process = Process.GetProcessById(id);
            return process.WorkingSet64 + lists.SelectMany(list => File.ReadAllText(list).Split(' ', StringSplitOptions.RemoveEmptyEntries)).Sum(child => MemoryOf(int.Parse(child, CultureInfo.InvariantCulture)));
        }
        catch (Exception problem) when (problem is IOException or ArgumentException or InvalidOperationException)
        {
            // It ended while it was looked at.
            return 0;
        }
    }

    static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (AggregateException)
        {
            // A child that became another user is not ours to end.
        }
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
        try
        {
            await foreach (var message in JsonSerializer.DeserializeAsyncEnumerable(pipe, WorkerEventJson.Default.WorkerEvent, topLevelValues: true))
            {
                if (message!.Begins || message.Ends) Interlocked.Exchange(ref cellStarted, message.Begins ? Stopwatch.GetTimestamp() : 0);
                log.Apply(message);
            }
        }
        catch (JsonException)
        {
            // A process that is killed while it writes leaves half an event.
        }
    }

    /// <summary>What goes past the managed console: native libraries, grandchildren, the runtime's last words in a crash.</summary>
    static async Task ReadTextAsync(StreamReader reader, string name, RunLog log)
    {
        var buffer = new char[4096];
        while (await reader.ReadAsync(buffer) is > 0 and var count) log.AppendText(name, new string(buffer, 0, count));
    }

    /// <summary>The host that runs this process, wherever it is installed: it lies three folders above the framework.</summary>
    static string DotnetPath() => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));
}
