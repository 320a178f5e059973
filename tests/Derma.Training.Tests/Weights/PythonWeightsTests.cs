using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace Derma.Training.Tests;

public class PythonWeightsTests(PythonWeights python) : IClassFixture<PythonWeights>
{
    const double Tolerance = 1e-5;

    [SkippableTheory]
    [InlineData("mobilenet_v3_large", "pth", WeightFormat.PyTorch)]
    [InlineData("mobilenet_v3_large", "safetensors", WeightFormat.Safetensors)]
    [InlineData("mobilenet_v3_small", "pth", WeightFormat.PyTorch)]
    [InlineData("mobilenet_v3_small", "safetensors", WeightFormat.Safetensors)]
    [InlineData("densenet121", "pth", WeightFormat.PyTorch)]
    [InlineData("densenet121", "safetensors", WeightFormat.Safetensors)]
    [InlineData("efficientnet_b3", "pth", WeightFormat.PyTorch)]
    [InlineData("efficientnet_b3", "safetensors", WeightFormat.Safetensors)]
    public void A_torchvision_network_gives_the_logits_that_Python_computed(string name, string ending, WeightFormat format)
    {
        using var scope = NewDisposeScope();
        using var model = Networks.Build(name);
        var report = Pretrained.Load(model, python.File($"{name}.{ending}"));
        Assert.Equal((format, StateDict.Of(model).Count), (report.Format, report.Loaded.Count));
        model.eval();
        var logits = model.call(GoldenFormula.Input([2, 3, 64, 64])).detach().flatten().data<float>().ToArray();
        var expected = JsonSerializer.Deserialize<double[]>(File.ReadAllText(python.File($"{name}.json")))!;
        Assert.Equal(2 * 13, expected.Length);
        Assert.True(expected.Max(Math.Abs) > 100 * Tolerance);
        Assert.All(expected.Zip(logits), pair => Assert.Equal(pair.First, pair.Second, Tolerance));
    }

    [SkippableFact]
    public void Other_types_strides_offsets_and_wrappings_give_the_same_numbers()
    {
        var (disguised, plain) = (python.File("disguised.pth"), python.File("plain.safetensors"));
        using var first = Networks.Build(NetworkNames.MobileNetV3Small);
        using var second = Networks.Build(NetworkNames.MobileNetV3Small, seed: 1);
        Pretrained.Load(first, disguised);
        Pretrained.Load(second, plain);
        Assert.All(
            StateDict.Of(first).Zip(StateDict.Of(second)),
            pair => Assert.Equal(pair.First.Tensor.bytes.ToArray(), pair.Second.Tensor.bytes.ToArray()));
    }

    [SkippableFact]
    public void A_whole_pickled_network_is_refused_by_the_name_of_its_class()
    {
        using var model = Networks.Build(NetworkNames.MobileNetV3Small);
        var error = Assert.Throws<WeightFileError>(() => Pretrained.Load(model, python.File("module.pth")));
        Assert.Contains("torchvision.models.mobilenetv3.MobileNetV3", error.Message);
    }

    [SkippableFact]
    public void The_format_before_PyTorch_1_6_is_told_by_name()
    {
        using var model = Networks.Build(NetworkNames.MobileNetV3Small);
        var error = Assert.Throws<WeightFileError>(() => Pretrained.Load(model, python.File("old.pth")));
        Assert.Contains("before 1.6", error.Message);
    }
}
