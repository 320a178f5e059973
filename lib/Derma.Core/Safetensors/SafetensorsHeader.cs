using System.Buffers.Binary;
using System.Text.Json;

namespace Derma.Core;

/// <summary>
/// The checked header of a safetensors file: nothing is allocated for a tensor before its place and size are known to fit.
/// </summary>
sealed class SafetensorsHeader
{
    const long LargestHeader = 100_000_000;

    readonly string path;

    SafetensorsHeader(string path) => this.path = path;

    public List<SafetensorsSlot> Slots { get; } = [];

    public Dictionary<string, string> Metadata { get; } = [];

    public static SafetensorsHeader Read(string path, Stream stream)
    {
        var header = new SafetensorsHeader(path);
        Span<byte> length = stackalloc byte[8];
        if (stream.ReadAtLeast(length, 8, throwOnEndOfStream: false) < 8) throw header.Broken("it is shorter than 8 bytes");
        var size = BinaryPrimitives.ReadUInt64LittleEndian(length);
        if (size > LargestHeader) throw header.Broken($"its header claims {size} bytes, and the format allows {LargestHeader}");
        if (size < 2 || (long)size > stream.Length - 8) throw header.Broken($"its header cannot be {size} bytes long");
        var json = new byte[size];
        stream.ReadExactly(json);
        header.Parse(json, dataStart: 8 + (long)size, dataLength: stream.Length - 8 - (long)size);
        return header;
    }

    void Parse(byte[] json, long dataStart, long dataLength)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false });
            foreach (var property in document.RootElement.EnumerateObject())
                if (property.Name == "__metadata__") ReadMetadata(property.Value);
                else Slots.Add(ReadSlot(property.Name, property.Value, dataStart));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw Broken("its header is not the JSON of a safetensors file");
        }
        RequireNoGaps(dataStart, dataLength);
    }

    void ReadMetadata(JsonElement metadata)
    {
        // Some writers put null for "no texts", which the format's own reader takes as such.
        if (metadata.ValueKind == JsonValueKind.Null) return;
        foreach (var entry in metadata.EnumerateObject()) Metadata[entry.Name] = entry.Value.GetString() ?? "";
    }

    SafetensorsSlot ReadSlot(string name, JsonElement value, long dataStart)
    {
        var typeName = value.GetProperty("dtype").GetString();
        if (!ElementTypes.TryParse(typeName, out var type)) throw Broken($"tensor {name} has the unknown type {typeName}", name);
        long[] shape = [.. value.GetProperty("shape").EnumerateArray().Select(d => d.GetInt64())];
        var offsets = value.GetProperty("data_offsets");
        if (offsets.GetArrayLength() != 2) throw Broken($"tensor {name} has no begin and end", name);
        long begin = offsets[0].GetInt64(), end = offsets[1].GetInt64();
        if (end - begin > Array.MaxLength || ByteCount(type, shape) != end - begin)
            throw Broken($"tensor {name} does not fill its {end - begin} bytes", name);
        return new SafetensorsSlot(name, type, shape, dataStart + begin, (int)(end - begin));
    }

    /// <summary>Bytes of a tensor, or null where a size is negative or the product too large.</summary>
    static long? ByteCount(ElementType type, long[] shape)
    {
        if (shape.Any(d => d < 0)) return null;
        if (shape.Contains(0)) return 0;
        try
        {
            return shape.Aggregate((long)type.Size(), (product, d) => checked(product * d));
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    void RequireNoGaps(long dataStart, long dataLength)
    {
        var position = dataStart;
        foreach (var slot in Slots.OrderBy(s => s.Offset).ThenBy(s => s.Length))
        {
            if (slot.Offset < position) throw Broken($"tensor {slot.Name} overlaps the one before it", slot.Name);
            if (slot.Offset > position) throw Broken($"tensor {slot.Name} does not start where the one before it ends", slot.Name);
            position += slot.Length;
        }
        if (position != dataStart + dataLength)
            throw Broken($"it holds {dataLength} bytes of data where its header promises {position - dataStart}");
    }

    WeightFileError Broken(string why, string? tensor = null) =>
        new(path, tensor, $"{path} is not a whole safetensors file: {why}. Make or fetch it again.");
}

/// <summary>Where one tensor lies in a file.</summary>
readonly record struct SafetensorsSlot(string Name, ElementType Type, long[] Shape, long Offset, int Length);

/// <summary>A weights file that is damaged, unsafe or another network's.</summary>
/// <param name="file">The file.</param>
/// <param name="tensor">The tensor that is wrong, the first where several are; null where the file as a whole is.</param>
/// <param name="message">One sentence that names both and says what to do.</param>
public sealed class WeightFileError(string file, string? tensor, string message) : UserError(message)
{
    /// <summary>The file.</summary>
    public string File { get; } = file;

    /// <summary>The tensor that is wrong, the first where several are; null where the file as a whole is.</summary>
    public string? Tensor { get; } = tensor;
}
