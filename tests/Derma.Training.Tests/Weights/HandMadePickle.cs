using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;

namespace Derma.Training.Tests;

/// <summary>Pickles and PyTorch zip files put together opcode by opcode, as Python's pickletools documents them.</summary>
sealed class HandMadePickle
{
    readonly List<byte> bytes = [0x80, 2];
    readonly List<(string Name, byte[] Data)> storages = [];

    public byte[] Bytes => [.. bytes, (byte)'.'];

    public HandMadePickle Op(params byte[] opcodes)
    {
        bytes.AddRange(opcodes);
        return this;
    }

    public HandMadePickle Op(string opcodes) => Op(Encoding.ASCII.GetBytes(opcodes));

    public HandMadePickle Text(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        return Op("X").Op(BitConverter.GetBytes(utf8.Length)).Op(utf8);
    }

    public HandMadePickle Number(long value)
    {
        var little = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(little, value);
        return Op(0x8a, 8).Op(little);
    }

    public HandMadePickle Global(string module, string name) => Op($"c{module}\n{name}\n");

    public HandMadePickle Numbers(params long[] values)
    {
        Op("(");
        foreach (var value in values) Number(value);
        return Op("t");
    }

    /// <summary>A name and a tensor of single precision; the pickle claims <paramref name="count"/> elements, by default those there are.</summary>
    public HandMadePickle Tensor(string name, float[] values, long[] shape, long[] strides, long offset = 0, long? count = null)
    {
        storages.Add(($"{storages.Count}", MemoryMarshal.AsBytes<float>(values).ToArray()));
        return Text(name).Global("torch._utils", "_rebuild_tensor_v2").Op("((").Text("storage").Global("torch", "FloatStorage")
            .Text(storages[^1].Name).Text("cpu").Number(count ?? values.Length).Op("tQ").Number(offset).Numbers(shape).Numbers(strides)
            .Op(0x89).Global("collections", "OrderedDict").Op(")RtR");
    }

    /// <summary>A name and a tensor that lies row by row from the start of its own storage.</summary>
    public HandMadePickle Tensor(string name, float[] values, params long[] shape) =>
        Tensor(name, values, shape, [.. shape.Select((_, i) => shape.Skip(i + 1).Aggregate(1L, (a, b) => a * b))]);

    public void Save(string path, CompressionLevel compression = CompressionLevel.NoCompression)
    {
        using var archive = ZipFile.Open(path, ZipArchiveMode.Create);
        Add(archive, "archive/data.pkl", Bytes, compression);
        foreach (var (name, data) in storages) Add(archive, $"archive/data/{name}", data, compression);
        Add(archive, "archive/version", "3\n"u8.ToArray(), compression);
    }

    static void Add(ZipArchive archive, string name, byte[] data, CompressionLevel compression)
    {
        using var stream = archive.CreateEntry(name, compression).Open();
        stream.Write(data);
    }
}
