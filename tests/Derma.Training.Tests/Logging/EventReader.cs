using System.Buffers.Binary;
using Tensorboard;

namespace Derma.Training.Tests;

/// <summary>One value of an event file with its place.</summary>
sealed record LoggedValue(long Step, Summary.Types.Value Value)
{
    public string Tag => Value.Tag;

    public float? Scalar => Value.ValueCase == Summary.Types.Value.ValueOneofCase.SimpleValue ? Value.SimpleValue : null;

    public HistogramBuckets? Histogram => Value.Histo is { } h
        ? new HistogramBuckets(h.Min, h.Max, h.Num, h.Sum, h.SumSquares, [.. h.BucketLimit], [.. h.Bucket])
        : null;

    public byte[]? Png => Value.Image?.EncodedImageString.ToByteArray();

    public string? Text => Value.Tensor?.StringVal.Single().ToStringUtf8();
}

/// <summary>Reads event files and verifies every checksum.</summary>
static class EventReader
{
    const int HeaderLength = 12;

    /// <summary>Every value of a file, in file order.</summary>
    public static IReadOnlyList<LoggedValue> Read(string path) =>
        [.. from one in Events(path) where one.Summary is not null from value in one.Summary.Value select new LoggedValue(one.Step, value)];

    /// <summary>One curve of a file.</summary>
    public static IReadOnlyList<(long Step, float Value)> Scalars(string path, string tag) =>
        [.. Read(path).Where(v => v.Tag == tag && v.Scalar is not null).Select(v => (v.Step, v.Scalar!.Value))];

    static IEnumerable<Event> Events(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var header = new byte[HeaderLength];
        while (stream.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false) is var read and not 0)
        {
            Assert.Equal(HeaderLength, read);
            Assert.Equal(MaskedCrc.Of(header.AsSpan(0, 8)), BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(8)));
            var data = new byte[BinaryPrimitives.ReadUInt64LittleEndian(header)];
            stream.ReadExactly(data);
            stream.ReadExactly(header, 0, 4);
            Assert.Equal(MaskedCrc.Of(data), BinaryPrimitives.ReadUInt32LittleEndian(header));
            yield return Event.Parser.ParseFrom(data);
        }
    }
}
