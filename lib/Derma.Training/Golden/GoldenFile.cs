using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>
/// Compares networks with outputs computed elsewhere, for weights that a formula makes: any implementation can be checked without a
/// weights file.
/// </summary>
public static class GoldenFile
{
    const double LossTolerance = 1e-6;

    /// <summary>Builds each network of the file, fills it, and compares what it computes.</summary>
    /// <param name="path">A JSON file with the entry <c>formula</c> and one entry a network, named NAME or NAME@SIZE.</param>
    /// <returns>One row an entry, in file order.</returns>
    /// <exception cref="UserError">The file is missing or has another format.</exception>
    public static IReadOnlyList<GoldenRow> Check(string path)
    {
        if (!File.Exists(path)) throw new UserError($"There is no golden file {path}.");
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path));
            return [.. document.RootElement.EnumerateObject().Where(e => e.Name != "formula").Select(e => Row(e.Name, e.Value))];
        }
        catch (Exception error) when (
            error is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or IndexOutOfRangeException)
        {
            throw new UserError($"{path} is not in the format of a golden file: {error.Message}");
        }
    }

    static GoldenRow Row(string name, JsonElement entry)
    {
        if (name == "sigmoid_sparse_ce") return new GoldenRow(name, Known: true, [SigmoidLoss(entry)]);
        long[] input = [.. entry.GetProperty("input").EnumerateArray().Select(d => d.GetInt64())];
        var classes = entry.GetProperty("eval_logits_f64").GetArrayLength();
        using var model = GoldenNetworks.Build(name, classes, (int)input[^1]);
        return model is null ? new GoldenRow(name, Known: false, []) : new GoldenRow(name, Known: true, GoldenNetwork.Compare(model, input, entry));
    }

    static GoldenDifference SigmoidLoss(JsonElement entry)
    {
        using var scope = NewDisposeScope();
        float[] logits = [.. entry.GetProperty("logits").EnumerateArray().Select(v => v.GetSingle())];
        var labels = tensor(new[] { entry.GetProperty("label").GetInt64() });
        var loss = Losses.CrossEntropy(HeadActivation.Sigmoid, tensor(logits).unsqueeze(0), labels);
        return new GoldenDifference(
            "loss", Math.Abs(loss.item<float>() - entry.GetProperty("loss=-log(sig_y/sum sig)").GetDouble()), LossTolerance);
    }
}
