namespace Derma.Service;

/// <summary>General information about a condition; not reviewed by a doctor.</summary>
/// <param name="Title">Name for a reader.</param>
/// <param name="Description">What it is.</param>
/// <param name="Treatments">Those that are usual.</param>
/// <param name="NextSteps">What to do, and how soon.</param>
/// <param name="Prevention">How to prevent it.</param>
/// <param name="DailyLife">Daily life with it.</param>
/// <param name="Sources">Where general information of this kind can be read.</param>
public sealed record ConditionBody(
    string Title,
    string Description,
    IReadOnlyList<string> Treatments,
    IReadOnlyList<string> NextSteps,
    IReadOnlyList<string> Prevention,
    IReadOnlyList<string> DailyLife,
    IReadOnlyList<string> Sources)
{
    internal static ConditionBody Of(ConditionText text) =>
        new(text.Title, text.Description, text.Treatments, text.NextSteps, text.Prevention, text.DailyLife, text.Sources);
}
