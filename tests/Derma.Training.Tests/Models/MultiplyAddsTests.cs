using TorchSharp;

namespace Derma.Training.Tests;

/// <summary>Expected counts: each block's convolutions worked out from the papers' tables of sizes, for 13 classes.</summary>
public class MultiplyAddsTests
{
    static readonly long[] Large =
    [
        5_419_008, 5_017_600, 19_468_288, 12_870_144, 9_091_584, 9_886_080, 9_886_080, 11_712_960, 6_624_800, 6_094_816, 6_094_816,
        19_025_280, 30_914_688, 21_069_216, 16_689_600, 16_689_600, 7_526_400, 960 * 1280, 1280 * 13,
    ];

    static readonly long[] Small =
    [
        5_419_008, 1_254_656, 5_475_456, 3_932_544, 3_033_984, 4_969_920, 4_969_920, 2_665_440, 3_426_624, 4_458_528, 6_290_496, 6_290_496,
        2_709_504, 576 * 1024, 1024 * 13,
    ];

    static readonly long[] Dense =
    [
        118_013_952, 1_040_449_536, 102_760_448, 712_900_608, 102_760_448, 549_126_144, 102_760_448, 104_366_080, 13_312,
    ];

    // The stem: 3 · 40 · 9 · 112²; the last unit: 384 · 1536 · 7².
    static readonly long[] Efficient =
    [
        13_547_520, 16_558_880, 9_935_136, 61_868_736, 43_957_248, 43_957_248, 30_259_200, 27_327_744, 27_327_744, 16_771_968, 22_719_744,
        22_719_744, 22_719_744, 22_719_744, 29_041_920, 47_556_480, 47_556_480, 47_556_480, 47_556_480, 32_082_672, 33_515_184, 33_515_184,
        33_515_184, 33_515_184, 33_515_184, 42_791_472, 88_162_560, 28_901_376, 1536 * 13,
    ];

    [Fact]
    public void MobileNetV3_Large_multiplies_as_often_as_its_blocks_say() => RequireRows(NetworkNames.MobileNetV3Large, depth: 2, Large);

    [Fact]
    public void MobileNetV3_Small_multiplies_as_often_as_its_blocks_say() => RequireRows(NetworkNames.MobileNetV3Small, depth: 2, Small);

    [Fact]
    public void DenseNet121_multiplies_as_often_as_its_blocks_say() => RequireRows(NetworkNames.DenseNet121, depth: 2, Dense);

    [Fact]
    public void EfficientNet_B3_multiplies_as_often_as_its_blocks_say() => RequireRows(NetworkNames.EfficientNetB3, depth: 3, Efficient);

    static void RequireRows(string network, int depth, long[] expected)
    {
        using var model = Networks.Build(network);
        Assert.Equal(expected, MultiplyAdds.PerModule(model, 224, depth).Select(row => row.Count));
        Assert.Equal(expected.Sum(), MultiplyAdds.Of(model, 224));
    }

    // In units of 10^5, as the reference prints them; B3 at 300 px with 1000 classes is torchvision's own 1.827 G.
    [Theory]
    [InlineData("mobilenet_v3_large", 13, 2153, 2804, 4011)]
    [InlineData("mobilenet_v3_small", 13, 555, 722, 1041)]
    [InlineData("densenet121", 13, 28332, 37004, 49367)]
    [InlineData("efficientnet_b3", 13, 9612, 12549, 18256)]
    [InlineData("mobilenet_v3_large", 1000, 2166, null, null)]
    [InlineData("mobilenet_v3_small", 1000, 565, null, null)]
    [InlineData("densenet121", 1000, 28342, null, null)]
    [InlineData("efficientnet_b3", 1000, null, null, 18271)]
    public void Photos_of_224_256_and_300_px_need_as_many_as_the_reference_says(string network, int classes, int? small, int? middle, int? large)
    {
        using var model = Networks.Build(network, classes);
        foreach (var (size, expected) in new[] { (224, small), (256, middle), (300, large) })
            if (expected is { } tenthsOfMillions) Assert.Equal(tenthsOfMillions, Math.Round(MultiplyAdds.Of(model, size) / 1e5));
    }

    [Fact]
    public void The_report_s_network_multiplies_406197760_times_at_256_px()
    {
        using var model = new PaperCnn(new PaperCnnOptions());
        Assert.Equal(406_197_760, MultiplyAdds.Of(model, 256));
        // conv1: 256² pixels · 16 kernels of 3 · 3 · 3; dense3: 256 inputs for each of 22 classes.
        var rows = MultiplyAdds.PerModule(model, 256);
        Assert.Equal([new("conv1", 28_311_552), new("dense3", 5_632)], [rows[0], rows[^1]]);
    }

    [Fact]
    public void Counting_leaves_the_network_as_it_was()
    {
        using var model = Networks.Build(NetworkNames.MobileNetV3Small);
        Assert.Equal(MultiplyAdds.PerModule(model, 64), MultiplyAdds.PerModule(model, 64));
        Assert.True(model.training);
        Assert.Equal(0, model.get_buffer("features.0.1.num_batches_tracked")!.item<long>());
        model.eval();
        MultiplyAdds.Of(model, 64);
        Assert.False(model.training);
    }
}
