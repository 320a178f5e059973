namespace Derma.Service;

/// <summary>What the service answers about a photo. Not a diagnosis.</summary>
/// <param name="Id">Of this prediction; hard to guess.</param>
/// <param name="Time">When it was answered.</param>
/// <param name="Model">Which model answered.</param>
/// <param name="Label">The likeliest class, as the data set names it.</param>
/// <param name="Title">The same for a reader.</param>
/// <param name="Confidence">Its probability, 0 to 1.</param>
/// <param name="Sure">False where the confidence is under the model's threshold: then show "not sure".</param>
/// <param name="Classes">Every class, the likeliest first.</param>
/// <param name="Members">The likeliest class of each network of an ensemble, for a reader.</param>
/// <param name="Warnings">What is wrong with the photo.</param>
/// <param name="HeatMap">What speaks for the likeliest class, or null.</param>
/// <param name="Condition">About the likeliest class, or null.</param>
/// <param name="Timings">Where the time went.</param>
/// <param name="Report">Where the report can be fetched for a while.</param>
/// <param name="Notice">To be shown with every answer.</param>
public sealed record PredictionBody(
    string Id,
    DateTimeOffset Time,
    ModelBody Model,
    string Label,
    string Title,
    double Confidence,
    bool Sure,
    IReadOnlyList<ClassProbability> Classes,
    IReadOnlyDictionary<string, string> Members,
    IReadOnlyList<PhotoWarning> Warnings,
    HeatMapGrid? HeatMap,
    ConditionBody? Condition,
    TimingsBody Timings,
    string Report,
    string Notice)
{
    public const string NotForDiagnosis = Service.Report.Disclaimer;
    public const string OnDrawings = NotForDiagnosis + " This model was trained on drawings: its answers about real photos mean nothing.";

    internal static PredictionBody Of(Report report, AnswerTimes times)
    {
        var answer = report.Answer;
        return new(
            report.Id, report.Time, ModelBody.Of(report.Model), answer.Best.Label, answer.Best.Title, answer.Best.Probability, answer.Sure,
            answer.Classes, Titles(answer), answer.Warnings, answer.HeatMap, report.Condition is { } text ? ConditionBody.Of(text) : null,
            TimingsBody.Of(times), $"/api/predictions/{report.Id}/report", report.Model.Synthetic ? OnDrawings : NotForDiagnosis);
    }

    static Dictionary<string, string> Titles(Answer answer) => answer.Members.ToDictionary(
        member => member.Key, member => answer.Classes.FirstOrDefault(each => each.Label == member.Value)?.Title ?? member.Value);
}
