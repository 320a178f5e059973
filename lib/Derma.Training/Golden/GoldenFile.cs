using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace Derma.Training;

/// <summary>One entry of a golden file.</summary>
/// <param name="Network">The entry's name.</param>
/// <param name="Known">Whether this library can build that network.</param>
/// <param name="Differences">One for each kind of figure; none for an unknown network.</param>
public sealed record GoldenRow(string Network, bool Known, IReadOnlyList<GoldenDifference> Differences)
{
    /// <summary>Whether the network is known and every difference passes.</summary>
    public bool Passes => Known && Differences.All(d => d.Passes);
}

/// <summary>How far one kind of figure is from the file's.</summary>
/// <param name="Kind">What was compared.</param>
/// <param name="Largest">The largest difference.</param>
/// <param name="Tolerance">The largest that passes.</param>
public sealed record GoldenDifference(string Kind, double Largest, double Tolerance)
{
    /// <summary>Whether it passes; a difference that is no number does not.</summary>
    public bool Passes => Largest <= Tolerance;
}

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
        using var model = Build(name.Split('@')[0], classes, imageSize: (int)input[^1]);
        return model is null
            ? new GoldenRow(name, Known: false, [])
            : new GoldenRow(name, Known: true, GoldenNetwork.Compare(model, input, entry));
    }

    /// <summary>A network without dropout and stochastic depth, or null for an unknown name.</summary>
    static Classifier? Build(string name, int classes, int imageSize) => name switch
    {
        "report_cnn" => new PaperCnn(new PaperCnnOptions { Classes = classes, ImageSize = imageSize }),
        NetworkNames.EfficientNetB3 => new EfficientNetB3(new() { Classes = classes, Dropout = 0, StochasticDepth = 0 }),
        _ => Networks.Names.Contains(name) ? Networks.Build(name, classes, dropout: 0) : null,
    };

    static GoldenDifference SigmoidLoss(JsonElement entry)
    {
        using var scope = NewDisposeScope();
        float[] logits = [.. entry.GetProperty("logits").EnumerateArray().Select(v => v.GetSingle())];
        var labels = tensor(new[] { entry.GetProperty("label").GetInt64() });
        var loss = Losses.CrossEntropy(HeadActivation.Sigmoid, tensor(logits).unsqueeze(0), labels).item<float>();
        return new GoldenDifference("loss", Math.Abs(loss - entry.GetProperty("loss=-log(sig_y/sum sig)").GetDouble()), LossTolerance);
    }
}
