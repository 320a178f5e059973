using static TorchSharp.torch;

namespace TorchSharp.Utils;

/// <summary>A tensor in a stream: type, rank and sizes as 7-bit numbers, then the elements in row-major order.</summary>
internal static class TensorRecord
{
    internal static void Write(BinaryWriter writer, Tensor tensor)
    {
        using var detached = tensor.detach();
        using var row = detached.contiguous();
        writer.Write7BitEncodedInt((int)row.dtype);
        writer.Write7BitEncodedInt((int)row.ndim);
        foreach (var size in row.shape) writer.Write7BitEncodedInt64(size);
        writer.Write(row.bytes);
    }

    internal static Tensor Read(BinaryReader reader)
    {
        var type = (ScalarType)reader.Read7BitEncodedInt();
        var shape = new long[reader.Read7BitEncodedInt()];
        for (var i = 0; i < shape.Length; i++) shape[i] = reader.Read7BitEncodedInt64();
        var tensor = empty(shape, type);
        reader.BaseStream.ReadExactly(tensor.bytes);
        return tensor;
    }
}
