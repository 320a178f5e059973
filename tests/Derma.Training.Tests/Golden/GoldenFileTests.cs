using System.Text.Json.Nodes;

namespace Derma.Training.Tests;

public class GoldenFileTests
{
    static readonly Lazy<IReadOnlyList<GoldenRow>> rows = new(() => [.. GoldenFile.Check(Fixtures.Golden), .. GoldenFile.Check(Fixtures.GoldenSizes)]);

    [Fact]
    public void The_formula_gives_the_file_s_example_numbers()
    {
        double[] first = [-0.5, -0.1824011376593262, -0.30876523116603494, 0.023204097291454673];
        double[] input = [-0.4450799722690135, 0.20542947971262038, 0.33782230876386166, -0.47982364846393466];
        Assert.Equal(first, Enumerable.Range(0, 4).Select(i => GoldenFormula.Uniform(0, (uint)i)));
        Assert.Equal(input, Enumerable.Range(0, 4).Select(i => GoldenFormula.Uniform(9999, (uint)i)));
    }

    [Theory]
    [InlineData("mobilenet_v3_large")]
    [InlineData("densenet121")]
    [InlineData("efficientnet_b3")]
    [InlineData("report_cnn@64")]
    [InlineData("report_cnn@256")]
    [InlineData("sigmoid_sparse_ce")]
    [InlineData("mobilenet_v3_small@96")]
    [InlineData("efficientnet_b3@65")]
    public void A_network_computes_what_another_library_computed(string network)
    {
        var row = rows.Value.Single(r => r.Network == network);
        Assert.True(row.Passes, string.Join("; ", row.Differences.Select(d => $"{d.Kind} {d.Largest:E1} of {d.Tolerance:E1}")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_stage_that_differs_in_name_shape_mean_deviation_or_first_element_is_found(int column)
    {
        var file = JsonNode.Parse(File.ReadAllText(Fixtures.Golden))!;
        var stage = file["mobilenet_v3_large"]!["eval_features [child, CHW, mean, std, first]"]![3]!.AsArray();
        stage[column] = column switch { 0 => "features", 1 => new JsonArray(24, 56, 57), _ => stage[column]!.GetValue<double>() + 2e-5 };
        var only = new JsonObject { ["mobilenet_v3_large"] = file["mobilenet_v3_large"]!.DeepClone() };
        var broken = Check(only.ToJsonString()).Single().Differences.Where(d => !d.Passes).Select(d => d.Kind);
        Assert.Equal(["stage checksums"], broken);
    }

    [Fact]
    public void A_network_that_this_library_lacks_is_reported_as_unknown()
    {
        var row = Check("""{"formula":{},"strange_net":{"input":[1,3,8,8],"eval_logits_f64":[1,2]}}""").Single();
        Assert.Equal(("strange_net", false, false), (row.Network, row.Known, row.Passes));
    }

    [Theory]
    [InlineData("0.9638179575807191", true)]
    [InlineData("0.963820", false)]
    public void A_number_that_is_a_little_off_is_found(string loss, bool passes)
    {
        var entry = """{"logits":[0.3,-1.2,2.0,0.5],"label":2,"loss=-log(sig_y/sum sig)":LOSS}""".Replace("LOSS", loss);
        Assert.Equal(passes, Check($$"""{"sigmoid_sparse_ce":{{entry}}}""").Single().Passes);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("""{"report_cnn@64":{}}""")]
    public void Another_file_is_refused(string text) => Assert.Throws<UserError>(() => Check(text));

    static IReadOnlyList<GoldenRow> Check(string text)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("g.json"), text);
        return GoldenFile.Check(folder.File("g.json"));
    }
}
