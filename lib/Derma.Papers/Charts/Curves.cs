using Plotly.NET;

namespace Derma.Papers;

/// <summary>Learning curves: accuracy and loss of trainings over their epochs (the CNN report, Figs. 3 to 7).</summary>
public static class Curves
{
    const int Height = 400;

    /// <summary>Training and validation accuracy of one training, its best epoch marked.</summary>
    /// <param name="history">At least one epoch makes a point; an empty history an empty figure.</param>
    /// <param name="title">Says which training it is.</param>
    /// <param name="chance">Accuracy of guessing, 0 to 1, drawn as a line; null for none.</param>
    /// <param name="kept">The epoch whose weights were kept, marked in place of the best one.</param>
    public static GenericChart Accuracy(History history, string title = "Accuracy", double? chance = null, int? kept = null) =>
        Drawn(title, Measure.Accuracy, WithChance(history, Measure.Accuracy, chance, kept));

    /// <summary>Training and validation loss of one training, its lowest validation loss marked.</summary>
    /// <param name="history">The epochs.</param>
    /// <param name="title">Says which training it is.</param>
    /// <param name="kept">The epoch whose weights were kept, marked in place of the best one.</param>
    public static GenericChart Loss(History history, string title = "Loss", int? kept = null) =>
        Drawn(title, Measure.Loss, CurveLines.OfHistory(history, Measure.Loss, kept));

    /// <summary>
    /// Training and validation macro-F1 of one training, its best epoch marked (Smart Derma 4.2.3); epochs of older files have none.
    /// </summary>
    /// <param name="history">The epochs.</param>
    /// <param name="title">Says which training it is.</param>
    public static GenericChart MacroF1(History history, string title = "Macro-F1") =>
        Drawn(title, Measure.MacroF1, CurveLines.OfHistory(history, Measure.MacroF1));

    /// <summary>Accuracy and loss of one training side by side: the one display of a running training.</summary>
    /// <param name="history">The epochs so far.</param>
    /// <param name="title">Says which training it is.</param>
    /// <param name="chance">Accuracy of guessing, 0 to 1; null for none.</param>
    public static GenericChart Of(History history, string title, double? chance = null)
    {
        var left = WithChance(history, Measure.Accuracy, chance);
        var right = CurveLines.OfHistory(history, Measure.Loss).Select(OnSecondAxes);
        return Figure.Of(title, Height, [.. left, .. right], Figure.Axis("epoch", domain: [0, 0.46]), Values(Measure.Accuracy), new()
        {
            SecondAcross = Figure.Axis("epoch", domain: [0.56, 1], anchor: "y2"),
            SecondUp = Figure.Axis("loss", anchor: "x2"),
            Hover = StyleParam.HoverMode.XUnified,
        });
    }

    /// <summary>
    /// Validation accuracy of many trainings in one figure, their training accuracy dotted; the legend turns each one off and on.
    /// </summary>
    /// <param name="attempts">Name and history of each.</param>
    /// <param name="title">Title of the figure.</param>
    /// <param name="chance">Accuracy of guessing, 0 to 1; null for none.</param>
    public static GenericChart Compare(
        IReadOnlyList<(string Name, History History)> attempts, string title = "Validation accuracy, training accuracy dotted",
        double? chance = null) =>
        Comparison(attempts, title, Measure.Accuracy, chance);

    /// <summary>
    /// Validation loss of many trainings in one figure, their training loss dotted; the legend turns each one off and on.
    /// </summary>
    /// <param name="attempts">Name and history of each.</param>
    /// <param name="title">Title of the figure.</param>
    public static GenericChart CompareLoss(
        IReadOnlyList<(string Name, History History)> attempts, string title = "Validation loss, training loss dotted") =>
        Comparison(attempts, title, Measure.Loss, null);

    /// <summary>
    /// A training and the one that went on from its end, as one curve of accuracies; a line stands where the second began.
    /// </summary>
    /// <param name="first">The earlier training.</param>
    /// <param name="second">The later one; epochs that begin at 1 again are counted on.</param>
    /// <param name="title">Title of the figure.</param>
    public static GenericChart Continued(History first, History second, string title = "Accuracy, continued")
    {
        var end = LastEpoch([first]);
        var shift = second.Epochs.FirstOrDefault() is { } next && next.Epoch <= end ? end : 0;
        var whole = new History([.. first.Epochs, .. second.Epochs.Select(e => e with { Epoch = e.Epoch + shift })]);
        var lines = CurveLines.OfHistory(whole, Measure.Accuracy);
        return Drawn(title, Measure.Accuracy, lines, Height,
            new() { Hover = StyleParam.HoverMode.XUnified, Mark = Figure.Upright(end + 0.5) });
    }

    /// <summary>Mean accuracy over repeated trainings, with the range from the lowest to the highest seed as a band.</summary>
    /// <param name="seeds">The same training with several seeds.</param>
    /// <param name="title">Title of the figure.</param>
    /// <param name="chance">Accuracy of guessing, 0 to 1; null for none.</param>
    public static GenericChart Spread(IReadOnlyList<History> seeds, string title, double? chance = null)
    {
        var measure = Measure.Accuracy;
        var lines = CurveLines.MeanAndRange("train", seeds, measure.Train, Palette.Train, measure)
            .Concat(CurveLines.MeanAndRange("validation", seeds, measure.Validation, Palette.Validation, measure));
        return Drawn(title, measure, AndChance(lines, chance, seeds, measure));
    }

    static GenericChart Comparison(IReadOnlyList<(string Name, History History)> attempts, string title, Measure measure, double? chance)
    {
        var lines = attempts.SelectMany((attempt, index) => CurveLines.Pair(attempt.Name, attempt.History, Palette.Series(index), measure));
        var all = AndChance(lines, chance, [.. attempts.Select(a => a.History)], measure);
        return Drawn(title, measure, all, height: 520, new() { Hover = StyleParam.HoverMode.Closest, Legend = Figure.LegendOfGroups() });
    }

    static IEnumerable<GenericChart> WithChance(History history, Measure measure, double? chance, int? kept = null) =>
        AndChance(CurveLines.OfHistory(history, measure, kept), chance, [history], measure);

    static IEnumerable<GenericChart> AndChance(IEnumerable<GenericChart> lines, double? chance, IReadOnlyList<History> histories,
        Measure measure) =>
        chance is { } share ? lines.Append(CurveLines.Chance(share, LastEpoch(histories), measure)) : lines;

    static GenericChart Drawn(
        string title, Measure measure, IEnumerable<GenericChart> lines, int height = Height, FigureOptions? options = null) =>
        Figure.Of(title, height, lines, Figure.Axis("epoch"), Values(measure), options ?? new() { Hover = StyleParam.HoverMode.XUnified });

    static Plotly.NET.LayoutObjects.LinearAxis Values(Measure measure) =>
        Figure.Axis(measure.Name, measure.TickFormat, measure.HigherIsBetter ? [0, 1.02] : null);

    static int LastEpoch(IReadOnlyList<History> histories) => histories.SelectMany(h => h.Epochs)
        .Select(e => e.Epoch).DefaultIfEmpty(1).Max();

    internal static GenericChart OnSecondAxes(GenericChart line) =>
        line.Styled(new() { SecondAcross = true, SecondUp = true, InLegend = false });
}
