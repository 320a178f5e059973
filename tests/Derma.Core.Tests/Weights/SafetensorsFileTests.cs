using System.Buffers.Binary;
using System.Text;

namespace Derma.Core.Tests;

public sealed class SafetensorsFileTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    string Target => folder.File("w.safetensors");

    [Fact]
    public void A_file_written_by_hand_after_the_format_s_description_is_read()
    {
        WriteRaw("""{"__metadata__":{"by":"hand"},"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""", [0, 0, 128, 63, 0, 0, 0, 192]);
        var file = SafetensorsFile.Read(Target);
        Assert.Equal([1f, -2f], file["a"].Values<float>());
        Assert.Equal("hand", file.Metadata["by"]);
    }

    [Fact]
    public void Entries_come_back_in_order_with_types_shapes_and_values()
    {
        SafetensorsEntry[] entries =
        [
            SafetensorsEntry.Of("bn.bias", [0.5f], 1), SafetensorsEntry.Of("bn.num_batches_tracked", [7L]),
            new("half", ElementType.BF16, [1, 1], [128, 63]), new("none", ElementType.U8, [0, 3], []),
        ];
        SafetensorsFile.Write(Target, entries);
        var read = SafetensorsFile.Read(Target).Entries;
        Assert.Equal(entries.Select(e => (e.Name, e.Type)), read.Select(e => (e.Name, e.Type)));
        Assert.Equal(entries.Select(e => e.Shape), read.Select(e => e.Shape));
        Assert.Equal(entries.Select(e => e.Data), read.Select(e => e.Data));
    }

    [Fact]
    public void The_data_begins_at_a_multiple_of_8_and_wide_elements_lie_first()
    {
        SafetensorsFile.Write(Target, [new("odd", ElementType.U8, [1], [9]), SafetensorsEntry.Of("wide", [1L], 1)]);
        var bytes = File.ReadAllBytes(Target);
        var header = (int)BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        Assert.Equal(0, header % 8);
        Assert.Equal([1, 0, 0, 0, 0, 0, 0, 0, 9], bytes[(8 + header)..]);
    }

    [Theory]
    [InlineData("""{"a":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}}""")]
    [InlineData("""{"a":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}}""")]
    [InlineData("""{"a":{"dtype":"F32","shape":[4611686018427387904,4],"data_offsets":[0,8]}}""")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[8,16]}}""")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0]}}""")]
    [InlineData("""{"a":{"dtype":"C64","shape":[1],"data_offsets":[0,8]}}""")]
    [InlineData("""{"a":{"dtype":"7","shape":[2],"data_offsets":[0,8]}}""")]
    [InlineData("""{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}""")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}""")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""")]
    [InlineData("""[1,2,3]""")]
    [InlineData("""{"a":12}""")]
    [InlineData("""{"a":{"dtype":"F32","shape":[2]}}""")]
    [InlineData("""not json""")]
    public void A_header_that_does_not_describe_the_data_is_refused(string header)
    {
        WriteRaw(header, new byte[8]);
        Assert.Contains(Target, Assert.Throws<WeightFileError>(() => SafetensorsFile.Read(Target)).Message);
    }

    [Theory]
    [InlineData("""{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}""", "overlaps")]
    [InlineData("""{"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},"b":{"dtype":"U8","shape":[4],"data_offsets":[4,8]}}""", "start")]
    [InlineData("""{"a":{"dtype":"U8","shape":[8],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[1],"data_offsets":[0,2]}}""", "fill")]
    public void The_error_names_file_and_tensor(string header, string reason)
    {
        WriteRaw(header, new byte[8]);
        var error = Assert.Throws<WeightFileError>(() => SafetensorsFile.Read(Target));
        Assert.Equal((Target, "b"), (error.File, error.Tensor));
        Assert.Contains(reason, error.Message);
    }

    [Fact]
    public void A_header_of_more_than_100_MB_is_refused_before_it_is_read()
    {
        using (var stream = File.Create(Target))
        {
            stream.Write(BitConverter.GetBytes(100_000_001L));
            stream.SetLength(100_000_100);
        }
        Assert.Contains("100000001", Assert.Throws<WeightFileError>(() => SafetensorsFile.Read(Target)).Message);
    }

    [Fact]
    public void A_file_cut_anywhere_is_refused()
    {
        SafetensorsFile.Write(Target, [SafetensorsEntry.Of("a", [1f, 2f], 2)]);
        var bytes = File.ReadAllBytes(Target);
        for (var length = 0; length < bytes.Length; length++)
        {
            File.WriteAllBytes(Target, bytes[..length]);
            Assert.Throws<WeightFileError>(() => SafetensorsFile.Read(Target));
        }
    }

    [Fact]
    public void A_foreign_file_does_not_make_the_reader_allocate_its_first_number()
    {
        File.WriteAllText(Target, "PK\u0003\u0004 this is a zip file, or any other text that is long enough");
        Assert.Throws<WeightFileError>(() => SafetensorsFile.Read(Target));
    }

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.Contains("nowhere.safetensors", Assert.Throws<WeightFileError>(() => SafetensorsFile.Read(folder.File("nowhere.safetensors"))).Message);

    void WriteRaw(string header, byte[] data)
    {
        var json = Encoding.UTF8.GetBytes(header);
        var length = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)json.Length);
        File.WriteAllBytes(Target, [.. length, .. json, .. data]);
    }
}
