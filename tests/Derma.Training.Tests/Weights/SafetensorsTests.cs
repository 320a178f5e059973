using TorchSharp;
using static TorchSharp.torch;

namespace Derma.Training.Tests;

public sealed class SafetensorsTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    string Target => folder.File("w.safetensors");

    [Theory]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.Float64)]
    [InlineData(ScalarType.Int64)]
    [InlineData(ScalarType.Byte)]
    public void Tensors_come_back_with_type_shape_and_values(ScalarType type)
    {
        using var scope = NewDisposeScope();
        var numbers = tensor(new float[] { 1, 2, 3, 4, 5, 6 }).reshape(2, 3).to(type).t();
        Safetensors.Save(Target, [("a", numbers), ("scalar", tensor(7L))]);
        var loaded = Safetensors.Load(Target);
        Assert.Equal(["a", "scalar"], loaded.Select(t => t.Name));
        Assert.Equal((type, "3,2"), (loaded[0].Tensor.dtype, string.Join(',', loaded[0].Tensor.shape)));
        Assert.True(loaded[0].Tensor.eq(numbers).all().item<bool>());
        Assert.Equal(7, loaded[1].Tensor.item<long>());
    }

    [Fact]
    public void A_network_s_weights_load_into_another_of_the_same_kind()
    {
        using var scope = NewDisposeScope();
        using var first = new PaperCnn(Pictures.Network, seed: 1);
        using var second = new PaperCnn(Pictures.Network, seed: 2);
        Safetensors.Save(Target, first);
        Safetensors.LoadInto(second, Target);
        first.eval();
        second.eval();
        var photos = rand(2, 3, Pictures.Size, Pictures.Size);
        Assert.Equal(first.call(photos).detach().data<float>().ToArray(), second.call(photos).detach().data<float>().ToArray());
    }

    [Fact]
    public void Missing_unexpected_and_misshapen_tensors_are_all_named()
    {
        using var model = new PaperCnn(Pictures.Network);
        var entries = StateDict.Of(model).Where(t => t.Name != "bn1.bias").Select(t => t.Name == "dense2.bias" ? (t.Name, ones(4)) : t);
        Safetensors.Save(Target, [.. entries, ("head.weight", ones(1))]);
        var message = Assert.Throws<WeightFileError>(() => Safetensors.LoadInto(model, Target)).Message;
        Assert.Contains("missing bn1.bias", message);
        Assert.Contains("unexpected head.weight", message);
        Assert.Contains("of another shape dense2.bias", message);
    }
}
