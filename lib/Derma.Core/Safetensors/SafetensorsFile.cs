using System.Buffers.Binary;
using System.Text.Json;

namespace Derma.Core;

/// <summary>
/// The safetensors format: 8 bytes of header length, a JSON header padded to 8 bytes, then the tensors without gaps. The header keeps
/// the order of the entries; the data lies by element size, largest first, so that every tensor is aligned.
/// </summary>
public sealed class SafetensorsFile
{
    SafetensorsFile(IReadOnlyList<SafetensorsEntry> entries, IReadOnlyDictionary<string, string> metadata)
    {
        Entries = entries;
        Metadata = metadata;
    }

    /// <summary>The tensors, in header order.</summary>
    public IReadOnlyList<SafetensorsEntry> Entries { get; }

    /// <summary>The file's own texts.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    /// <summary>The tensor of that name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public SafetensorsEntry this[string name] =>
        Entries.FirstOrDefault(e => e.Name == name) ?? throw new KeyNotFoundException($"No tensor {name} in the file.");

    /// <summary>Reads a whole file.</summary>
    /// <exception cref="WeightFileError">The file is missing, truncated or of another format.</exception>
    public static SafetensorsFile Read(string path)
    {
        if (!File.Exists(path)) throw new WeightFileError(path, tensor: null, $"There is no weights file {path}.");
        using var stream = File.OpenRead(path);
        var header = SafetensorsHeader.Read(path, stream);
        return new SafetensorsFile([.. header.Slots.Select(slot => ReadEntry(stream, slot))], header.Metadata);
    }

    /// <summary>Writes a file atomically.</summary>
    /// <param name="path">The file to replace.</param>
    /// <param name="entries">Tensors with different names.</param>
    /// <param name="metadata">Texts to keep in the header.</param>
    /// <exception cref="ArgumentException">A tensor's data does not fill its shape.</exception>
    public static void Write(string path, IReadOnlyList<SafetensorsEntry> entries, IReadOnlyDictionary<string, string>? metadata = null)
    {
        foreach (var entry in entries) RequireFilled(entry);
        var layout = entries.OrderByDescending(e => e.Type.Size()).ToArray();
        var header = Header(entries, layout, metadata);
        AtomicFile.Write(path, stream =>
        {
            Span<byte> length = stackalloc byte[8];
            BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)header.Length);
            stream.Write(length);
            stream.Write(header);
            foreach (var entry in layout) stream.Write(entry.Data);
        });
    }

    static SafetensorsEntry ReadEntry(Stream stream, SafetensorsSlot slot)
    {
        var data = new byte[slot.Length];
        stream.Position = slot.Offset;
        stream.ReadExactly(data);
        return new SafetensorsEntry(slot.Name, slot.Type, slot.Shape, data);
    }

    static void RequireFilled(SafetensorsEntry entry)
    {
        var expected = entry.Shape.Aggregate((long)entry.Type.Size(), (product, d) => product * d);
        if (expected != entry.Data.Length)
            throw new ArgumentException($"Tensor {entry.Name} needs {expected} bytes but has {entry.Data.Length}.");
    }

    static byte[] Header(
        IReadOnlyList<SafetensorsEntry> entries, SafetensorsEntry[] layout, IReadOnlyDictionary<string, string>? metadata)
    {
        var content = new Dictionary<string, object>();
        if (metadata is { Count: > 0 }) content["__metadata__"] = metadata;
        var begins = Begins(layout);
        foreach (var entry in entries)
            content.Add(entry.Name, new
            {
                dtype = entry.Type.Name(),
                shape = entry.Shape,
                data_offsets = new[] { begins[entry.Name], begins[entry.Name] + entry.Data.Length },
            });
        return Padded(JsonSerializer.SerializeToUtf8Bytes(content));
    }

    static Dictionary<string, long> Begins(SafetensorsEntry[] layout)
    {
        var begins = new Dictionary<string, long>();
        var position = 0L;
        foreach (var entry in layout)
        {
            begins.Add(entry.Name, position);
            position += entry.Data.Length;
        }
        return begins;
    }

    static byte[] Padded(byte[] json)
    {
        var padded = new byte[(json.Length + 7) / 8 * 8];
        padded.AsSpan().Fill((byte)' ');
        json.CopyTo(padded, 0);
        return padded;
    }
}

/// <summary>One tensor of a safetensors file, before or apart from any tensor library.</summary>
/// <param name="Name">Name as in a PyTorch state_dict.</param>
/// <param name="Type">Element type.</param>
/// <param name="Shape">Sizes, outermost first; empty for a scalar.</param>
/// <param name="Data">Little-endian elements, row-major.</param>
public sealed record SafetensorsEntry(string Name, ElementType Type, long[] Shape, byte[] Data)
{
    /// <summary>An entry of single-precision numbers.</summary>
    public static SafetensorsEntry Of(string name, float[] values, params long[] shape) =>
        new(name, ElementType.F32, shape, System.Runtime.InteropServices.MemoryMarshal.AsBytes<float>(values).ToArray());

    /// <summary>An entry of 64-bit integers.</summary>
    public static SafetensorsEntry Of(string name, long[] values, params long[] shape) =>
        new(name, ElementType.I64, shape, System.Runtime.InteropServices.MemoryMarshal.AsBytes<long>(values).ToArray());

    /// <summary>The elements as <typeparamref name="T"/>; the caller knows that the type fits.</summary>
    public T[] Values<T>() where T : unmanaged => System.Runtime.InteropServices.MemoryMarshal.Cast<byte, T>(Data).ToArray();
}

/// <summary>Element types of a safetensors file; the file writes their names in capitals.</summary>
public enum ElementType
{
    /// <summary>One byte, 0 or 1.</summary>
    Bool,
    /// <summary>8-bit unsigned.</summary>
    U8,
    /// <summary>8-bit signed.</summary>
    I8,
    /// <summary>16-bit signed.</summary>
    I16,
    /// <summary>IEEE half precision.</summary>
    F16,
    /// <summary>bfloat16.</summary>
    BF16,
    /// <summary>32-bit signed.</summary>
    I32,
    /// <summary>IEEE single precision.</summary>
    F32,
    /// <summary>64-bit signed.</summary>
    I64,
    /// <summary>IEEE double precision.</summary>
    F64,
}

/// <summary>Facts about element types.</summary>
public static class ElementTypes
{
    static readonly Dictionary<string, ElementType> byName = Enum.GetValues<ElementType>().ToDictionary(Name);

    /// <summary>The name in a safetensors header.</summary>
    public static string Name(this ElementType type) => type.ToString().ToUpperInvariant();

    /// <summary>The type of a name in a header; false where there is none.</summary>
    public static bool TryParse(string? name, out ElementType type) => byName.TryGetValue(name ?? "", out type);

    /// <summary>Whether its values may have a fraction.</summary>
    public static bool IsFloatingPoint(this ElementType type) =>
        type is ElementType.F16 or ElementType.BF16 or ElementType.F32 or ElementType.F64;

    /// <summary>Bytes of one element.</summary>
    public static int Size(this ElementType type) => type switch
    {
        ElementType.Bool or ElementType.U8 or ElementType.I8 => 1,
        ElementType.I16 or ElementType.F16 or ElementType.BF16 => 2,
        ElementType.I32 or ElementType.F32 => 4,
        ElementType.I64 or ElementType.F64 => 8,
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };
}
