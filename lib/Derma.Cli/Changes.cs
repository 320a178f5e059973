namespace Derma.Cli;

/// <summary>Tells when something is saved in the folders of some files.</summary>
sealed class Changes : IDisposable
{
    /// <summary>How long nothing may happen before a change counts as whole: editors save in several steps.</summary>
    static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(200);

    readonly SemaphoreSlim happened = new(0);
    readonly IReadOnlyList<FileSystemWatcher> watchers;

    public Changes(IEnumerable<string> files) =>
        watchers = [.. files.Select(file => Path.GetDirectoryName(Path.GetFullPath(file))!).Distinct().Select(Watch)];

    /// <summary>Waits for a change, and for the end of those that follow it.</summary>
    /// <exception cref="OperationCanceledException">The person has had enough.</exception>
    public async Task NextAsync(CancellationToken stop)
    {
        await happened.WaitAsync(stop);
        while (await happened.WaitAsync(Quiet, stop)) { }
    }

    public void Dispose()
    {
        foreach (var watcher in watchers) watcher.Dispose();
        happened.Dispose();
    }

    FileSystemWatcher Watch(string folder)
    {
        var watcher = new FileSystemWatcher(folder) { NotifyFilter = NotifyFilters.FileName | NotifyFilters.LastWrite };
        watcher.Changed += (_, change) => Note(change.Name);
        watcher.Created += (_, change) => Note(change.Name);
        watcher.Renamed += (_, change) => Note(change.Name);
        watcher.EnableRaisingEvents = true;
        return watcher;
    }

    /// <summary>What is written there besides notebooks and the code that they load may be what they write themselves.</summary>
    void Note(string? name)
    {
        if (Path.GetExtension(name) is ".dib" or ".ipynb" or ".cs" or ".csx") happened.Release();
    }
}
