using System.Buffers.Binary;
using System.Text;

namespace Derma.Training;

/// <summary>A cursor over a pickle that never reads past its end.</summary>
sealed class PickleBytes(byte[] bytes)
{
    int position;

    /// <exception cref="PickleException">So many bytes are not there.</exception>
    public ReadOnlySpan<byte> Take(long count)
    {
        if (count < 0 || count > bytes.Length - position) throw new PickleException("ends too soon");
        position += (int)count;
        return bytes.AsSpan(position - (int)count, (int)count);
    }

    public byte Byte() => Take(1)[0];

    public PickleOpcode Opcode() => (PickleOpcode)Byte();

    public long UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2));

    public long Int32() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    public long UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    public double Double() => BinaryPrimitives.ReadDoubleBigEndian(Take(8));

    /// <summary>A two's complement number of up to eight bytes, after its length.</summary>
    public long Long()
    {
        var number = Take(Byte());
        if (number.Length > sizeof(long)) throw new PickleException("holds a whole number of more than 64 bits");
        var value = number.Length > 0 && number[^1] >= 0x80 ? -1L : 0L;
        for (var i = number.Length - 1; i >= 0; i--) value = value << 8 | number[i];
        return value;
    }

    public string Text(long length) => Encoding.UTF8.GetString(Take(length));

    /// <summary>Text up to the next line feed.</summary>
    public string Line()
    {
        var length = bytes.AsSpan(position).IndexOf((byte)'\n');
        var line = Text(length);
        position++;
        return line;
    }
}
