namespace Derma.Training.Tests;

public sealed class IntegerFileTests : IDisposable
{
    const int Size = 64, Classes = 13;

    static readonly PreparedPhoto[] photos = [.. Enumerable.Range(1, 4).Select(seed => SmallModel.Photo(seed, Size))];

    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    string Single(string network)
    {
        using var model = Exports.Filled(network);
        OnnxExport.Save(model, Exports.Info(Classes, Size, (network, 1)), folder.File("float.onnx"));
        return folder.File("float.onnx");
    }

    static float[] Answers(string path) => OnnxModel.Load(path, new() { Threads = 1 }).Run(photos, Mirror.None).Probabilities;

    [Theory]
    [InlineData(NetworkNames.DenseNet121, 122)]
    [InlineData(NetworkNames.MobileNetV3Large, 62)]
    public void Every_convolution_takes_whole_numbers_and_the_answers_stay_near(string network, int convolutions)
    {
        var (source, path) = (Single(network), folder.File("whole.onnx"));
        IntegerFile.Write(source, null, photos, path);
        var operators = OnnxFile.ReadOperators(path);
        Assert.True(convolutions <= operators.Count(o => o == "Conv"));
        Assert.True(2 * operators.Count(o => o == "Conv") < operators.Count(o => o == "DequantizeLinear")); // weight, bias, and the maps
        Assert.True(new FileInfo(path).Length < 0.7 * new FileInfo(source).Length);
        var (floats, whole) = (Answers(source), Answers(path));
        Assert.All(floats.Zip(whole), pair => Assert.Equal(pair.First, pair.Second, 0.05));
        Assert.NotEqual(floats, whole);
    }

    [Fact]
    public void Of_a_vote_only_the_named_network_changes_and_the_title_says_so()
    {
        string[] names = [NetworkNames.MobileNetV3Small, NetworkNames.DenseNet121];
        EnsembleMember[] members = [.. names.Select(name => new EnsembleMember(name, Exports.Filled(name), 0.5))];
        OnnxExport.SaveEnsemble(members, Exports.Info(Classes, Size, (names[0], 0.5), (names[1], 0.5)), folder.File("vote.onnx"));
        foreach (var member in members) member.Model.Dispose();
        IntegerFile.Write(folder.File("vote.onnx"), NetworkNames.DenseNet121, photos, folder.File("whole.onnx"));
        using var floats = OnnxModel.Load(folder.File("vote.onnx"), new() { Threads = 1 });
        using var whole = OnnxModel.Load(folder.File("whole.onnx"), new() { Threads = 1 });
        Assert.Equal(("whole", "Test, DenseNet121 in whole numbers", null), (whole.Info.Id, whole.Info.Title, whole.Info.Card));
        var (first, second) = (Members(floats), Members(whole));
        Assert.All(first[0].Zip(second[0]), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
        Assert.Contains(first[1].Zip(second[1]), pair => Math.Abs(pair.First - pair.Second) > 1e-5);

        static float[][] Members(OnnxModel model) => [.. model.Run(photos[..1], Mirror.None).Members.Chunk(Classes)];
    }

    [Fact]
    public void Without_a_photo_or_such_a_network_nothing_is_written()
    {
        var (source, path) = (Single(NetworkNames.MobileNetV3Small), folder.File("never.onnx"));
        Assert.Contains("without a photo", Assert.Throws<ArgumentException>(() => IntegerFile.Write(source, null, [], path)).Message);
        var unknown = Assert.Throws<ArgumentException>(() => IntegerFile.Write(source, NetworkNames.DenseNet121, photos, path));
        Assert.Contains("no convolutions of DenseNet121", unknown.Message);
        Assert.False(File.Exists(path));
    }
}
