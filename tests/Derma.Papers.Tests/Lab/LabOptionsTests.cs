namespace Derma.Papers.Tests;

public sealed class LabOptionsTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    Dictionary<string, string> Variables(string name, string value) => new() { ["DERMA_ROOT"] = folder.Path, [name] = value };

    [Fact]
    public void Choices_survive_the_way_through_variables()
    {
        var options = new LabOptions
        {
            Root = folder.Path, Scale = Scales.Long, Data = "ham10000=/photos", Seed = 3, Seeds = 2, Threads = 1, Device = "cuda:1", RunFolder = "/runs/one",
        };
        Assert.Equal(options, LabOptions.From(options.ToEnvironment().ToDictionary()));
    }

    [Fact]
    public void What_no_variable_chooses_or_an_empty_one_is_the_default() =>
        Assert.Equal(new LabOptions { Root = folder.Path }, LabOptions.From(Variables("DERMA_DEVICE", "")));

    [Fact]
    public void How_a_run_is_divided_is_read_and_is_no_choice_of_the_run()
    {
        var options = LabOptions.From(Variables("DERMA_ONLY_SEED", "7"));
        Assert.Equal(7, options.OnlySeed);
        Assert.DoesNotContain("DERMA_ONLY_SEED", options.ToEnvironment().Keys);
    }

    [Fact]
    public void A_number_that_is_none_is_named() =>
        Assert.Contains("DERMA_SEEDS is 'three'", Assert.Throws<UserError>(() => LabOptions.From(Variables("DERMA_SEEDS", "three"))).Message);

    [Fact]
    public void The_device_is_part_of_a_runs_record()
    {
        var options = new LabOptions { Root = folder.Path, Device = "cpu", RunFolder = folder.File("run") };
        RunFolder.Open(options);
        Assert.Equal("cpu", RunFolder.OptionsOf(folder.File("run"), folder.Path).Device);
        Assert.Contains("other choices", Assert.Throws<UserError>(() => RunFolder.Open(options with { Device = "cuda" })).Message);
    }
}
