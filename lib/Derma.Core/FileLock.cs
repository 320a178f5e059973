namespace Derma.Core;

/// <summary>Work that one process does at a time, such as filling a folder that several jobs of a run want.</summary>
public static class FileLock
{
    const int HeldOnWindows = unchecked((int)0x80070020), HeldOnLinux = 11, HeldOnMacOS = 35;

    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// Waits until nobody else holds the file, and holds it until disposed. The system lets go of it when the process ends, however it
    /// ends; on a disk that cannot lock, nobody waits.
    /// </summary>
    /// <param name="path">The file, which stays; its folder is created where it is missing.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public static IDisposable Take(string path, CancellationToken cancellation = default)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException problem) when (problem.HResult is HeldOnWindows or HeldOnLinux or HeldOnMacOS)
            {
                cancellation.WaitHandle.WaitOne(Pause);
                cancellation.ThrowIfCancellationRequested();
            }
        }
    }
}
