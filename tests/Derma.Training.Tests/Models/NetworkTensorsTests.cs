namespace Derma.Training.Tests;

public class NetworkTensorsTests
{
    [Theory]
    [InlineData("mobilenet_v3_large", 1000)]
    [InlineData("mobilenet_v3_large", 13)]
    [InlineData("mobilenet_v3_small", 1000)]
    [InlineData("mobilenet_v3_small", 13)]
    [InlineData("densenet121", 1000)]
    [InlineData("densenet121", 13)]
    [InlineData("efficientnet_b3", 1000)]
    [InlineData("efficientnet_b3", 13)]
    public void Tensors_have_torchvision_s_names_shapes_and_order(string network, int classes)
    {
        using var model = Networks.Build(network, classes);
        AssertTensors(Fixtures.Tensors(network, classes), model);
    }

    [Fact]
    public void Attempt_9_of_the_CNN_report_has_the_listed_tensors_in_the_listed_order()
    {
        using var model = new PaperCnn(new PaperCnnOptions());
        AssertTensors(Fixtures.Tensors("report_cnn", 22), model);
    }

    static void AssertTensors(string list, Classifier model)
    {
        var expected = File.ReadLines(list).Skip(1).Select(line => line.Split(',')).Select(f => $"{f[0]} {f[1].Replace("scalar int64", "")}").ToList();
        Assert.Equal(expected, StateDict.Of(model).Select(t => $"{t.Name} {string.Join('x', t.Tensor.shape)}"));
    }

    // torchvision's own num_params for 1000 classes; the head's weights and biases for the other counts.
    [Theory]
    [InlineData("mobilenet_v3_large", 5_483_032, 4_230_214, 4_218_685, 4_210_999)]
    [InlineData("mobilenet_v3_small", 2_542_856, 1_540_406, 1_531_181, 1_525_031)]
    [InlineData("densenet121", 7_978_856, 6_976_406, 6_967_181, 6_961_031)]
    [InlineData("efficientnet_b3", 12_233_232, 10_730_046, 10_716_213, 10_706_991)]
    public void Parameters_add_up(string network, long thousand, long twentyTwo, long thirteen, long seven) =>
        Assert.Equal([thousand, twentyTwo, thirteen, seven], new[] { 1000, 22, 13, 7 }.Select(classes => Parameters(network, classes)));

    static long Parameters(string network, int classes)
    {
        using var model = Networks.Build(network, classes);
        Assert.Equal(classes, model.Classes);
        return model.parameters().Sum(p => p.numel());
    }

    [Theory]
    [InlineData("mobilenet_v3_large", "Large", 0.2)]
    [InlineData("mobilenet_v3_small", "Small", 0.2)]
    [InlineData("densenet121", "DenseNet121", 0)]
    [InlineData("efficientnet_b3", "EfficientNetB3", 0.3)]
    public void A_description_tells_networks_apart_and_states_torchvision_s_dropout(string network, string word, double dropout)
    {
        using var model = Networks.Build(network);
        var (kind, stated) = model switch
        {
            MobileNetV3 m => ($"{m.Options.Variant}", m.Options.Dropout),
            DenseNet121 d => (nameof(DenseNet121), d.Options.Dropout),
            EfficientNetB3 e => (nameof(EfficientNetB3), e.Options.Dropout),
            _ => throw new InvalidOperationException(),
        };
        Assert.Equal((word, dropout), (kind, stated));
        Assert.Equal(("classifier", HeadActivation.Softmax), (model.HeadName, model.Head));
        Assert.Equal(Networks.Names.Count, Networks.Names.Select(name => Describe(name)).Distinct().Count());
        Assert.NotEqual(model.Description, Describe(network, dropout: 0.5));
    }

    [Theory]
    [InlineData("mobilenet_v3_large", """MobileNetV3 {"Variant":0,"Classes":13,"Dropout":0.2}""")]
    [InlineData("mobilenet_v3_small", """MobileNetV3 {"Variant":1,"Classes":13,"Dropout":0.2}""")]
    [InlineData("densenet121", """DenseNet121 {"Classes":13,"Dropout":0}""")]
    [InlineData("efficientnet_b3", """EfficientNetB3 {"Classes":13,"Dropout":0.3,"StochasticDepth":0.2}""")]
    public void A_network_is_described_as_the_checkpoints_of_before_have_it(string network, string description) =>
        Assert.Equal(description, Describe(network));

    static string Describe(string network, double? dropout = null)
    {
        using var model = Networks.Build(network, dropout: dropout);
        return model.Description;
    }

    [Fact]
    public void An_unknown_name_and_numbers_out_of_range_are_refused()
    {
        Assert.Contains("densenet121", Assert.Throws<UserError>(() => Networks.Build("densenet169")).Message);
        foreach (var network in Networks.Names)
        {
            Assert.Throws<UserError>(() => Networks.Build(network, classes: 1));
            Assert.Throws<UserError>(() => Networks.Build(network, dropout: 1));
            Assert.Throws<UserError>(() => Networks.Build(network, dropout: -0.1));
        }
        Assert.Throws<UserError>(() => new EfficientNetB3(new() { StochasticDepth = 1 }));
    }
}
