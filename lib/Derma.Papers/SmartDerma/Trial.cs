using System.Text.Json;
using System.Text.Json.Serialization;

namespace Derma.Papers;

/// <summary>
/// One training of a grid search, all of it in plain values (Smart Derma 4.2.2): its result depends on this record and the photos alone, so
/// trials may run in any order and on any machine.
/// </summary>
public sealed record Trial
{
    /// <summary>One of <see cref="NetworkNames"/>.</summary>
    public required string Network { get; init; }

    /// <summary>Photos a step.</summary>
    public required int BatchSize { get; init; }

    /// <summary>Adam's learning rate.</summary>
    public required double LearningRate { get; init; }

    /// <summary>Adam's weight decay.</summary>
    public required double WeightDecay { get; init; }

    /// <summary>Share dropped in the head.</summary>
    public required double Dropout { get; init; }

    /// <summary>Training photos seen, so that trials of any batch size see equally many.</summary>
    public required int Photos { get; init; }

    /// <summary>Decides weights, order, augmentation and dropout.</summary>
    public required long Seed { get; init; }

    /// <summary>Threads of the tensor library.</summary>
    public required int Threads { get; init; }

    /// <summary>Optimizer steps.</summary>
    public int Steps => (Photos + BatchSize - 1) / BatchSize;
}

/// <summary>What one trial gave on the validation photos; the test photos have no part in a search.</summary>
/// <param name="Trial">The settings.</param>
/// <param name="Accuracy">Validation accuracy after the last step.</param>
/// <param name="BalancedAccuracy">Mean recall over the classes.</param>
/// <param name="MacroF1">Macro-F1, which ranks the trials.</param>
/// <param name="Loss">Validation loss; infinite where the training diverged.</param>
/// <param name="Seconds">Wall time.</param>
public sealed record TrialResult(Trial Trial, double Accuracy, double BalancedAccuracy, double MacroF1, double Loss, double Seconds)
{
    /// <summary>The 95 % interval of <see cref="BalancedAccuracy"/>, by resampling the photos; 0 to 0 where the training
    /// diverged.</summary>
    public Interval BalancedInterval { get; init; }

    /// <summary>Classes that the network tells apart.</summary>
    public required int Classes { get; init; }

    /// <summary>The balanced accuracy of one answer for all photos, and of any guess.</summary>
    [JsonIgnore]
    public double Chance => 1.0 / Classes;

    /// <summary>Whether the whole interval lies above chance: a trial that did not learn says nothing about its settings.</summary>
    [JsonIgnore]
    public bool Learned => BalancedInterval.Low > Chance;
}

/// <summary>
/// The results of a search on disk, one JSON row a trial, written as soon as the trial has ended: a search that was stopped goes on
/// where it was.
/// </summary>
/// <param name="path">The file; it and its folder are made where they are missing.</param>
public sealed class TrialTable(string path)
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>The results so far, in the order they were written. A last row that a killed process left unfinished is dropped.</summary>
    /// <exception cref="UserError">The file holds something else.</exception>
    public IReadOnlyList<TrialResult> Read()
    {
        if (!File.Exists(path)) return [];
        var text = File.ReadAllText(path);
        var rows = text.Split('\n')[..^1];
        try
        {
            return [.. rows.Select(row => JsonSerializer.Deserialize<TrialResult>(row, Json)!)];
        }
        catch (JsonException problem)
        {
            throw new UserError($"{path} is no table of trials ({problem.Message}); delete it and search again.");
        }
    }

    /// <summary>Adds one row.</summary>
    public void Add(TrialResult result)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        using var file = new FileStream(path, FileMode.OpenOrCreate);
        file.Position = EndOfLastRow(file);
        file.SetLength(file.Position);
        file.Write(JsonSerializer.SerializeToUtf8Bytes(result, Json));
        file.WriteByte((byte)'\n');
    }

    static long EndOfLastRow(FileStream file)
    {
        for (var end = file.Length; end > 0; end--)
        {
            file.Position = end - 1;
            if (file.ReadByte() == '\n') return end;
        }
        return 0;
    }
}
