using TorchSharp;
using static TorchSharp.torch;

namespace Derma.Training.Tests;

public sealed class ImportTests : IDisposable
{
    const int Size = 64, Classes = 13, Count = 2;
    const string Resnet = "microsoft.ml.dnnimagefeaturizer.resnet18/0.23.1/tools/DnnImageModels/ResNet18Onnx/ResNet18.onnx";

    readonly TemporaryFolder folder = new();
    readonly float[] photos = Exports.Photos(Count, Size);

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(NetworkNames.MobileNetV3Large)]
    [InlineData(NetworkNames.DenseNet121)]
    [InlineData(NetworkNames.EfficientNetB3)]
    public void An_exported_network_comes_back_and_is_exported_again_with_the_same_answers(string name)
    {
        using var model = Exports.Filled(name);
        OnnxExport.Save(model, Exports.Info(Classes, Size), folder.File("first.onnx"));
        using var imported = OnnxNetwork.Open(folder.File("first.onnx"));
        imported.eval();
        OnnxExport.Save(imported, Exports.Info(Classes, Size), folder.File("second.onnx"));
        var (first, second) = (OnnxRun.Of(folder.File("first.onnx"), photos, Size), OnnxRun.Of(folder.File("second.onnx"), photos, Size));
        Exports.AssertNear(Doubles(first["logits"]), Exports.Logits(imported, photos, Size), 1e-5);
        Exports.AssertNear(Doubles(first["logits"]), second["logits"], 1e-5);
        Exports.AssertNear(Doubles(first["heatmap"]), second["heatmap"], 1e-3);
    }

    [Fact]
    public void Every_weight_of_an_imported_network_gets_a_gradient_and_its_norms_follow_the_photos()
    {
        using var imported = Residual(classes: 3);
        var before = imported.state_dict().Single(entry => entry.Key.EndsWith("running_mean", StringComparison.Ordinal)).Value.clone();
        imported.train();
        nn.functional.cross_entropy(imported.call(Exports.Input(imported, photos, Size)), tensor(new long[] { 0, 2 })).backward();
        Assert.All(imported.parameters(), parameter => Assert.NotNull(parameter.grad));
        Assert.False(before.Equals(imported.state_dict().Single(entry => entry.Key.EndsWith("running_mean", StringComparison.Ordinal)).Value));
    }

    [Fact]
    public void Uneven_borders_pooling_and_a_norm_are_computed_as_the_runtime_does()
    {
        using var imported = Residual(classes: null);
        imported.eval();
        var expected = OnnxRun.Of(folder.File("residual.onnx"), photos, Size)["logits"];
        Exports.AssertNear(Doubles(expected), Exports.Logits(imported, photos, Size), 1e-5);
        Assert.Equal(2, imported.Classes);
    }

    [Fact]
    public void A_size_at_which_two_branches_do_not_meet_is_refused_in_a_sentence()
    {
        var graph = new GraphBuilder(Size);
        string Kernel(string name, int size) => graph.Constant(name, [.. Enumerable.Range(0, 2 * 3 * size * size).Select(i => i * 0.01f)], 2, 3, size, size);
        var wide = graph.Node("Conv", ["pixels", Kernel("wide", 3)], ("kernel_shape", (long[])[3, 3]), ("strides", (long[])[2, 2]), ("pads", (long[])[1, 1, 0, 0]));
        var narrow = graph.Node("Conv", ["pixels", Kernel("narrow", 1)], ("kernel_shape", (long[])[1, 1]), ("strides", (long[])[2, 2]));
        graph.Output("maps", graph.GlobalAverage(graph.Node("Add", [wide, narrow])), 2, 1, 1);
        OnnxFile.Write(folder.File("branches.onnx"), graph.Graph, new Dictionary<string, string>());
        using var imported = OnnxNetwork.Open(folder.File("branches.onnx"), classes: 3);
        using var even = imported.call(zeros(1, 3, 64, 64));
        Assert.Equal([1L, 3], even.shape);
        Assert.Contains("branches.onnx takes no photos of 65 x 65 pixels", Assert.Throws<UserError>(() => imported.call(zeros(1, 3, 65, 65))).Message);
    }

    [Fact]
    public void A_fresh_head_has_the_classes_that_are_asked_for_and_depends_on_the_seed_alone()
    {
        using OnnxNetwork one = Residual(classes: 5), same = Residual(classes: 5), other = Residual(classes: 5, seed: 2);
        Assert.Equal(5, one.Classes);
        Assert.True(one.get_parameter("classifier.weight")!.Equals(same.get_parameter("classifier.weight")!));
        Assert.False(one.get_parameter("classifier.weight")!.Equals(other.get_parameter("classifier.weight")!));
    }

    [Fact]
    public void Operators_that_are_not_known_are_named()
    {
        var graph = new GraphBuilder(Size);
        graph.Output("logits", graph.Node("LSTM", [graph.Node("Relu", ["pixels"])]), 2);
        OnnxFile.Write(folder.File("odd.onnx"), graph.Graph, new Dictionary<string, string>());
        var message = Assert.Throws<UserError>(() => OnnxNetwork.Open(folder.File("odd.onnx"), classes: 2)).Message;
        Assert.Contains("odd.onnx uses operators that the import does not know: LSTM. It knows Conv,", message);
    }

    [Fact]
    public void What_is_no_network_is_refused_in_a_sentence()
    {
        File.WriteAllText(folder.File("text.onnx"), "not a graph at all");
        Assert.Contains("text.onnx is no ONNX file", Assert.Throws<UserError>(() => OnnxNetwork.Open(folder.File("text.onnx"))).Message);
        Assert.Contains("There is no file", Assert.Throws<UserError>(() => OnnxNetwork.Open(folder.File("none.onnx"))).Message);
    }

    [SkippableFact]
    public void The_pretrained_network_that_NuGet_serves_answers_as_in_the_runtime_before_and_after_an_export()
    {
        var file = Path.Combine(PackageFolder(), Resnet);
        Skip.IfNot(File.Exists(file), "The pretrained ResNet-18 is not here.");
        var photo = Exports.Photos(1, 224);
        using var network = OnnxNetwork.Open(file, classes: 7, seed: 1);
        network.eval();
        using var frozen = no_grad();
        var features = network.Features(Exports.Input(network, photo, 224)).data<float>().ToArray();
        var expected = OnnxRun.Of(file, photo, 224, network.Graph.Input).Values.Single();
        Exports.AssertNear(Doubles(expected), features, 1e-5 * expected.Max());
        OnnxExport.Save(network, Exports.Info(7, 224), folder.File("again.onnx"));
        var again = OnnxRun.Of(folder.File("again.onnx"), photo, 224)["logits"];
        Exports.AssertNear(Doubles(again), Exports.Logits(network, photo, 224), 1e-4);
    }

    [SkippableFact]
    public void The_pretrained_network_takes_red_green_and_blue_from_0_to_1_where_its_file_takes_bytes_the_other_way_round()
    {
        var file = ImageNetResNet18.FileIn(PackageFolder());
        Skip.IfNot(File.Exists(file), "The pretrained ResNet-18 is not here.");
        const int Plane = 224 * 224;
        var rgb = Exports.Photos(1, 224);
        float[] means = [103.9f, 116.8f, 123.7f];
        float[] bgr = [.. from channel in Enumerable.Range(0, 3) from i in Enumerable.Range(0, Plane) select rgb[(2 - channel) * Plane + i] * 255 - means[channel]];
        using var network = ImageNetResNet18.Open(file, classes: 7);
        network.eval();
        using var frozen = no_grad();
        var answered = network.Features(Exports.Input(network, rgb, 224)).data<float>().ToArray();
        var expected = OnnxRun.Of(file, bgr, 224, network.Graph.Input).Values.Single();
        Exports.AssertNear(Doubles(expected), answered, 1e-5 * expected.Max());
    }

    [Fact]
    public void A_network_that_forgets_has_fresh_weights_and_statistics_which_the_seed_decides()
    {
        using var kept = Residual(classes: 3);
        using var fresh = Residual(classes: 3);
        using var again = Residual(classes: 3);
        fresh.Forget(seed: 5);
        again.Forget(seed: 5);
        Assert.All(fresh.Kernels().Zip(kept.Kernels()), pair => Assert.False(pair.First.equal(pair.Second).all().item<bool>()));
        Assert.All(fresh.Kernels().Zip(again.Kernels()), pair => Assert.True(pair.First.equal(pair.Second).all().item<bool>()));
        Tensor Statistics(string name) => fresh.state_dict().Single(entry => entry.Key.EndsWith(name, StringComparison.Ordinal)).Value;
        Assert.Equal(0, Statistics("running_mean").abs().max().item<float>());
        Assert.Equal((1, 1), (Statistics("running_var").min().item<float>(), Statistics("running_var").max().item<float>()));
    }

    /// <summary>Two convolutions with what ResNet's file has: uneven borders, a norm that is not folded, a sum; two classes.</summary>
    OnnxNetwork Residual(int? classes, long seed = 1)
    {
        var graph = new GraphBuilder(Size);
        float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(i => MathF.Sin(i * 0.7f + 1))];
        string Weights(string name, params long[] shape) => graph.Constant(name, Numbers((int)shape.Aggregate((a, b) => a * b)), shape);
        var first = graph.Node("Conv", ["pixels", Weights("first", 4, 3, 7, 7)], ("kernel_shape", (long[])[7, 7]), ("strides", (long[])[2, 2]), ("pads", (long[])[3, 3, 2, 2]));
        string[] statistics = [Weights("scale", 4), Weights("shift", 4), Weights("mean", 4), graph.Constant("variance", [1, 2, 0.5f, 3], 4)];
        var normed = graph.Relu(graph.Node("BatchNormalization", [first, .. statistics], ("epsilon", 1e-5f)));
        var pooled = graph.Node("MaxPool", [normed], ("kernel_shape", (long[])[3, 3]), ("strides", (long[])[2, 2]), ("pads", (long[])[1, 1, 0, 0]));
        var second = graph.Node("Conv", [pooled, Weights("second", 4, 4, 3, 3), Weights("bias", 4)], ("kernel_shape", (long[])[3, 3]), ("pads", (long[])[1, 1, 1, 1]));
        var vector = graph.Flatten(graph.Node("AveragePool", [graph.Node("Add", [second, pooled])], ("kernel_shape", (long[])[16, 16])));
        graph.Output("logits", graph.Node("Gemm", [vector, Weights("head", 4, 2), Weights("headbias", 2)]), 2);
        OnnxFile.Write(folder.File("residual.onnx"), graph.Graph, new Dictionary<string, string>());
        return OnnxNetwork.Open(folder.File("residual.onnx"), classes, seed);
    }

    static string PackageFolder() => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    static IEnumerable<double> Doubles(float[] values) => values.Select(value => (double)value);
}
