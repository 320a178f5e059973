using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using Google.Protobuf;
using Tensorboard;

namespace Derma.Training;

/// <summary>
/// Writes a TensorBoard event file, which <c>tensorboard --logdir</c> shows. Each event reaches the file at once, so a curve can be
/// watched while the training runs and nothing is lost when the process is killed.
/// </summary>
public sealed class EventWriter : IDisposable
{
    const int Rgb = 3;

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
        Append(new Event { FileVersion = "brain.Event:2" });
    }

    /// <summary>The file that is being written.</summary>
    public string Path { get; }

    /// <summary>One point of a curve.</summary>
    /// <param name="tag">Name of the curve; a slash groups curves.</param>
    /// <param name="value">Height.</param>
    /// <param name="step">Place on the axis: an epoch or a step.</param>
    public void Scalar(string tag, double value, long step) => Append(step, new() { Tag = tag, SimpleValue = (float)value });

    /// <summary>The distribution of some numbers.</summary>
    /// <param name="tag">Name of the histogram.</param>
    /// <param name="values">At least one number; numbers that are not finite are left out.</param>
    /// <param name="step">Place on the axis.</param>
    /// <param name="buckets">Number of equally wide buckets.</param>
    /// <exception cref="ArgumentException">None of the numbers is finite.</exception>
    public void Histogram(string tag, ReadOnlySpan<float> values, long step, int buckets = 30) =>
        Histogram(tag, HistogramBuckets.Of(values, buckets), step);

    /// <summary>A distribution that has been counted already.</summary>
    /// <param name="tag">Name of the histogram.</param>
    /// <param name="buckets">The distribution.</param>
    /// <param name="step">Place on the axis.</param>
    public void Histogram(string tag, HistogramBuckets buckets, long step)
    {
        var (min, max, count, sum, squares, edges, counts) = buckets;
        var histogram = new HistogramProto
        {
            Min = min, Max = max, Num = count, Sum = sum, SumSquares = squares, BucketLimit = { edges }, Bucket = { counts },
        };
        Append(step, new() { Tag = tag, Histo = histogram });
    }

    /// <summary>A picture.</summary>
    /// <param name="tag">Name of the picture.</param>
    /// <param name="png">An encoded PNG.</param>
    /// <param name="width">Its width in pixels.</param>
    /// <param name="height">Its height in pixels.</param>
    /// <param name="step">Place on the axis.</param>
    public void Image(string tag, ReadOnlySpan<byte> png, int width, int height, long step)
    {
        var image = new Summary.Types.Image
        {
            Height = height, Width = width, Colorspace = Rgb, EncodedImageString = ByteString.CopyFrom(png),
        };
        Append(step, new() { Tag = tag, Image = image });
    }

    /// <summary>A text, shown as Markdown.</summary>
    /// <param name="tag">Name of the text.</param>
    /// <param name="markdown">The text.</param>
    /// <param name="step">Place on the axis.</param>
    public void Text(string tag, string markdown, long step)
    {
        // Text has no field of its own: it is a string tensor of shape [1] for the plugin "text".
        var tensor = new TensorProto
        {
            Dtype = DataType.DtString, TensorShape = new() { Dim = { new TensorShapeProto.Types.Dim { Size = 1 } } },
            StringVal = { ByteString.CopyFromUtf8(markdown) },
        };
        var metadata = new SummaryMetadata { PluginData = new() { PluginName = "text" }, DataClass = DataClass.Tensor };
        Append(step, new() { Tag = tag, Tensor = tensor, Metadata = metadata });
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => stream.Dispose();

    void Append(long step, Summary.Types.Value value) => Append(new Event { Step = step, Summary = new Summary { Value = { value } } });

    void Append(Event told)
    {
        told.WallTime = clock.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0;
        stream.Write(EventRecord.Of(told.ToByteArray()));
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

/// <summary>What an event file is made of: length, masked checksum of the length, data, masked checksum of the data.</summary>
static class EventRecord
{
    const int HeaderLength = 12, FooterLength = 4;

    public static byte[] Of(ReadOnlySpan<byte> data)
    {
        var record = new byte[HeaderLength + data.Length + FooterLength];
        BinaryPrimitives.WriteUInt64LittleEndian(record, (ulong)data.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(8), MaskedCrc.Of(record.AsSpan(0, 8)));
        data.CopyTo(record.AsSpan(HeaderLength));
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(^FooterLength..), MaskedCrc.Of(data));
        return record;
    }
}

/// <summary>CRC-32C (Castagnoli) as TensorBoard's record files use it.</summary>
static class MaskedCrc
{
    public static uint Crc32C(ReadOnlySpan<byte> data)
    {
        var crc = 0xFFFFFFFFu;
        var words = MemoryMarshal.Cast<byte, ulong>(data);
        foreach (var word in words) crc = BitOperations.Crc32C(crc, word);
        foreach (var value in data[(words.Length * sizeof(ulong))..]) crc = BitOperations.Crc32C(crc, value);
        return ~crc;
    }

    /// <summary>The checksum turned by 15 bits plus a constant, since a checksum of data that holds checksums is weak.</summary>
    public static uint Of(ReadOnlySpan<byte> data) => BitOperations.RotateRight(Crc32C(data), 15) + 0xa282ead8u;
}
