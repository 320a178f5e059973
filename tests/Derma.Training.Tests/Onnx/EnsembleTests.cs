namespace Derma.Training.Tests;

public sealed class EnsembleTests : IDisposable
{
    const int Size = 100, Classes = 13, Count = 3;

    static readonly (string Name, double Weight)[] weights =
        [(NetworkNames.MobileNetV3Large, 0.5), (NetworkNames.DenseNet121, 0.3), (NetworkNames.EfficientNetB3, 0.2)];

    readonly TemporaryFolder folder = new();
    readonly EnsembleMember[] members = [.. weights.Select(w => new EnsembleMember(w.Name, Exports.Filled(w.Name), w.Weight))];

    public void Dispose()
    {
        foreach (var member in members) member.Model.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void The_vote_is_the_weighted_mean_of_the_networks_softmaxes()
    {
        var (photos, outputs) = Run();
        double[][] each = [.. members.Select(member => (double[])[.. Exports.Logits(member.Model, photos, Size).Chunk(Classes).SelectMany(Exports.Softmax)])];
        Exports.AssertNear(Enumerable.Range(0, Count * Classes).Select(i => 0.5 * each[0][i] + 0.3 * each[1][i] + 0.2 * each[2][i]), outputs["probabilities"], 1e-5);
        var byPhoto = Enumerable.Range(0, Count).SelectMany(photo => each.SelectMany(row => row.Skip(photo * Classes).Take(Classes)));
        Exports.AssertNear(byPhoto, outputs["members"], 1e-5);
        Assert.DoesNotContain("logits", outputs.Keys);
    }

    // At 100 px the maps of DenseNet121 are 3 x 3 and the others 4 x 4.
    [Fact]
    public void The_map_is_the_weighted_sum_of_the_networks_maps_for_the_votes_class()
    {
        var (photos, outputs) = Run();
        int[] classes = [.. outputs["probabilities"].Chunk(Classes).Select(row => Array.IndexOf(row, row.Max()))];
        float[][] maps = [.. members.Select(member => GradCam.Of(member.Model, photos, Size, classes) is (var map, 4) ? map
            : [.. GradCam.Of(member.Model, photos, Size, classes).Map.Chunk(9).SelectMany(FourByFour)])];
        float[] sum = [.. Enumerable.Range(0, Count * 16).Select(i => 0.5f * maps[0][i] + 0.3f * maps[1][i] + 0.2f * maps[2][i])];
        Exports.AssertNear(sum.Chunk(16).SelectMany(one => one.Select(value => (double)(value / one.Max()))), outputs["heatmap"], 1e-3);
    }

    [Fact]
    public void Weights_that_are_no_shares_or_not_those_of_the_description_are_refused()
    {
        var path = folder.File("vote.onnx");
        EnsembleMember[] heavier = [.. members.Select(member => member with { Weight = 0.5 })];
        Assert.Contains("add up to 1.5", Assert.Throws<UserError>(() => OnnxExport.SaveEnsemble(heavier, Exports.Info(Classes, Size, weights), path)).Message);
        EnsembleMember[] swapped = [members[1], members[0], members[2]];
        Assert.Contains("other names or weights", Assert.Throws<UserError>(() => OnnxExport.SaveEnsemble(swapped, Exports.Info(Classes, Size, weights), path)).Message);
        Assert.Throws<UserError>(() => OnnxExport.SaveEnsemble([], Exports.Info(Classes, Size), path));
        Assert.False(File.Exists(path));
    }

    (float[] Photos, IReadOnlyDictionary<string, float[]> Outputs) Run()
    {
        var photos = Exports.Photos(Count, Size);
        OnnxExport.SaveEnsemble(members, Exports.Info(Classes, Size, weights), folder.File("vote.onnx"));
        return (photos, OnnxRun.Of(folder.File("vote.onnx"), photos, Size));
    }

    // Cell i of 4 lies at 3 (i + 1/2) / 4 - 1/2 of 3, held within the grid: -1/8, 5/8, 11/8 and 17/8.
    static IEnumerable<float> FourByFour(float[] three)
    {
        (int From, float Share)[] places = [(0, 0), (0, 0.625f), (1, 0.375f), (1, 1)];
        float Row(int y, (int From, float Share) x) => three[y * 3 + x.From] * (1 - x.Share) + three[y * 3 + x.From + 1] * x.Share;
        return from y in places from x in places select Row(y.From, x) * (1 - y.Share) + Row(y.From + 1, x) * y.Share;
    }
}
