using System.Globalization;

namespace Derma.Training;

/// <summary>
/// Writes a TensorBoard event file, which <c>tensorboard --logdir</c> shows. Each event reaches the file at once, so a curve can be
/// watched while the training runs and nothing is lost when the process is killed.
/// </summary>
public sealed class EventWriter : IDisposable
{
    readonly FileStream stream;
    readonly TimeProvider clock;

    /// <summary>Starts a new event file.</summary>
    /// <param name="folder">The run's folder; created where it is missing.</param>
    /// <param name="clock">Where the events' times come from; the system's clock by default.</param>
    public EventWriter(string folder, TimeProvider? clock = null)
    {
        this.clock = clock ?? TimeProvider.System;
        Directory.CreateDirectory(folder);
        Path = UnusedPath(folder, this.clock.GetUtcNow().ToUnixTimeSeconds());
        stream = new FileStream(Path, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
        Append(EventMessage.Version(Now));
    }

    /// <summary>The file that is being written.</summary>
    public string Path { get; }

    double Now => this.clock.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0;

    /// <summary>One point of a curve.</summary>
    /// <param name="tag">Name of the curve; a slash groups curves.</param>
    /// <param name="value">Height.</param>
    /// <param name="step">Place on the axis: an epoch or a step.</param>
    public void Scalar(string tag, double value, long step) => Append(EventMessage.Of(Now, step, SummaryValue.Scalar(tag, (float)value)));

    /// <summary>The distribution of some numbers.</summary>
    /// <param name="tag">Name of the histogram.</param>
    /// <param name="values">At least one number; numbers that are not finite are left out.</param>
    /// <param name="step">Place on the axis.</param>
    /// <param name="buckets">Number of equally wide buckets.</param>
    public void Histogram(string tag, ReadOnlySpan<float> values, long step, int buckets = 30) =>
        Histogram(tag, HistogramBuckets.Of(values, buckets), step);

    /// <summary>A distribution that has been counted already.</summary>
    /// <param name="tag">Name of the histogram.</param>
    /// <param name="buckets">The distribution.</param>
    /// <param name="step">Place on the axis.</param>
    public void Histogram(string tag, HistogramBuckets buckets, long step) =>
        Append(EventMessage.Of(Now, step, SummaryValue.Histogram(tag, buckets)));

    /// <summary>A picture.</summary>
    /// <param name="tag">Name of the picture.</param>
    /// <param name="png">An encoded PNG.</param>
    /// <param name="width">Its width in pixels.</param>
    /// <param name="height">Its height in pixels.</param>
    /// <param name="step">Place on the axis.</param>
    public void Image(string tag, ReadOnlySpan<byte> png, int width, int height, long step) =>
        Append(EventMessage.Of(Now, step, SummaryValue.Image(tag, png, width, height)));

    /// <summary>A text, shown as Markdown.</summary>
    /// <param name="tag">Name of the text.</param>
    /// <param name="markdown">The text.</param>
    /// <param name="step">Place on the axis.</param>
    public void Text(string tag, string markdown, long step) => Append(EventMessage.Of(Now, step, SummaryValue.Text(tag, markdown)));

    /// <summary>Closes the file.</summary>
    public void Dispose() => stream.Dispose();

    void Append(byte[] message)
    {
        using var record = new MemoryStream();
        RecordFile.Append(record, message);
        stream.Write(record.GetBuffer().AsSpan(0, (int)record.Length));
    }

    static string UnusedPath(string folder, long seconds)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"events.out.tfevents.{seconds}.derma");
        for (var i = 0; ; i++)
        {
            var path = System.IO.Path.Combine(folder, i == 0 ? name : $"{name}.{i}");
            if (!File.Exists(path)) return path;
        }
    }
}
