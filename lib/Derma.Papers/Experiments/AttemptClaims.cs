using System.Globalization;

namespace Derma.Papers;

/// <summary>What an attempt's own options say about the configuration that the report prints for it (section 3.7).</summary>
public static class AttemptClaims
{
    /// <summary>The classes of the report, on which its networks are judged whatever data a run uses.</summary>
    public const int PrintedClasses = 22;

    /// <summary>Checks every configuration claim that the ledger has about this attempt.</summary>
    /// <param name="book">The notebook's claims.</param>
    /// <param name="attempt">The attempt as the notebook states it.</param>
    /// <param name="before">The attempt before it, or null for the first.</param>
    public static void Check(ClaimBook book, Attempt attempt, Attempt? before)
    {
        var prefix = $"cnn.attempt-{attempt.Number:00}.";
        foreach (var (name, value) in Configuration(attempt, before))
            if (book.Ledger.Contains(prefix + name)) book.Check(prefix + name, value);
        if (attempt.Number == 1) book.Check("cnn.batch-size", attempt.Training(new int[PrintedClasses].Select(_ => 1).ToArray(), null, 1, 1).BatchSize);
        if (attempt.Number == 9) CheckFinalNetwork(book, attempt);
    }

    static Dictionary<string, ClaimValue> Configuration(Attempt attempt, Attempt? before)
    {
        var values = new Dictionary<string, ClaimValue>
        {
            ["convolutions"] = attempt.Filters.Length,
            ["filters"] = string.Join(", ", attempt.Filters),
            ["filters-first"] = attempt.Filters[0],
            ["filters-last"] = attempt.Filters[^1],
            ["dense-layers"] = attempt.Dense.Length,
            ["dense-units"] = attempt.Dense[0],
            ["dense-added"] = attempt.Dense[^1],
            ["outputs"] = attempt.Network(PrintedClasses, Scales.Paper.ImageSize).Classes,
            ["head"] = attempt.Head.ToString(),
            ["padding"] = attempt.Padding.ToString(),
            ["order"] = attempt.Order.ToString(),
            ["reduction"] = attempt.Reduction.ToString(),
            ["dropout"] = attempt.Dropout,
            ["l2"] = attempt.L2,
            ["learning-rate"] = attempt.LearningRate,
            ["epochs-planned"] = attempt.Epochs,
            ["epochs-run"] = attempt.EpochsRun,
        };
        if (before is not null) values["learning-rate-before"] = before.LearningRate;
        return values;
    }

    static void CheckFinalNetwork(ClaimBook book, Attempt attempt)
    {
        using var model = new PaperCnn(attempt.Network(PrintedClasses, Scales.Paper.ImageSize));
        var kernel = model.Kernels()[0].shape;
        book.Check("cnn.final.filters-first", attempt.Filters[0]);
        book.Check("cnn.final.filters-last", attempt.Filters[^1]);
        book.Check("cnn.final.kernel-size", kernel[^1]);
        book.Check("cnn.final.padding", attempt.Padding.ToString());
        book.Check("cnn.final.reduction", attempt.Reduction.ToString());
        book.Check("cnn.final.head", attempt.Head.ToString());
        book.Check("cnn.final.outputs", model.Classes);
        book.Check("cnn.summary.input-shape", string.Create(CultureInfo.InvariantCulture, $"({Scales.Paper.ImageSize}, {Scales.Paper.ImageSize}, 3)"));
        book.Check("cnn.summary.output-shape", string.Create(CultureInfo.InvariantCulture, $"({PrintedClasses})"));
    }
}
