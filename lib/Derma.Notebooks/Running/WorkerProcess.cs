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

    /// <summary>How long a process may take to end after its last cell, and what it wrote then to arrive.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>How often the limits are looked at.</summary>
    static readonly TimeSpan watch = TimeSpan.FromMilliseconds(100);

    readonly long memoryLimit = options.MemoryLimit ?? GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 10 * 9;
    long cellStarted, cellsEnded;

    public async Task<WorkerEnd> RunAsync(RunLog log, CancellationToken cancellationToken)
    {
        var pipeName = "notebook-" + Guid.NewGuid().ToString("N");
        await using var pipe = new NamedPipeServerStream(pipeName, PipeDirection.InOut, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous);
        using var process = Start(log, pipeName);
        process.StandardInput.Close();
        if (options.WaitForDebugger) log.AwaitDebugger(process.Id);
        var console = Task.WhenAll(ReadTextAsync(process.StandardOutput, StreamOutput.Out, log), ReadTextAsync(process.StandardError, StreamOutput.Error, log));
        var exit = process.WaitForExitAsync(CancellationToken.None);
        var end = WatchAsync(process, exit, cancellationToken);
        try
        {
            if (await Task.WhenAny(pipe.WaitForConnectionAsync(CancellationToken.None), exit) != exit)
                await ConverseAsync(pipe, log, exit, cancellationToken);
        }
        catch
        {
            // A fault on this side: nobody would read what the process says, so it would wait for ever.
            Kill(process);
            throw;
        }
        var ended = await end;
        await Task.WhenAny(console, Task.Delay(lastWords, CancellationToken.None));
        return ended;
    }

    /// <summary>Hands the job over and takes what comes of it, until the process is gone.</summary>
    async Task ConverseAsync(NamedPipeServerStream pipe, RunLog log, Task exit, CancellationToken cancellationToken)
    {
        var job = new WorkerJob(log.File, log.Run.Notebook.Cells, options.Inputs, options.PackageFolders, options.CheckOnly);
        await SendAsync(pipe, JsonSerializer.Serialize(job, WorkerEventJson.Default.WorkerJob));
        // Only now: an order to stop that came before the job, or before anybody listened, would be lost.
        using var cancelling = cancellationToken.Register(() => _ = SendAsync(pipe, "stop"));
        var reading = ReadEventsAsync(pipe, log, cancellationToken);
        // What the process started may hold the pipe open for longer than it lives itself.
        if (await Task.WhenAny(reading, exit) == exit) await Task.WhenAny(reading, Task.Delay(Grace, CancellationToken.None));
        else await reading;
    }

    /// <summary>Waits for the end of the process, and ends it, with all that it started, at a limit or where it outlives its cells.</summary>
    async Task<WorkerEnd> WatchAsync(Process process, Task exit, CancellationToken cancellationToken)
    {
        var (cancelledAt, isLate, isLarge, killed, threads) = (0L, false, false, false, (string?)null);
        while (await Task.WhenAny(exit, Task.Delay(watch, CancellationToken.None)) != exit)
        {
            if (cancelledAt == 0 && cancellationToken.IsCancellationRequested) cancelledAt = Stopwatch.GetTimestamp();
            (isLate, isLarge) = (IsOver(Interlocked.Read(ref cellStarted), options.CellTimeout), MemoryOf(process.Id) > memoryLimit);
            var isIdle = IsOver(Interlocked.Read(ref cellsEnded), Grace);
            if (!isLate && !isLarge && !isIdle && !IsOver(cancelledAt, options.StopTime)) continue;
            if (isIdle)
                threads = $"The process was ended {Grace.TotalSeconds:0} s after its last cell: {ThreadsOf(process.Id)} had not come to an end.";
            killed = true;
            Kill(process);
            await exit;
        }
        var (late, large) = (isLate ? options.CellTimeout : (TimeSpan?)null, isLarge ? memoryLimit : (long?)null);
        return new(process.ExitCode, late, large, cancellationToken.IsCancellationRequested, killed, threads);
    }

    /// <summary>The threads that have a name of their own, in words: one without is called as the thread that started it.</summary>
    static string ThreadsOf(int id)
    {
        try
        {
            var names = Directory.GetDirectories($"/proc/{id}/task").Select(thread => File.ReadAllText(Path.Combine(thread, "comm")).Trim())
                .Where(name => name != "dotnet" && !name.StartsWith(".NET ", StringComparison.Ordinal)).Distinct()
                .Select(name => $"'{name}'").ToArray();
            return names.Length == 0 ? "a thread without a name" : $"the thread {string.Join(" or ", names)}";
        }
        catch (IOException)
        {
            // It ended while it was looked at, or the system has no list of threads.
            return "one of its threads";
        }
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
            ArgumentList = { "exec", Worker(), "worker", pipeName },
            WorkingDirectory = Path.GetDirectoryName(log.File),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        if (options.WaitForDebugger) start.ArgumentList.Add("wait-for-debugger");
        // Cultures by name, as in the stock tool, wherever their data are installed; without these, .NET would not even start.
        if (!HasCultureData()) start.Environment.TryAdd("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1");
        foreach (var (name, value) in options.Environment) start.Environment[name] = value;
        // The managed heap keeps the limit by itself, with an exception at the line that asks for too much; all else is watched.
        if (options.MemoryLimit is { } limit) start.Environment["DOTNET_GCHeapHardLimit"] = limit.ToString("x", CultureInfo.InvariantCulture);
        return Process.Start(start)!;
    }

    /// <summary>This assembly, as the build compiled it ahead of time where it did.</summary>
    static string Worker()
    {
        var own = typeof(WorkerProcess).Assembly.Location;
        var ahead = Path.Combine(Path.GetDirectoryName(own)!, "worker", Path.GetFileName(own));
        return File.Exists(ahead) ? ahead : own;
    }

    static bool HasCultureData() => !OperatingSystem.IsLinux()
        || new[] { "/usr/lib", "/usr/lib64", "/lib", "/lib64", "/usr/local/lib" }.Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateDirectories(folder, "*-linux-*").Prepend(folder))
            .Any(folder => Directory.EnumerateFiles(folder, "libicui18n.so.*").Any());

    async Task ReadEventsAsync(Stream pipe, RunLog log, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var message in JsonSerializer.DeserializeAsyncEnumerable(pipe, WorkerEventJson.Default.WorkerEvent, topLevelValues: true))
            {
                if (message!.Begins || message.Ends) Interlocked.Exchange(ref cellStarted, message.Begins ? Stopwatch.GetTimestamp() : 0);
                if (message == WorkerEvent.Over) Interlocked.Exchange(ref cellsEnded, Stopwatch.GetTimestamp());
                else log.Apply(message, cancellationToken.IsCancellationRequested);
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
