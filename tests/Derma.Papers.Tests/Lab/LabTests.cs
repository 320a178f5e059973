namespace Derma.Papers.Tests;

public sealed class LabTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly Lab lab;

    public LabTests() => lab = Lab.Open("11-attempt-01", new LabOptions
    {
        Root = folder.Path, RunFolder = folder.File("run"), Scale = Scales.Smoke with { ImageSize = 32, Drawings = (176, 88) }, Threads = 1,
    });

    public void Dispose() => folder.Dispose();

    static Attempt Named(string variant) => Attempts.First with
    {
        Variant = variant, Network = Attempts.First.Network with { Filters = [4], Dense = [8] },
    };

    [Fact]
    public void A_variant_trains_for_the_steps_that_it_is_given() =>
        Assert.Equal(3, lab.Train(Named("three-steps"), steps: 3).Seeds[0].Metrics.Steps);

    [Fact]
    public void A_name_that_the_run_holds_with_another_budget_is_refused()
    {
        lab.Train(Named("short"), steps: 1);
        Assert.Contains("Variant", Assert.Throws<UserError>(() => lab.Train(Named("short"), steps: 2)).Message);
    }

    [Fact]
    public void A_lab_on_a_sample_learns_from_the_sample_and_is_judged_on_the_same_photos()
    {
        var sampled = lab.On(lab.Photos.Sample(Subset.Train, 88, seed: 1));
        Assert.Equal((88, 88), (sampled.Pixels(Subset.Train).Count, sampled.Pixels(Subset.Validation).Count));
        // 88 photos in batches of 32 are three steps an epoch, 176 are six.
        Assert.Equal(2, sampled.Train(Named("sample"), steps: 6).History.Epochs.Count);
        Assert.Equal(2, lab.Train(Named("all"), steps: 12).History.Epochs.Count);
    }

    [Fact]
    public void A_seed_that_a_process_of_its_own_trained_is_found_by_the_lab_of_all_seeds_and_is_the_same()
    {
        var two = lab.Options with { Seeds = 2, RunFolder = folder.File("two") };
        var alone = Lab.Open("11-attempt-01", two with { OnlySeed = 2 }).Train(Named("divided"), steps: 2).Seeds;
        var written = File.GetLastWriteTimeUtc(Assert.Single(alone).Folder.Metrics);
        var together = Lab.Open("11-attempt-01", two).Train(Named("divided"), steps: 2).Seeds;
        Assert.Equal([1L, 2L], together.Select(seed => seed.Seed));
        Assert.Equal(written, File.GetLastWriteTimeUtc(together[1].Folder.Metrics));
        var elsewhere = Lab.Open("11-attempt-01", two with { RunFolder = folder.File("serial") }).Train(Named("divided"), steps: 2).Seeds;
        Assert.Equal(elsewhere.Select(seed => seed.Metrics.TrainLoss), together.Select(seed => seed.Metrics.TrainLoss));
    }

    [Fact]
    public void A_training_says_in_its_file_how_far_it_is()
    {
        var file = folder.File("progress.txt");
        Lab.Open("11-attempt-01", lab.Options with { ProgressFile = file }).Train(Named("told"), steps: 12);
        Assert.StartsWith("attempt 1, told: epoch 2 of ", File.ReadAllText(file));
    }
}
