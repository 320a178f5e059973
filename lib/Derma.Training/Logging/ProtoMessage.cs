using Google.Protobuf;

namespace Derma.Training;

/// <summary>Writes a protobuf message field by field, without generated classes.</summary>
static class ProtoMessage
{
    public static byte[] Write(Action<CodedOutputStream> fields)
    {
        using var buffer = new MemoryStream();
        using (var output = new CodedOutputStream(buffer)) fields(output);
        return buffer.ToArray();
    }

    public static void Double(this CodedOutputStream output, int field, double value)
    {
        output.WriteTag(field, WireFormat.WireType.Fixed64);
        output.WriteDouble(value);
    }

    public static void Float(this CodedOutputStream output, int field, float value)
    {
        output.WriteTag(field, WireFormat.WireType.Fixed32);
        output.WriteFloat(value);
    }

    public static void Int(this CodedOutputStream output, int field, long value)
    {
        output.WriteTag(field, WireFormat.WireType.Varint);
        output.WriteInt64(value);
    }

    public static void String(this CodedOutputStream output, int field, string value)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteString(value);
    }

    public static void Bytes(this CodedOutputStream output, int field, ReadOnlySpan<byte> value)
    {
        output.WriteTag(field, WireFormat.WireType.LengthDelimited);
        output.WriteBytes(ByteString.CopyFrom(value));
    }

    public static void Message(this CodedOutputStream output, int field, Action<CodedOutputStream> fields) =>
        output.Bytes(field, Write(fields));

    public static void Doubles(this CodedOutputStream output, int field, IEnumerable<double> values) =>
        output.Message(field, packed =>
        {
            foreach (var value in values) packed.WriteDouble(value);
        });
}
