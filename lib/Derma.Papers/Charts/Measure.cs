namespace Derma.Papers;

/// <summary>One quantity of a training: how to read it from an epoch, how to write it, and which end is good.</summary>
sealed record Measure(
    string Name, string Format, Func<EpochMetrics, double> Train, Func<EpochMetrics, double> Validation, bool HigherIsBetter)
{
    public static Measure Accuracy { get; } = new("accuracy", ".1%", e => e.TrainAccuracy, e => e.ValidationAccuracy, true);

    public static Measure Loss { get; } = new("loss", ".3f", e => e.TrainLoss, e => e.ValidationLoss, false);

    public static Measure MacroF1 { get; } = new("macro-F1", ".1%", e => e.TrainF1, e => e.ValidationF1, true);

    /// <summary>d3 format of the axis ticks.</summary>
    public string TickFormat => HigherIsBetter ? ".0%" : "";

    /// <summary>The earliest epoch with the best validation value, null where nothing was validated.</summary>
    public EpochMetrics? Best(History history)
    {
        var validated = history.Epochs.Where(e => double.IsFinite(Validation(e)));
        return HigherIsBetter ? validated.MaxBy(Validation) : validated.MinBy(Validation);
    }

    /// <summary>The value in words: "61.2 %" or "1.234".</summary>
    public string Words(double value) => HigherIsBetter ? Markup.Percent(value) : value.ToString("0.000", System.Globalization.CultureInfo.InvariantCulture);
}
