using System.Text.RegularExpressions;
using TorchSharp;
using static TorchSharp.torch;

namespace Derma.Training.Tests;

public sealed class PretrainedTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly Classifier source = Networks.Build(NetworkNames.MobileNetV3Small, seed: 1);
    readonly Classifier target = Networks.Build(NetworkNames.MobileNetV3Small, seed: 2);

    public void Dispose()
    {
        source.Dispose();
        target.Dispose();
        folder.Dispose();
    }

    string Target => folder.File("w.safetensors");

    [Fact]
    public void Every_tensor_is_loaded_by_name()
    {
        Save(tensors => tensors);
        var report = Pretrained.Load(target, Target);
        Assert.Equal(StateDict.Of(source).Select(t => t.Name), report.Loaded);
        Assert.Equal((0, 0, 0), (report.Skipped.Count, report.Missing.Count, report.Unexpected.Count));
        Assert.Equal(Bytes(source), Bytes(target));
    }

    [Fact]
    public void Missing_and_unexpected_tensors_are_listed_and_nothing_is_loaded()
    {
        Save(tensors => tensors.Where(t => t.Name != "features.0.0.weight").Append(("extra.weight", ones(2))));
        var before = Bytes(target);
        var error = Assert.Throws<WeightFileError>(() => Pretrained.Load(target, Target));
        Assert.Contains("missing features.0.0.weight; unexpected extra.weight", error.Message);
        Assert.Equal((Target, "features.0.0.weight"), (error.File, error.Tensor));
        Assert.Equal(before, Bytes(target));
    }

    [Fact]
    public void What_the_options_allow_is_reported_instead()
    {
        Save(tensors => tensors.Where(t => t.Name != "features.0.0.weight").Append(("extra.weight", ones(2))));
        var report = Pretrained.Load(target, Target, new() { AllowMissing = true, AllowUnexpected = true });
        Assert.Equal(["features.0.0.weight"], report.Missing);
        Assert.Equal(["extra.weight"], report.Unexpected);
        Assert.Equal(StateDict.Of(source).Count - 1, report.Loaded.Count);
    }

    [Fact]
    public void A_long_list_is_cut_at_a_readable_length()
    {
        Save(tensors => tensors.Take(1));
        // 244 tensors, one of them there, and 34 batch norms may lack their counter: 209 are missing.
        var message = Assert.Throws<WeightFileError>(() => Pretrained.Load(target, Target)).Message;
        Assert.Contains("and 197 more", message);
        Assert.Equal(12, Regex.Count(message, "features"));
    }

    [Fact]
    public void Batch_counters_may_be_missing()
    {
        Save(tensors => tensors.Where(t => !t.Name.EndsWith("num_batches_tracked")));
        Assert.Equal(34, Pretrained.Load(target, Target).Missing.Count);
    }

    [Fact]
    public void A_head_for_another_class_count_is_an_error_that_says_how_to_keep_the_fresh_one()
    {
        using var other = Networks.Build(NetworkNames.MobileNetV3Small, classes: 1000);
        Safetensors.Save(Target, other);
        var error = Assert.Throws<WeightFileError>(() => Pretrained.Load(target, Target));
        Assert.Contains("classifier.3.weight (file 1000x1024, network 13x1024)", error.Message);
        Assert.Contains("ReplaceHead", error.Message);
    }

    [Fact]
    public void A_replaced_head_keeps_its_fresh_weights_and_the_rest_is_loaded()
    {
        using var other = Networks.Build(NetworkNames.MobileNetV3Small, classes: 1000, seed: 5);
        Safetensors.Save(Target, other);
        var fresh = Bytes(target, "classifier");
        var report = Pretrained.Load(target, Target, new() { ReplaceHead = true });
        Assert.Equal(["classifier.0.weight", "classifier.0.bias", "classifier.3.weight", "classifier.3.bias"], report.Skipped);
        Assert.Equal(fresh, Bytes(target, "classifier"));
        Assert.Equal(Bytes(other, "features"), Bytes(target, "features"));
    }

    [Fact]
    public void A_backbone_without_any_head_is_enough_when_the_head_is_replaced()
    {
        Save(tensors => tensors.Where(t => !t.Name.StartsWith("classifier")));
        Assert.Empty(Pretrained.Load(target, Target, new() { ReplaceHead = true }).Missing);
    }

    [Fact]
    public void Another_shape_in_the_backbone_is_an_error_even_when_the_head_is_replaced()
    {
        Save(tensors => tensors.Select(t => t.Name == "features.0.1.bias" ? (t.Name, ones(4)) : t));
        var error = Assert.Throws<WeightFileError>(() => Pretrained.Load(target, Target, new() { ReplaceHead = true }));
        Assert.Equal("features.0.1.bias", error.Tensor);
    }

    [Fact]
    public void Whole_numbers_are_no_weights()
    {
        Save(tensors => tensors.Select(t => t.Name == "features.0.1.bias" ? (t.Name, ones(16, dtype: ScalarType.Int64)) : t));
        Assert.Equal("features.0.1.bias", Assert.Throws<WeightFileError>(() => Pretrained.Load(target, Target)).Tensor);
    }

    [Theory]
    [InlineData(ScalarType.Float16)]
    [InlineData(ScalarType.BFloat16)]
    [InlineData(ScalarType.Float64)]
    public void Other_precisions_become_single(ScalarType type)
    {
        Save(tensors => tensors.Select(t => t.Name == "features.0.1.bias" ? (t.Name, full(16, -1.5, dtype: type)) : t));
        Pretrained.Load(target, Target);
        var bias = target.get_parameter("features.0.1.bias")!;
        Assert.Equal(ScalarType.Float32, bias.dtype);
        Assert.All(bias.data<float>().ToArray(), b => Assert.Equal(-1.5f, b));
    }

    [Fact]
    public void The_old_names_of_DenseNet_are_understood()
    {
        using var old = Networks.Build(NetworkNames.DenseNet121, seed: 1);
        using var model = Networks.Build(NetworkNames.DenseNet121, seed: 2);
        // As in densenet121-a639ec97.pth: norm.1 for norm1 in every dense layer, and no counters.
        string Old(string name) => Regex.Replace(name, @"(denselayer\d+\.(norm|conv))([12])", "$1.$3");
        Safetensors.Save(Target, StateDict.Of(old).Where(t => !t.Name.EndsWith("tracked")).Select(t => (Old(t.Name), t.Tensor)));
        Assert.Equal(121, Pretrained.Load(model, Target).Missing.Count);
        Assert.Equal(Bytes(old), Bytes(model));
    }

    [Fact]
    public void A_tensor_under_its_old_and_its_new_name_is_refused()
    {
        using var model = Networks.Build(NetworkNames.DenseNet121);
        const string Name = "features.denseblock1.denselayer1.norm";
        Safetensors.Save(Target, [.. StateDict.Of(model), (Name + ".1.bias", ones(64))]);
        Assert.Equal(Name + "1.bias", Assert.Throws<WeightFileError>(() => Pretrained.Load(model, Target)).Tensor);
    }

    [Theory]
    [InlineData("w.pth", "")]
    [InlineData("w.pth", "not a weights file at all")]
    [InlineData("w.pt", "PK\u0003\u0004 not a zip file either")]
    [InlineData("w.safetensors", "short")]
    public void A_file_of_another_kind_is_named(string name, string text)
    {
        File.WriteAllText(folder.File(name), text);
        var error = Assert.Throws<WeightFileError>(() => Pretrained.Load(target, folder.File(name)));
        Assert.Equal(folder.File(name), error.File);
        Assert.Contains(error.File, error.Message);
    }

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.Contains("nowhere.pth", Assert.Throws<WeightFileError>(() => Pretrained.Load(target, folder.File("nowhere.pth"))).Message);

    [Fact]
    public void A_tensor_whose_numbers_are_damaged_leaves_the_network_as_it_was()
    {
        var path = folder.File("w.pth");
        var pickle = new HandMadePickle().Op("}(");
        foreach (var (name, tensor) in StateDict.Of(source).Where(t => !t.Name.EndsWith("tracked")))
            pickle.Tensor(name, tensor.data<float>().ToArray(), tensor.shape);
        pickle.Op("u").Save(path, System.IO.Compression.CompressionLevel.Fastest);
        Pretrained.Load(target, path);
        Assert.Equal(Bytes(source), Bytes(target));
        var before = Bytes(target);
        var bytes = File.ReadAllBytes(path);
        bytes.AsSpan(bytes.Length / 2, 100_000).Fill(0xff);
        File.WriteAllBytes(path, bytes);
        Assert.NotNull(Assert.Throws<WeightFileError>(() => Pretrained.Load(target, path)).Tensor);
        Assert.Equal(before, Bytes(target));
    }

    void Save(Func<IEnumerable<(string Name, Tensor Tensor)>, IEnumerable<(string, Tensor)>> change) =>
        Safetensors.Save(Target, change(StateDict.Of(source)));

    static byte[] Bytes(Classifier model, string prefix = "") =>
        [.. StateDict.Of(model).Where(t => t.Name.StartsWith(prefix)).SelectMany(t => t.Tensor.bytes.ToArray())];
}
