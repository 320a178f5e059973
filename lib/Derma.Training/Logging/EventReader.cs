using Google.Protobuf;

namespace Derma.Training;

/// <summary>Reads TensorBoard event files and verifies every checksum.</summary>
public static class EventReader
{
    /// <summary>Every scalar, histogram, picture and text of a file, in file order.</summary>
    /// <param name="path">The event file.</param>
    /// <exception cref="UserError">The file is damaged or of another format.</exception>
    public static IReadOnlyList<LoggedValue> Read(string path)
    {
        try
        {
            return [.. RecordFile.Read(path).SelectMany(Values)];
        }
        catch (InvalidProtocolBufferException error)
        {
            throw new UserError($"{path} holds a record that is no event: {error.Message}");
        }
    }

    /// <summary>One curve of a file.</summary>
    /// <param name="path">The event file.</param>
    /// <param name="tag">Name of the curve.</param>
    public static IReadOnlyList<(long Step, float Value)> Scalars(string path, string tag) =>
        [.. Read(path).Where(v => v.Tag == tag && v.Scalar is not null).Select(v => (v.Step, v.Scalar!.Value))];

    static IEnumerable<LoggedValue> Values(byte[] record)
    {
        double wallTime = 0;
        long step = 0;
        var values = new List<byte[]>();
        ProtoFields.Visit(record, (field, input) =>
        {
            if (field == 1) wallTime = input.ReadDouble();
            else if (field == 2) step = input.ReadInt64();
            else ProtoFields.Visit(input.ReadBytes().ToByteArray(), (_, value) => values.Add(value.ReadBytes().ToByteArray()), 1);
        }, 1, 2, 5);
        return values.Select(value => Value(value, new LoggedValue(wallTime, step, "")));
    }

    static LoggedValue Value(byte[] message, LoggedValue logged)
    {
        ProtoFields.Visit(message, (field, input) => logged = field switch
        {
            1 => logged with { Tag = input.ReadString() },
            2 => logged with { Scalar = input.ReadFloat() },
            4 => logged with { Png = Field(input.ReadBytes(), 4) },
            5 => logged with { Histogram = Histogram(input.ReadBytes()) },
            8 => logged with { Text = System.Text.Encoding.UTF8.GetString(Field(input.ReadBytes(), 8)) },
            _ => logged,
        }, 1, 2, 4, 5, 8);
        return logged;
    }

    static byte[] Field(ByteString message, int wanted)
    {
        var bytes = Array.Empty<byte>();
        ProtoFields.Visit(message.ToByteArray(), (_, input) => bytes = input.ReadBytes().ToByteArray(), wanted);
        return bytes;
    }

    static HistogramBuckets Histogram(ByteString message)
    {
        var numbers = new double[6];
        double[] edges = [], counts = [];
        ProtoFields.Visit(message.ToByteArray(), (field, input) =>
        {
            if (field == 6) edges = ProtoFields.Doubles(input);
            else if (field == 7) counts = ProtoFields.Doubles(input);
            else numbers[field] = input.ReadDouble();
        }, 1, 2, 3, 4, 5, 6, 7);
        return new HistogramBuckets(numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], edges, counts);
    }
}
