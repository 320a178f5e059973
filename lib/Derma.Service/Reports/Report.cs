using System.Globalization;

namespace Derma.Service;

/// <summary>Everything that a report shows (Smart Derma 3.8).</summary>
/// <param name="Id">The prediction's id.</param>
/// <param name="Time">When it was asked.</param>
/// <param name="Photo">The photo as the report shows it: upright, re-encoded as JPEG, without metadata.</param>
/// <param name="Answer">What the model said.</param>
/// <param name="Model">Who said it.</param>
/// <param name="Condition">About the likeliest class; null where nothing is written about it.</param>
public sealed record Report(
    string Id, DateTimeOffset Time, ReadOnlyMemory<byte> Photo, Answer Answer, ModelInfo Model, ConditionText? Condition)
{
    /// <summary>Stands on every report.</summary>
    public const string Disclaimer =
        "Not for diagnosis. A program answers from one photo, and it may be wrong. "
        + "It does not replace a doctor: show a doctor whatever worries you.";
}

/// <summary>The pictures of a report as JPEG files.</summary>
/// <param name="Photo">The photo, no larger than a page shows.</param>
/// <param name="Overlay">The photo under its heat map; null where there is none.</param>
sealed record ReportPhotos(byte[] Photo, byte[]? Overlay)
{
    /// <exception cref="UserError">The photo is no picture.</exception>
    public static ReportPhotos Of(Report report)
    {
        var photo = UprightPhoto.Read(report.Photo);
        return new(photo.Encode(), report.Answer.HeatMap is { } map ? HeatMapOverlay.Of(photo, map).Encode() : null);
    }
}

/// <summary>The words of a report, the same on every page that shows it.</summary>
sealed class ReportText(Report report)
{
    const int Likeliest = 5;

    public const string Title = "Skin photo report";
    public const string QualityHeading = "Photo quality";
    public const string ModelHeading = "About the program's answer";

    public string Time { get; } = report.Time.UtcDateTime.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>Where the model has seen drawings only.</summary>
    public string? Drawings { get; } = report.Model.Synthetic
        ? "This model was trained on drawings, not on photos of patients. What it says about a real photo means nothing."
        : null;

    public string Headline { get; } = report.Answer.Sure ? report.Answer.Best.Title : "Not sure";

    public string Verdict { get; } = report.Answer.Sure
        ? $"Confidence {Numbers.Percent(report.Answer.Best.Probability)}"
        : $"The likeliest is {report.Answer.Best.Title} with {Numbers.Percent(report.Answer.Best.Probability)}, too little to rely on.";

    public IEnumerable<ClassProbability> Top { get; } = report.Answer.Classes.Take(Likeliest);

    public IReadOnlyList<string> Quality { get; } = report.Answer.Warnings.Count > 0
        ? [.. report.Answer.Warnings.Select(warning => warning.Text)]
        : ["Nothing was found that is wrong with the photo."];

    public string? HeatMap { get; } = report.Answer.HeatMap is { } map
        ? $"Areas that support {report.Answer.Best.Title}: most in {HeatMapPlace.Of(map)}"
            + $" ({(map.Exact ? "class activation map" : "Grad-CAM")})"
        : null;

    public string ConditionHeading { get; } = report.Condition is { } text ? $"General information: {text.Title}" : "General information";

    public string Description { get; } =
        report.Condition?.Description ?? $"Nothing is written about {report.Answer.Best.Title}. Ask a doctor.";

    /// <summary>Lists about the condition; none where nothing is written about it.</summary>
    public IReadOnlyList<(string Heading, IReadOnlyList<string> Lines)> Advice { get; } = report.Condition is not { } text ? [] :
    [
        ("Next steps", text.NextSteps), ("Usual treatments", text.Treatments),
        ("Prevention", text.Prevention), ("Daily life", text.DailyLife),
    ];

    public string? Sources { get; } = report.Condition is { } text ? $"Read more: {string.Join("; ", text.Sources)}." : null;

    public string ConditionNotice { get; } = ConditionTexts.Default.Notice;

    public IReadOnlyList<(string Name, string Value)> Facts { get; } =
    [
        ("Model", $"{report.Model.Title} ({report.Model.Id}), written by version {report.Model.LibraryVersion}"),
        ("Answered by", AnsweredBy(report.Answer, report.Model)),
        ("Trained on", $"{report.Model.TrainedOn}, run {report.Model.Run}"),
        .. report.Answer.Members.Count > 0 ? [("Networks", Networks(report.Answer))] : Array.Empty<(string, string)>(),
        ("Photo", $"shrunk to {report.Model.ImageSize} x {report.Model.ImageSize} pixels for the model"),
        ("Report", report.Id),
    ];

    static string AnsweredBy(Answer answer, ModelInfo model) => answer.Policy != AnswerPolicy.Cascade ? AnswerPolicies.Words(answer.Policy)
        : answer.By is { } alone ? $"{alone} alone, whose confidence reached {Numbers.Percent(model.Cascade!.From)}"
        : $"the vote, since {model.Cascade!.Network} alone was less sure than {Numbers.Percent(model.Cascade.From)}";

    static string Networks(Answer answer) => string.Join(", ", answer.Members.Select(member => $"{member.Key}: {member.Value}"));
}

/// <summary>A heat map in words, for people who do not see it.</summary>
static class HeatMapPlace
{
    /// <summary>The ninth of the photo in which the strongest cell lies, as "the upper left" or "the middle".</summary>
    public static string Of(HeatMapGrid map)
    {
        var strongest = Enumerable.Range(0, map.Values.Count).MaxBy(cell => map.Values[cell]);
        var (column, row) = (Third(strongest % map.Width, map.Width), Third(strongest / map.Width, map.Height));
        return (row, column) switch
        {
            (1, 1) => "the middle",
            (1, _) => column == 0 ? "the left" : "the right",
            (_, 1) => row == 0 ? "the upper middle" : "the lower middle",
            _ => $"the {(row == 0 ? "upper" : "lower")} {(column == 0 ? "left" : "right")}",
        };
    }

    static int Third(int cell, int cells) => (int)((cell + 0.5) * 3 / cells);
}
