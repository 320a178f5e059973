namespace Derma.Training.Tests;

public class PhotoSetTests
{
    // 60, 30 and 2 training photos in lesions of two photos, and ten held out.
    static readonly PhotoSet Set = new("t", "t", true, ["a", "b", "c"],
    [
        .. new[] { 60, 30, 2 }.SelectMany((n, label) =>
            Enumerable.Range(0, n).Select(i => new Photo($"{label}/{i}", label, $"{label}-{i / 2}", Subset.Train))),
        .. Enumerable.Range(0, 10).Select(i => new Photo($"v/{i}", 0, $"v{i}", Subset.Validation)),
    ]);

    [Fact]
    public void A_sample_keeps_the_shares_and_one_photo_of_the_rarest_class() =>
        Assert.Equal([15, 7, 1], Set.Sample(Subset.Train, 23, seed: 1).CountPerClass(Subset.Train));

    [Fact]
    public void A_sample_leaves_the_other_parts_alone() =>
        Assert.Equal(Set.Of(Subset.Validation), Set.Sample(Subset.Train, 23, seed: 1).Of(Subset.Validation));

    [Fact]
    public void The_same_seed_takes_the_same_sample_and_another_seed_another()
    {
        Assert.Equal(Set.Sample(Subset.Train, 23, seed: 1).Photos, Set.Sample(Subset.Train, 23, seed: 1).Photos);
        Assert.NotEqual(Set.Sample(Subset.Train, 23, seed: 1).Photos, Set.Sample(Subset.Train, 23, seed: 2).Photos);
    }

    [Fact]
    public void A_sample_larger_than_the_set_is_the_set() => Assert.Equal(Set.Photos, Set.Sample(Subset.Train, 1000, seed: 1).Photos);

    [Fact]
    public void A_test_part_takes_its_share_of_each_class_from_training_only()
    {
        var carved = Set.WithTestPart(0.2, seed: 3);
        Assert.Equal([12, 6, 0], carved.CountPerClass(Subset.Test));
        Assert.Equal([48, 24, 2], carved.CountPerClass(Subset.Train));
        Assert.Equal(10, carved.Of(Subset.Validation).Count);
    }

    [Fact]
    public void A_test_part_divides_no_lesion()
    {
        var carved = Set.WithTestPart(0.3, seed: 3);
        Assert.Empty(carved.Of(Subset.Test).Select(p => p.Group).Intersect(carved.Of(Subset.Train).Select(p => p.Group)));
    }

    [Fact]
    public void Balanced_weights_are_n_over_k_times_n_c() =>
        Assert.Equal([100f / (3 * 50), 100f / (3 * 40), 100f / (3 * 10)], ClassWeights.Balanced([50, 40, 10]));
}
