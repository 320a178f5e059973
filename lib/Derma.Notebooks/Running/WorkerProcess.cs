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
internal sealed class WorkerProcess(RunOptions options, SpareChild spare)
{
    /// <summary>How long to wait for the last words of a process that is gone: a grandchild may hold its output open for ever.</summary>
    internal static readonly TimeSpan LastWords = TimeSpan.FromSeconds(2);

    readonly ProcessWatch watch = new(options);

    public async Task<WorkerEnd> RunAsync(RunLog log, CancellationToken cancellationToken)
    {
        using var child = spare.Take(Path.GetDirectoryName(log.File)!);
        var (process, pipe) = (child.Process, child.Pipe);
        spare.Prepare();
        if (options.WaitForDebugger) log.AwaitDebugger(process.Id);
        var console = Task.WhenAll(ReadTextAsync(process.StandardOutput, StreamOutput.Out, log),
            ReadTextAsync(process.StandardError, StreamOutput.Error, log));
        var exit = process.WaitForExitAsync(CancellationToken.None);
        var end = watch.UntilEndAsync(process, exit, cancellationToken);
        try
        {
            if (await Task.WhenAny(child.Connected, exit) != exit) await ConverseAsync(pipe, log, exit, cancellationToken);
        }
        catch
        {
            // A fault on this side: nobody would read what the process says, so it would wait for ever.
            ProcessWatch.Kill(process);
            throw;
        }
        var ended = await end;
        await Task.WhenAny(console, Task.Delay(LastWords, CancellationToken.None));
        return ended;
    }

    /// <summary>Hands the job over and takes what comes of it, until the process is gone.</summary>
    async Task ConverseAsync(NamedPipeServerStream pipe, RunLog log, Task exit, CancellationToken cancellationToken)
    {
        var job = new WorkerJob(log.File, log.Run.Notebook.Cells, options.Inputs, options.CheckOnly);
        await SendAsync(pipe, JsonSerializer.Serialize(job, WorkerEventJson.Default.WorkerJob));
        // Only now: an order to stop that came before the job, or before anybody listened, would be lost.
        using var cancelling = cancellationToken.Register(() => _ = SendAsync(pipe, "stop"));
        var reading = ReadEventsAsync(pipe, log, cancellationToken);
        // What the process started may hold the pipe open for longer than it lives itself.
        if (await Task.WhenAny(reading, exit) == exit) await Task.WhenAny(reading, Task.Delay(ProcessWatch.Grace, CancellationToken.None));
        else await reading;
    }

    /// <summary>Writes one line to the child; one that is gone does not read it.</summary>
    internal static async Task SendAsync(Stream pipe, string line)
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

    /// <summary>Starts this program in a notebook's folder, with what the options say of environment and memory.</summary>
    internal static Process Start(RunOptions options, string folder, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(DotnetPath(), ["exec", Worker(), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        // Cultures by name, as in the stock tool, wherever their data are installed; without these, .NET would not even start.
        if (!HasCultureData()) start.Environment.TryAdd("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1");
        foreach (var (name, value) in options.Environment) start.Environment[name] = value;
        // The managed heap keeps the limit by itself, with an exception at the line that asks for too much; all else is watched.
        if (options.MemoryLimit is { } limit)
            start.Environment["DOTNET_GCHeapHardLimit"] = limit.ToString("x", CultureInfo.InvariantCulture);
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
            await foreach (var message in JsonSerializer.DeserializeAsyncEnumerable(pipe, WorkerEventJson.Default.WorkerEvent,
                topLevelValues: true))
            {
                watch.Note(message!);
                if (message != WorkerEvent.Over) log.Apply(message!, cancellationToken.IsCancellationRequested);
            }
        }
        catch (JsonException)
        {
            // A process that is killed while it writes leaves half an event.
        }
    }

    /// <summary>What goes past the managed console: native libraries, grandchildren, the runtime's last words in a crash.</summary>
    internal static async Task ReadTextAsync(StreamReader reader, string name, RunLog log)
    {
        var buffer = new char[4096];
        while (await reader.ReadAsync(buffer) is > 0 and var count) log.AppendText(name, new string(buffer, 0, count));
    }

    /// <summary>The host that runs this process, wherever it is installed: it lies three folders above the framework.</summary>
    static string DotnetPath() =>
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows()
        ? "dotnet.exe" : "dotnet"));
}
