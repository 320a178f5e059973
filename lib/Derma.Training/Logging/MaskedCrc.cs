using System.Numerics;
using System.Runtime.InteropServices;

namespace Derma.Training;

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
