using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Derma.Training.Tests;

public class NetworkPassTests
{
    public static TheoryData<string> Names => new(Networks.Names);

    [Theory]
    [MemberData(nameof(Names))]
    public void Photos_with_channels_last_give_the_same_logits_and_keep_their_layout_in_every_map(string network)
    {
        using var scope = NewDisposeScope();
        using var model = Networks.Build(network);
        model.eval();
        var rows = GoldenFormula.Input([2, 3, 64, 64]);
        var expected = Numbers(model.call(rows));
        var layouts = WatchConvolutions(model);
        var logits = Numbers(model.call(rows.permute(0, 2, 3, 1).contiguous().permute(0, 3, 1, 2)));
        Assert.All(expected.Zip(logits), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
        Assert.NotEmpty(layouts);
        Assert.All(layouts, layout => Assert.Equal((layout.Name, 1), (layout.Name, layout.ChannelStride)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_training_pass_leaves_the_photos_alone_and_reaches_every_parameter(string network)
    {
        using var scope = NewDisposeScope();
        using var model = Networks.Build(network, classes: 5);
        var photos = GoldenFormula.Input([2, 3, 64, 64]);
        var logits = model.call(photos);
        Assert.Equal([2, 5], logits.shape);
        nn.functional.cross_entropy(logits, tensor(new long[] { 0, 3 })).backward();
        Assert.All(model.named_parameters(), p => Assert.True(p.parameter.grad is not null, p.name));
        Assert.Equal(Numbers(GoldenFormula.Input([2, 3, 64, 64])), Numbers(photos));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_but_the_logits_is_left_of_a_pass(string network)
    {
        using var model = Networks.Build(network);
        model.eval();
        using var frozen = no_grad();
        using var scope = NewDisposeScope();
        var photos = GoldenFormula.Input([1, 3, 64, 64]);
        var before = scope.DisposablesCount;
        model.call(photos);
        Assert.Equal(before + 1, scope.DisposablesCount);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Dropout_acts_in_training_alone(string network)
    {
        using var scope = NewDisposeScope();
        using var model = WithoutStochasticDepth(network, dropout: 0.5);
        var photos = GoldenFormula.Input([2, 3, 64, 64]);
        Assert.NotEqual(Numbers(model.call(photos)), Numbers(model.call(photos)));
        model.eval();
        Assert.Equal(Numbers(model.call(photos)), Numbers(model.call(photos)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Without_dropout_training_passes_agree(string network)
    {
        using var scope = NewDisposeScope();
        using var model = WithoutStochasticDepth(network, dropout: 0);
        var photos = GoldenFormula.Input([2, 3, 64, 64]);
        Assert.Equal(Numbers(model.call(photos)), Numbers(model.call(photos)));
    }

    [Fact]
    public void Stochastic_depth_alone_makes_training_passes_differ_and_evaluation_passes_not()
    {
        using var scope = NewDisposeScope();
        using var model = new EfficientNetB3(new() { Dropout = 0 });
        var photos = GoldenFormula.Input([4, 3, 64, 64]);
        Assert.NotEqual(Numbers(model.call(photos)), Numbers(model.call(photos)));
        model.eval();
        Assert.Equal(Numbers(model.call(photos)), Numbers(model.call(photos)));
    }

    [Fact]
    public void DenseNet_needs_29_px()
    {
        using var scope = NewDisposeScope();
        using var model = new DenseNet121(new());
        model.eval();
        Assert.Equal([1, 13], model.call(zeros(1, 3, 29, 29)).shape);
        Assert.Contains("29 px", Assert.Throws<UserError>(() => model.call(zeros(1, 3, 29, 28))).Message);
    }

    static Classifier WithoutStochasticDepth(string network, double dropout) => network == NetworkNames.EfficientNetB3
        ? new EfficientNetB3(new() { Dropout = dropout, StochasticDepth = 0 })
        : Networks.Build(network, dropout: dropout);

    static List<(string Name, long ChannelStride)> WatchConvolutions(Classifier model)
    {
        var layouts = new List<(string, long)>();
        foreach (var (name, module) in model.named_modules())
            if (module is Conv2d convolution)
                convolution.register_forward_hook((_, _, output) =>
                {
                    // A single pixel lies the same in either layout.
                    if (output.shape[2] * output.shape[3] > 1) layouts.Add((name, output.stride(1)));
                    return output;
                });
        return layouts;
    }

    static double[] Numbers(Tensor tensor) => [.. tensor.detach().contiguous().data<float>().Select(v => (double)v)];
}
