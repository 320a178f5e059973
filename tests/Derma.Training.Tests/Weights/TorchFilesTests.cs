using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace Derma.Training.Tests;

/// <summary>Files that torch and torchvision wrote, recorded by <c>tests/fixtures/record/weights.py</c> with what the networks answered there.</summary>
public class TorchFilesTests
{
    const double Tolerance = 1e-9;

    [Fact]
    public void A_torchvision_network_gives_the_logits_that_Python_computed()
    {
        using var model = Networks.Build(NetworkNames.MobileNetV3Small);
        var report = Pretrained.Load(model, Fixtures.Torch.MobileNetV3Small);
        Assert.Equal((WeightFormat.PyTorch, StateDict.Of(model).Count), (report.Format, report.Loaded.Count));
        AssertLogits(Fixtures.Torch.MobileNetV3SmallLogits, model, size: 64, count: 2 * 13);
    }

    public static TheoryData<string, WeightFormat> Files => new()
    {
        { Fixtures.Torch.Plain, WeightFormat.PyTorch }, { Fixtures.Torch.PlainSafetensors, WeightFormat.Safetensors },
        { Fixtures.Torch.Disguised, WeightFormat.PyTorch }, // other types, strides, offsets and wrappings
    };

    [Theory, MemberData(nameof(Files))]
    public void A_small_network_gives_the_logits_that_Python_computed_in_every_form_of_file(string file, WeightFormat format)
    {
        using var model = Small();
        var report = Pretrained.Load(model, file);
        Assert.Equal((format, StateDict.Of(model).Count), (report.Format, report.Loaded.Count));
        AssertLogits(Fixtures.Torch.PlainLogits, model, size: 16, count: 2 * 5);
    }

    [Fact]
    public void Other_types_strides_offsets_and_wrappings_give_the_same_numbers_to_the_bit()
    {
        using var first = Small();
        using var second = Small();
        Pretrained.Load(first, Fixtures.Torch.Disguised);
        Pretrained.Load(second, Fixtures.Torch.PlainSafetensors);
        Assert.All(
            StateDict.Of(first).Zip(StateDict.Of(second)),
            pair => Assert.Equal(pair.First.Tensor.bytes.ToArray(), pair.Second.Tensor.bytes.ToArray()));
    }

    [Fact]
    public void A_whole_pickled_network_is_refused_by_the_name_of_its_class()
    {
        using var model = Small();
        var error = Assert.Throws<WeightFileError>(() => Pretrained.Load(model, Fixtures.Torch.Module));
        Assert.Contains("torch.nn.modules.container.Sequential", error.Message);
    }

    [Fact]
    public void The_format_before_PyTorch_1_6_is_told_by_name()
    {
        using var model = Small();
        var error = Assert.Throws<WeightFileError>(() => Pretrained.Load(model, Fixtures.Torch.Old));
        Assert.Contains("before 1.6", error.Message);
    }

    static PaperCnn Small() => new(new() { Classes = 5, ImageSize = 16, Filters = [4, 8], Dense = [6] });

    static void AssertLogits(string file, Classifier model, int size, int count)
    {
        using var scope = NewDisposeScope();
        model.eval();
        model.to(ScalarType.Float64);
        var logits = model.call(GoldenFormula.Input([2, 3, size, size]).to(ScalarType.Float64)).detach().flatten().data<double>().ToArray();
        var expected = JsonSerializer.Deserialize<double[]>(File.ReadAllText(file))!;
        Assert.Equal(count, expected.Length);
        Assert.InRange(expected.Max(Math.Abs), 0.1, 10);
        Assert.All(expected.Zip(logits), pair => Assert.Equal(pair.First, pair.Second, Tolerance));
    }
}
