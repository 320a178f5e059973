namespace Derma.Training.Tests;

public class EnsembleWeightsTests
{
    [Theory]
    [InlineData("mobilenet_v3_large")]
    [InlineData("mobilenet_v3_small")]
    public void The_papers_weights_favour_MobileNetV3_of_either_size_wherever_it_stands(string mobile)
    {
        var weights = EnsembleWeights.Paper.For(["efficientnet_b3", mobile, "densenet121"]);
        Assert.Equal((0.4, 0.3, 0.3), (weights[mobile], weights["densenet121"], weights["efficientnet_b3"]));
        Assert.Equal(["efficientnet_b3", mobile, "densenet121"], weights.ByName.Keys);
    }

    [Fact]
    public void Equal_weights_are_a_share_each() => Assert.Equal(0.25, EnsembleWeights.Equal("a", "b", "c", "d")["c"]);

    [Fact]
    public void Ten_tenths_add_up_to_one_within_the_tolerance() =>
        Assert.Equal(10, new EnsembleWeights(Enumerable.Range(0, 10).ToDictionary(i => $"m{i}", _ => 0.1)).ByName.Count);

    [Theory]
    [InlineData(0.5, 0.4, "add up to 0.9")]
    [InlineData(0.5, 0.500000002, "add up to")]
    [InlineData(1.5, -0.5, "'a' is 1.5")]
    [InlineData(0.5, double.NaN, "'b' is NaN")]
    [InlineData(-0.5, 1, "'a' is -0.5")]
    public void Weights_must_be_shares_of_one(double a, double b, string message) =>
        Assert.Contains(message, Assert.Throws<UserError>(() => Of(("a", a), ("b", b))).Message);

    [Fact]
    public void A_model_without_a_weight_is_named() =>
        Assert.Contains("no ensemble weight for 'resnet50'", Refused("mobilenet_v3_large", "densenet121", "resnet50"));

    [Fact]
    public void A_weight_without_a_model_is_named() =>
        Assert.Contains("'efficientnet_b3' fits no model", Refused("mobilenet_v3_large", "densenet121"));

    [Fact]
    public void A_family_weight_is_not_shared_by_two_models() => Assert.Contains(
        "fits both mobilenet_v3_large and mobilenet_v3_small",
        Refused("mobilenet_v3_large", "mobilenet_v3_small", "densenet121", "efficientnet_b3"));

    [Fact]
    public void A_full_name_goes_before_its_family()
    {
        var weights = Of(("mobilenet_v3", 0.25), ("mobilenet_v3_large", 0.75)).For(["mobilenet_v3_large", "mobilenet_v3_small"]);
        Assert.Equal((0.75, 0.25), (weights["mobilenet_v3_large"], weights["mobilenet_v3_small"]));
    }

    [Fact]
    public void A_name_that_only_begins_alike_is_another_model()
    {
        Assert.Throws<UserError>(() => Of(("densenet12", 1)).For(["densenet121"]));
        Assert.Throws<UserError>(() => Of(("densenet121", 1)).For(["densenet121_a"]));
    }

    [Fact]
    public void A_model_votes_once() => Assert.Throws<UserError>(() => EnsembleWeights.Equal("a", "a"));

    static string Refused(params string[] models) => Assert.Throws<UserError>(() => EnsembleWeights.Paper.For(models)).Message;

    static EnsembleWeights Of(params (string Name, double Weight)[] weights) =>
        new(weights.ToDictionary(pair => pair.Name, pair => pair.Weight));
}
