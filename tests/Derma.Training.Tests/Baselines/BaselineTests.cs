namespace Derma.Training.Tests;

public class BaselineTests
{
    const int Size = 12;

    // Plain photos, class c of the colour c, with a little of another shade in each photo.
    static PixelCache Photos(params int[] labels)
    {
        byte[][] colours = [[200, 60, 40], [40, 60, 200], [120, 120, 120]];
        var pixels = labels.SelectMany((label, i) => Enumerable.Range(0, Size * Size)
            .SelectMany(p => colours[label].Select(value => (byte)(value + (p < i ? 30 : 0))))).ToArray();
        return PixelCache.FromPixels([.. labels.Select((label, i) => new Photo($"{i}.jpg", label, $"{i}", Subset.Train))], Size, pixels);
    }

    static readonly string[] Classes = ["red", "blue", "grey"];

    [Fact]
    public void Colours_that_separate_the_classes_are_learnt_without_an_error()
    {
        var ridge = RidgeBaseline.Fit(Photos(0, 1, 2, 0, 1, 2, 0, 1, 2, 0), Photos(0, 1, 2), Classes);
        var predictions = ridge.Predict(Photos(2, 2, 1, 0, 0, 1));
        Assert.Equal(1, predictions.Metrics().Accuracy);
        Assert.Equal([2, 2, 1, 0, 0, 1], predictions.Labels);
        Assert.Equal("5.jpg", predictions.Paths[5]);
    }

    [Fact]
    public void Among_equal_penalties_the_larger_is_chosen() =>
        Assert.Equal(10, RidgeBaseline.Fit(Photos(0, 1, 2, 0, 1, 2), Photos(0, 1, 2), Classes, new RidgeOptions { Penalties = [1, 10, 3] }).Penalty);

    [Fact]
    public void The_majority_is_predicted_everywhere_with_the_classes_shares()
    {
        var predictions = MajorityBaseline.Predict(Photos(1, 1, 2, 1, 0), Photos(0, 1, 1, 2), Classes);
        Assert.Equal([0.2f, 0.6f, 0.2f], predictions.Row(3).ToArray());
        Assert.Equal(0.5, predictions.Metrics().Accuracy);
        Assert.Equal(1 / 3.0, predictions.Metrics().BalancedAccuracy, 12);
    }

    [Fact]
    public void A_histogram_has_the_root_of_each_colours_share_and_a_thumbnail_the_pixels()
    {
        // 36 of 144 pixels are (230, 90, 70), which is colour 7, 2, 2; the rest (200, 60, 40), which is 6, 1, 1.
        var rgb = Enumerable.Range(0, 144).SelectMany(p => p < 36 ? new byte[] { 230, 90, 70 } : [200, 60, 40]).ToArray();
        var features = ColourFeatures.Of(rgb, Size);
        Assert.Equal(944, features.Length);
        Assert.Equal(Math.Sqrt(0.25), features[7 * 64 + 2 * 8 + 2], 6);
        Assert.Equal(Math.Sqrt(0.75), features[6 * 64 + 8 + 1], 6);
        Assert.Equal(2, features.Take(512).Count(value => value > 0));
        Assert.Equal([230 / 255f, 90 / 255f, 70 / 255f], features[512..515]);
        Assert.Equal(40 / 255f, features[^1]);
    }

    [Fact]
    public void Without_photos_to_learn_from_there_is_no_baseline()
    {
        Assert.Throws<UserError>(() => RidgeBaseline.Fit(Photos(), Photos(0), Classes));
        Assert.Throws<UserError>(() => MajorityBaseline.Predict(Photos(), Photos(0), Classes));
    }

    [SkippableFact] // figures worked out by others: majority .546; ridge about .69 and, balanced, .47
    public void On_real_photos_the_baselines_reach_the_known_figures()
    {
        var root = RealPhotos.Folder(RealPhotos.Folders);
        var set = DataSources.Open($"ham10000-7={root}").InThreeParts();
        var (train, validation, test) = (Load(Subset.Train), Load(Subset.Validation), Load(Subset.Test));
        Assert.Equal(0.546, MajorityBaseline.Predict(train, test, set.Classes).Metrics().Accuracy, 3);
        var ridge = RidgeBaseline.Fit(train, validation, set.Classes).Predict(test).Metrics();
        Assert.InRange(ridge.Accuracy, 0.65, 0.73);
        Assert.InRange(ridge.BalancedAccuracy, 0.42, 0.52);

        PixelCache Load(Subset part) => PixelCache.Load(set.Of(part), 64, threads: 2);
    }
}
