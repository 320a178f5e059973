using System.Globalization;

namespace Derma.Service;

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
        ? $"Confidence {Markup.Percent(report.Answer.Best.Probability)}"
        : $"The likeliest is {report.Answer.Best.Title} with {Markup.Percent(report.Answer.Best.Probability)}, too little to rely on.";

    public IEnumerable<ClassProbability> Top { get; } = report.Answer.Classes.Take(Likeliest);

    public IReadOnlyList<string> Quality { get; } =
        report.Answer.Warnings.Count > 0 ? [.. report.Answer.Warnings.Select(warning => warning.Text)] : ["Nothing was found that is wrong with the photo."];

    public string? HeatMap { get; } = report.Answer.HeatMap is { } map
        ? $"What speaks for {report.Answer.Best.Title}: most in {HeatMapPlace.Of(map)} ({(map.Exact ? "class activation map" : "Grad-CAM")})"
        : null;

    public string ConditionHeading { get; } = report.Condition is { } text ? $"General information: {text.Title}" : "General information";

    public string Description { get; } = report.Condition?.Description ?? $"Nothing is written about {report.Answer.Best.Title}. Ask a doctor.";

    /// <summary>Lists about the condition; none where nothing is written about it.</summary>
    public IReadOnlyList<(string Heading, IReadOnlyList<string> Lines)> Advice { get; } = report.Condition is not { } text ? [] :
    [
        ("Next steps", text.NextSteps), ("Usual treatments", text.Treatments), ("Prevention", text.Prevention), ("Daily life", text.DailyLife),
    ];

    public string? Sources { get; } = report.Condition is { } text ? $"Read more: {string.Join("; ", text.Sources)}." : null;

    public string ConditionNotice { get; } = ConditionTexts.Default.Notice;

    public IReadOnlyList<(string Name, string Value)> Facts { get; } =
    [
        ("Model", $"{report.Model.Title} ({report.Model.Id}), written by version {report.Model.LibraryVersion}"),
        ("Trained on", $"{report.Model.TrainedOn}, run {report.Model.Run}"),
        .. report.Answer.Members.Count > 0 ? [("Networks", string.Join(", ", report.Answer.Members.Select(member => $"{member.Key}: {member.Value}")))] : Array.Empty<(string, string)>(),
        ("Photo", $"shrunk to {report.Model.ImageSize} x {report.Model.ImageSize} pixels for the model"),
        ("Report", report.Id),
    ];
}
