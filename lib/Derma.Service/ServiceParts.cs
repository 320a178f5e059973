namespace Derma.Service;

/// <summary>What the service puts together; tests bring their own.</summary>
/// <param name="Model">Who answers.</param>
/// <param name="Directory">Who finds dermatologists.</param>
sealed record ServiceParts(ServedModel Model, IDermatologistDirectory Directory)
{
    /// <summary>Towns by what a person typed.</summary>
    public Func<string, IReadOnlyList<Place>> Places { get; init; } = text => Service.Places.Default.Find(text);

    /// <summary>The text about a class, or null.</summary>
    public Func<string, ConditionText?> Conditions { get; init; } = label => ConditionTexts.Default.Find(label);

    /// <summary>Writes a report as PDF.</summary>
    public Action<Report, Stream> WritePdf { get; init; } = PdfReport.Write;

    /// <summary>A report as a page.</summary>
    public Func<Report, string> WriteHtml { get; init; } = HtmlReport.Of;

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
