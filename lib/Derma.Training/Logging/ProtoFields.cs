using Google.Protobuf;

namespace Derma.Training;

/// <summary>Walks over a protobuf message, without generated classes.</summary>
static class ProtoFields
{
    /// <summary>Calls <paramref name="read"/> for each of the wanted fields; it must read exactly that field.</summary>
    public static void Visit(byte[] message, Action<int, CodedInputStream> read, params int[] wanted)
    {
        var input = new CodedInputStream(message);
        while (input.ReadTag() is var tag and not 0)
        {
            var field = WireFormat.GetTagFieldNumber(tag);
            if (wanted.Contains(field)) read(field, input);
            else input.SkipLastField();
        }
    }

    public static double[] Doubles(CodedInputStream input)
    {
        var packed = new CodedInputStream(input.ReadBytes().ToByteArray());
        var values = new List<double>();
        while (!packed.IsAtEnd) values.Add(packed.ReadDouble());
        return [.. values];
    }
}
