namespace Derma.Papers.Tests;

public class SmartDermaNetworkClaimsTests
{
    static ClaimBook Book(string notebook = "36-smart-derma-compared") => Runs.Book(Runs.Drawings, notebook);

    // torchvision's networks with 13 classes; multiply-adds of convolutions and linear layers at 224 pixels, in units of a hundred thousand.
    static Dictionary<string, NetworkSize> Sizes => new()
    {
        ["mobilenet_v3_large"] = new(4_218_685, 2_153),
        ["densenet121"] = new(6_967_181, 28_332),
        ["efficientnet_b3"] = new(10_716_213, 9_612),
    };

    static Dictionary<string, ClaimCheck> ById(IEnumerable<ClaimCheck> checks) => checks.ToDictionary(check => check.Claim.Id["smart.".Length..]);

    [Fact]
    public void DenseNet121_has_121_layers_with_weights()
    {
        const int stem = 1, perDenseLayer = 2, transitions = 3;
        var convolutions = stem + perDenseLayer * (6 + 12 + 24 + 16) + transitions;
        var checks = ById(SmartDermaNetworkClaims.CheckNetwork(Book("32-densenet-121"), "densenet121", 13, convolutions, 1));
        Assert.Equal(Verdict.Counted, checks["model.densenet121.layers"].Verdict);
        Assert.Contains("120 + 1", checks["model.densenet121.layers"].Note);
        Assert.Equal(Verdict.SetAsPrinted, checks["model.densenet121.logits"].Verdict);
    }

    [Fact]
    public void Only_DenseNet121_has_a_printed_number_of_layers() =>
        Assert.Equal("smart.model.mobilenet-v3.logits", Assert.Single(SmartDermaNetworkClaims.CheckNetwork(Book(), "mobilenet_v3_small", 13, 52, 2)).Claim.Id);

    [Fact]
    public void An_ensemble_costs_more_than_its_costliest_network_which_no_wording_can_change()
    {
        var check = ById(SmartDermaNetworkClaims.CheckSizes(Book(), Sizes))["ensemble.multiply-adds-ratio"];
        Assert.Equal(40_097 / 28_332.0, check.Measured!.Number!.Value, 12);
        Assert.Equal(Verdict.ImpossibleAsPrinted, check.Verdict);
    }

    [Fact]
    public void MobileNetV3_is_the_lightest_DenseNet121_the_costliest_and_EfficientNet_B3_the_largest()
    {
        var checks = ById(SmartDermaNetworkClaims.CheckSizes(Book(), Sizes));
        Assert.Equal(Verdict.Counted, checks["model.mobilenet-v3.lightest"].Verdict);
        Assert.Equal(Verdict.Counted, checks["model.densenet121.costliest"].Verdict);
        Assert.Equal(Verdict.CountedOtherwise, checks["model.efficientnet-b3.fewer-parameters"].Verdict);
        Assert.Contains("EfficientNet-B3 10,716,213", checks["model.efficientnet-b3.fewer-parameters"].Note);
    }

    [Fact]
    public void The_drawn_block_and_the_drawn_network_differ_by_design()
    {
        var block = ById(SmartDermaNetworkClaims.CheckBlock(Book("31-mobilenet-v3"), 1, [3, 5, 3], "Hardsigmoid"));
        Assert.Equal(Verdict.Counted, block["fig-4.pointwise-kernel"].Verdict);
        Assert.Equal(Verdict.DiffersByDesign, block["fig-4.depthwise-kernel"].Verdict);
        Assert.Contains("Here 3 and 5.", block["fig-4.depthwise-kernel"].Note);
        Assert.Equal(Verdict.DiffersByDesign, block["fig-4.gate"].Verdict);
        Assert.Equal(Verdict.DiffersByDesign, SmartDermaNetworkClaims.CheckFigure2(Book("33-efficientnet-b3"), [40, 24, 32]).Verdict);
    }

    [Fact]
    public void A_latency_is_a_ratio_of_this_machine()
    {
        var check = SmartDermaNetworkClaims.CheckLatency(Book(), slowestNetwork: 0.04, ensemble: 0.06);
        Assert.Equal(1.5, check.Measured!.Number!.Value, 12);
        Assert.Equal(Verdict.DiffersByDesign, check.Verdict);
    }
}
