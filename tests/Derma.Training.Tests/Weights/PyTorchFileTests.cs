using System.IO.Compression;
using System.Text;
using TorchSharp;

namespace Derma.Training.Tests;

public sealed class PyTorchFileTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    string Target => folder.File("w.pth");

    static HandMadePickle Dict() => new HandMadePickle().Op("}(");

    [Theory]
    [InlineData(CompressionLevel.NoCompression)]
    [InlineData(CompressionLevel.Optimal)]
    public void Tensors_of_any_strides_and_offset_are_read(CompressionLevel compression)
    {
        Dict().Tensor("row", [1, 2, 3, 4], 2, 2).Tensor("turned", [9, 1, 3, 2, 4], [2, 2], [1, 2], offset: 1)
            .Tensor("repeated", [5], [3], [0]).Tensor("none", [], 0, 3).Op("u").Save(Target, compression);
        Assert.Equal(["row 2,2: 1,2,3,4", "turned 2,2: 1,2,3,4", "repeated 3: 5,5,5", "none 0,3: "], Read());
    }

    [Fact]
    public void The_attributes_of_a_state_dict_are_passed_over()
    {
        new HandMadePickle().Global("collections", "OrderedDict").Op(")R(").Tensor("a", [1], 1).Op("u}").Text("_metadata")
            .Global("collections", "OrderedDict").Op(")Rsb").Save(Target);
        Assert.Equal(["a 1: 1"], Read());
    }

    [Theory]
    [InlineData("state_dict")]
    [InlineData("model")]
    public void A_dict_in_a_dict_is_found(string wrapper)
    {
        new HandMadePickle().Op("}(").Text("epoch").Number(3).Text(wrapper).Op("}(").Tensor("a", [1], 1).Op("uu").Save(Target);
        Assert.Equal(["a 1: 1"], Read());
    }

    [Theory]
    [InlineData("posix", "system")]
    [InlineData("builtins", "eval")]
    [InlineData("torch", "load")]
    public void A_pickle_that_calls_anything_is_refused_by_its_name(string module, string name)
    {
        Dict().Text("a").Global(module, name).Op("(").Text("touch " + folder.File("harm")).Op("tRu").Save(Target);
        Assert.Contains($"{module}.{name}", Assert.Throws<WeightFileError>(Read).Message);
        Assert.False(File.Exists(folder.File("harm")));
    }

    [Fact]
    public void A_name_from_the_stack_is_refused_like_any_other()
    {
        new HandMadePickle().Text("os").Text("system").Op(0x93).Save(Target);
        Assert.Contains("os.system", Assert.Throws<WeightFileError>(Read).Message);
    }

    [Theory]
    [InlineData("o")]
    [InlineData("\u0081")]
    [InlineData("P0\n")]
    [InlineData("i")]
    public void Opcodes_that_make_objects_are_refused(string opcode)
    {
        new HandMadePickle().Op("(").Op(Encoding.Latin1.GetBytes(opcode)).Save(Target);
        Assert.Contains("opcode", Assert.Throws<WeightFileError>(Read).Message);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("R")]
    [InlineData("}s")]
    [InlineData("Ns")]
    [InlineData("N(u")]
    [InlineData("N(NNu")]
    [InlineData("}(Nu")]
    [InlineData("}NNs")]
    [InlineData("Na")]
    [InlineData("NNb")]
    [InlineData("NQ")]
    [InlineData(")Q")]
    [InlineData("(Q")]
    [InlineData("t")]
    [InlineData("h\u0001")]
    [InlineData("X\u007f\u007f\u007f\u007f")]
    [InlineData("c")]
    [InlineData("N")]
    [InlineData("]")]
    [InlineData("ctorch\nFloatStorage\n)R")]
    [InlineData("ctorch._utils\n_rebuild_tensor_v2\n)R")]
    [InlineData("ctorch._utils\n_rebuild_parameter\n)R")]
    [InlineData("ccollections\nOrderedDict\nN\u0085R")]
    public void A_damaged_pickle_is_a_typed_error(string opcodes)
    {
        new HandMadePickle().Op(opcodes).Save(Target);
        Assert.Equal(Target, Assert.Throws<WeightFileError>(Read).File);
    }

    [Fact]
    public void Every_pickle_of_any_bytes_is_read_or_refused_but_never_crashes()
    {
        var random = new Random(1);
        var whole = Dict().Tensor("a", [1, 2], 2).Op("u").Bytes;
        for (var i = 0; i < 5000; i++)
        {
            var bytes = (byte[])whole.Clone();
            for (var change = 0; change <= i % 4; change++) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            var error = Record.Exception(() => PickleMachine.Load(bytes));
            Assert.True(error is null or PickleException, $"{error}");
        }
    }

    [Fact]
    public void A_value_that_is_no_tensor_is_named()
    {
        Dict().Tensor("a", [1], 1).Text("epoch").Number(3).Op("u").Save(Target);
        Assert.Equal("epoch", Assert.Throws<WeightFileError>(Read).Tensor);
    }

    [Theory]
    [InlineData(3, 1, 0, 2)]
    [InlineData(2, 2, 0, 2)]
    [InlineData(2, 1, 1, 2)]
    [InlineData(2, 1, -1, 2)]
    [InlineData(-2, 1, 0, 2)]
    [InlineData(2, -1, 1, 2)]
    [InlineData(1L << 62, 1L << 62, 0, 2)]
    [InlineData(2, 1, 0, 1L << 60)]
    [InlineData(2, 1, 0, 3)]
    [InlineData(2, 1, 0, -1)]
    public void A_tensor_that_reaches_beyond_its_numbers_is_named(long size, long stride, long offset, long count)
    {
        Dict().Tensor("a", [1, 2], [size], [stride], offset, count).Op("u").Save(Target);
        Assert.Equal("a", Assert.Throws<WeightFileError>(Read).Tensor);
    }

    [Fact]
    public void Strides_of_another_number_than_sizes_are_refused()
    {
        Dict().Tensor("a", [1, 2], [2], [1, 1]).Op("u").Save(Target);
        Assert.Equal("a", Assert.Throws<WeightFileError>(Read).Tensor);
    }

    [Fact]
    public void A_file_cut_anywhere_is_a_typed_error()
    {
        Dict().Tensor("a", [1, 2], 2).Op("u").Save(Target);
        var bytes = File.ReadAllBytes(Target);
        for (var length = 4; length < bytes.Length; length += 7)
        {
            File.WriteAllBytes(Target, bytes[..length]);
            Assert.Throws<WeightFileError>(Read);
        }
    }

    [Fact]
    public void Any_other_zip_file_is_refused()
    {
        using (var archive = ZipFile.Open(Target, ZipArchiveMode.Create)) archive.CreateEntry("readme.txt");
        Assert.Contains("data.pkl", Assert.Throws<WeightFileError>(Read).Message);
    }

    [Fact]
    public void Numbers_of_a_big_endian_machine_are_refused()
    {
        Dict().Tensor("a", [1], 1).Op("u").Save(Target);
        using (var archive = ZipFile.Open(Target, ZipArchiveMode.Update))
        using (var order = archive.CreateEntry("archive/byteorder").Open())
            order.Write("big"u8);
        Assert.Contains("big-endian", Assert.Throws<WeightFileError>(Read).Message);
    }

    string[] Read()
    {
        using var file = PyTorchFile.Open(Target);
        return [.. file.Tensors.Select(Line)];
    }

    static string Line(StoredTensor stored)
    {
        using var tensor = stored.Read();
        using var rows = tensor.contiguous();
        float[] numbers = rows.numel() == 0 ? [] : rows.data<float>().ToArray(); // the real package refuses to read where there is nothing
        return $"{stored.Name} {string.Join(',', rows.shape)}: {string.Join(',', numbers)}";
    }
}
