using System.Diagnostics;
using System.IO.Pipes;

namespace Derma.Notebooks.Running;

/// <summary>A child process that waits for a notebook, and the pipe by which it will be told.</summary>
internal sealed class Child : IDisposable
{
    /// <param name="options">What the child sees.</param>
    /// <param name="folder">Where the notebook lies.</param>
    public Child(RunOptions options, string folder)
    {
        var name = "notebook-" + Guid.NewGuid().ToString("N");
        (Folder, Pipe) = (folder, new(name, PipeDirection.InOut, 1, PipeTransmissionMode.Byte, PipeOptions.Asynchronous));
        string[] waiting = options.WaitForDebugger ? ["wait-for-debugger"] : [];
        Process = WorkerProcess.Start(options, folder, ["worker", name, .. waiting]);
        Process.StandardInput.Close();
        Connected = Pipe.WaitForConnectionAsync(CancellationToken.None);
    }

    public string Folder { get; }

    public Process Process { get; }

    public NamedPipeServerStream Pipe { get; }

    /// <summary>Ends when the child listens.</summary>
    public Task Connected { get; }

    public void Dispose()
    {
        Pipe.Dispose();
        Process.Dispose();
    }
}

/// <summary>
/// The child for the next notebook. Its runtime and compiler take longer to start than most cells to run, so it is started while the
/// notebook before it runs, or while the fingerprints of the first are worked out.
/// </summary>
/// <param name="options">What children see.</param>
/// <param name="folders">The folders of the notebooks, in the order in which they are likely to run.</param>
internal sealed class SpareChild(RunOptions options, IEnumerable<string> folders) : IDisposable
{
    readonly Lock gate = new();
    readonly List<string> ahead = [.. folders];
    Child? spare;

    /// <summary>Starts a child for the notebook that is likely to be next, where there is one and none waits.</summary>
    public void Prepare()
    {
        lock (gate)
            if (spare is null && ahead.Count > 0 && options is { InteractiveTool: null, WaitForDebugger: false })
                spare = new Child(options, ahead[0]);
    }

    /// <summary>Tells that a notebook of this folder needs no child.</summary>
    public void Pass(string folder)
    {
        lock (gate) ahead.Remove(folder);
    }

    /// <summary>A child for a notebook: the one that waits, where it does so in the notebook's folder, or a new one.</summary>
    public Child Take(string folder)
    {
        lock (gate)
        {
            ahead.Remove(folder);
            if (spare is not { } waiting || waiting.Folder != folder || waiting.Process.HasExited) return new Child(options, folder);
            spare = null;
            return waiting;
        }
    }

    /// <summary>Ends the child that waits.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            ahead.Clear();
            if (spare is null) return;
            ProcessWatch.Kill(spare.Process);
            spare.Dispose();
            spare = null;
        }
    }
}
