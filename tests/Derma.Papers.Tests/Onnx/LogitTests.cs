namespace Derma.Papers.Tests;

public class LogitTests
{
    const double Tolerance = 1e-4;

    public static IEnumerable<object[]> Cases =>
        from name in Networks.Names from size in new[] { 64, 100 } from count in new[] { 1, 3 } select new object[] { name, size, count };

    public static IEnumerable<object[]> AttemptCases => from attempt in Enumerable.Range(1, 10) from size in new[] { 64, 200 } select new object[] { attempt, size };

    [Theory, MemberData(nameof(Cases))]
    public void A_networks_file_gives_the_training_frameworks_logits(string network, int size, int count)
    {
        using var model = Exports.Filled(network);
        AssertSame(model, Exports.Photos(count, size), size);
    }

    // At 64 px the convolutions of attempts 4 to 6 are padded, at 200 they are not.
    [Theory, MemberData(nameof(AttemptCases))]
    public void An_attempts_file_gives_the_training_frameworks_logits_and_probabilities(int attempt, int size)
    {
        using var model = Exports.Filled(new PaperCnn(Attempts.All[attempt - 1].NetworkFor(22, size)));
        foreach (var count in new[] { 1, 3 }) AssertSame(model, Exports.Photos(count, size), size);
    }

    [Theory]
    [InlineData(BlockOrder.ConvReluNormPool, FeatureReduction.GlobalAverage, true, HeadActivation.Softmax)]
    [InlineData(BlockOrder.ConvNormReluPool, FeatureReduction.Flatten, true, HeadActivation.Sigmoid)]
    [InlineData(BlockOrder.ConvNormReluPool, FeatureReduction.GlobalAverage, false, HeadActivation.Sigmoid)]
    public void Mixtures_that_no_attempt_has_agree_too(BlockOrder order, FeatureReduction reduction, bool norm, HeadActivation head)
    {
        var options = new PaperCnnOptions { Classes = 5, ImageSize = 40, Filters = [8, 16], Dense = [], Order = order, Reduction = reduction, BatchNorm = norm, Head = head };
        using var model = Exports.Filled(new PaperCnn(options));
        AssertSame(model, Exports.Photos(2, 40), 40);
    }

    [Fact]
    public void Dropout_and_stochastic_depth_are_gone_although_the_network_is_in_training_mode()
    {
        using var model = Exports.Filled(NetworkNames.EfficientNetB3);
        var (photos, expected) = (Exports.Photos(1, 64), Exports.Logits(model, Exports.Photos(1, 64), 64));
        model.train();
        Exports.AssertNear(expected.Select(z => (double)z), Exports.Run(model, photos, 64)["logits"], Tolerance);
    }

    [SkippableTheory]
    [InlineData(NetworkNames.MobileNetV3Large), InlineData(NetworkNames.DenseNet121), InlineData(NetworkNames.EfficientNetB3)]
    public void Logits_of_real_photos_agree(string network)
    {
        const int size = 224, count = 4;
        var folder = RealPhotos.Folder(RealPhotos.Folders, "test");
        var files = Directory.EnumerateFiles(folder, "*.jpg", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Where((_, i) => i % 150 == 0).Take(count);
        using var model = Exports.Filled(network);
        AssertSame(model, [.. files.SelectMany(file => Planes(file, size))], size);
    }

    static void AssertSame(Classifier model, float[] photos, int size)
    {
        var logits = Exports.Logits(model, photos, size);
        var outputs = Exports.Run(model, photos, size);
        Exports.AssertNear(logits.Select(z => (double)z), outputs["logits"], Tolerance);
        var rows = logits.Chunk(model.Classes).SelectMany(row => model.Head == HeadActivation.Softmax ? Exports.Softmax(row) : Shares(row));
        Exports.AssertNear(rows, outputs["probabilities"], 1e-5);
    }

    // Each sigmoid over the sum of all.
    static double[] Shares(float[] row)
    {
        double[] sigmoids = [.. row.Select(z => 1 / (1 + Math.Exp(-z)))];
        return [.. sigmoids.Select(s => s / sigmoids.Sum())];
    }

    static IEnumerable<float> Planes(string file, int size)
    {
        var rgb = new byte[size * size * 3];
        PhotoDecoder.Decode(file, size, rgb);
        return from c in Enumerable.Range(0, 3) from i in Enumerable.Range(0, size * size) select rgb[i * 3 + c] / 255f;
    }
}
