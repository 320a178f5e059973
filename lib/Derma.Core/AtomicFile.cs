namespace Derma.Core;

/// <summary>Files that are either the old one or the whole new one, also when the process is killed while writing.</summary>
public static class AtomicFile
{
    /// <summary>
    /// Writes to a temporary file in the same folder, flushes it to the disk and renames it over <paramref name="path"/>.
    /// </summary>
    /// <param name="path">The file to replace; its folder is created where it is missing.</param>
    /// <param name="write">Writes the content; where it throws, <paramref name="path"/> stays as it was and nothing else is left.</param>
    /// <param name="flush">False leaves the flush to the system: many files that are written again where a power cut took one.</param>
    public static void Write(string path, Action<Stream> write, bool flush = true)
    {
        var target = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        // A name of its own for every process: a node that was given up for lost may still write, on the same shared disk.
        var temporary = $"{target}.{Environment.MachineName}-{Environment.ProcessId}.tmp";
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1 << 16))
            {
                write(stream);
                stream.Flush(flush);
            }
            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            // On a full disk the half-written file would be in the way of the next one.
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>Writes text as UTF-8 without a byte order mark, in the same way.</summary>
    /// <param name="path">The file to replace.</param>
    /// <param name="text">The whole content.</param>
    public static void WriteText(string path, string text) =>
        Write(path, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(text)));
}
