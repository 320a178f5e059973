namespace Derma.Training.Tests;

public class ClassSamplingTests
{
    // Sixty photos of class 0, twelve of class 1, three of class 3 and none of class 2.
    static readonly int[] Labels = [.. Enumerable.Repeat(0, 60), .. Enumerable.Repeat(1, 12), .. Enumerable.Repeat(3, 3)];

    static readonly PixelCache Cache = PixelCache.FromPixels(
        [.. Labels.Select((label, i) => new Photo($"{i}", label, $"{i}", Subset.Train))], size: 1, new byte[Labels.Length * 3]);

    static Batches Of(ClassSampling sampling, bool shuffle = true) =>
        new(Cache, new BatchOptions { BatchSize = 8, Seed = 3, Shuffle = shuffle, Sampling = sampling });

    static int[] Shown(ClassSampling sampling, int epoch = 0) => [.. Of(sampling).Epoch(epoch).SelectMany(batch => batch.Indices)];

    static int Count(IEnumerable<int> indices, int label) => indices.Count(i => Labels[i] == label);

    [Theory]
    [InlineData(ClassSampling.Natural, 75, 10)]
    [InlineData(ClassSampling.Balanced, 75, 10)]
    [InlineData(ClassSampling.SquareRoot, 75, 10)]
    [InlineData(ClassSampling.Oversampled, 180, 23)]
    [InlineData(ClassSampling.Undersampled, 9, 2)]
    public void An_epoch_is_as_long_as_its_sampling_says(ClassSampling sampling, int photos, int steps)
    {
        Assert.Equal(photos, Shown(sampling).Length);
        Assert.Equal(steps, Of(sampling).StepsPerEpoch);
    }

    [Fact]
    public void Balanced_draws_show_every_class_alike_and_each_of_its_photos()
    {
        int[] many = [.. Enumerable.Range(0, 40).SelectMany(epoch => Shown(ClassSampling.Balanced, epoch))];
        // 3,000 draws of probability 1/3: four standard deviations are 103.
        Assert.All(new[] { 0, 1, 3 }, label => Assert.InRange(Count(many, label), 897, 1103));
        Assert.Equal(75, many.Distinct().Count());
    }

    [Fact]
    public void Square_root_draws_lie_between_the_natural_shares_and_equal_ones()
    {
        int[] many = [.. Enumerable.Range(0, 40).SelectMany(epoch => Shown(ClassSampling.SquareRoot, epoch))];
        var sum = Math.Sqrt(60) + Math.Sqrt(12) + Math.Sqrt(3);
        Assert.All(new[] { (0, 60), (1, 12), (3, 3) }, c => Assert.Equal(Math.Sqrt(c.Item2) / sum, Count(many, c.Item1) / 3000.0, 0.04));
    }

    [Fact]
    public void Oversampling_repeats_rarer_classes_evenly_up_to_the_largest()
    {
        var shown = Shown(ClassSampling.Oversampled);
        Assert.All(new[] { 0, 1, 3 }, label => Assert.Equal(60, Count(shown, label)));
        Assert.All(shown.GroupBy(i => i), photo => Assert.Equal(Labels[photo.Key] switch { 0 => 1, 1 => 5, _ => 20 }, photo.Count()));
    }

    [Fact]
    public void Undersampling_cuts_every_class_to_the_rarest_and_draws_anew_each_epoch()
    {
        var (first, second) = (Shown(ClassSampling.Undersampled, 0), Shown(ClassSampling.Undersampled, 1));
        Assert.All(new[] { 0, 1, 3 }, label => Assert.Equal(3, Count(first, label)));
        Assert.Equal(9, first.Distinct().Count());
        Assert.NotEqual(first.Order(), second.Order());
    }

    [Theory]
    [InlineData(ClassSampling.Balanced)]
    [InlineData(ClassSampling.Oversampled)]
    [InlineData(ClassSampling.Undersampled)]
    public void The_order_is_a_function_of_seed_and_epoch_and_mixes_the_classes(ClassSampling sampling)
    {
        Assert.Equal(Shown(sampling, 5), Shown(sampling, 5));
        Assert.NotEqual(Shown(sampling, 5), Shown(sampling, 6));
        var labels = Shown(sampling, 5).Select(i => Labels[i]).ToArray();
        Assert.NotEqual(labels.Order(), labels);
    }

    [Fact]
    public void A_set_without_photos_has_no_batches() =>
        Assert.Empty(new Batches(PixelCache.FromPixels([], 1, []), new BatchOptions { Sampling = ClassSampling.Oversampled }).Epoch(0));
}
