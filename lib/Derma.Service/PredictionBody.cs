namespace Derma.Service;

/// <summary>What <c>POST /api/predictions</c> answers about a photo. Not a diagnosis.</summary>
/// <param name="Id">Of this prediction; hard to guess.</param>
/// <param name="Time">When it was answered.</param>
/// <param name="Model">Which model answered.</param>
/// <param name="Label">The likeliest class, as the data set names it.</param>
/// <param name="Title">The same for a reader.</param>
/// <param name="Confidence">Its probability, 0 to 1.</param>
/// <param name="Sure">False where the confidence is under the model's threshold: then show "not sure".</param>
/// <param name="Classes">Every class, the likeliest first.</param>
/// <param name="Policy">How the answer came about: "single", "vote", "cascade" or "distilled".</param>
/// <param name="AnsweredBy">Name of the network that answered alone; null where a vote did.</param>
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
    string Policy,
    string? AnsweredBy,
    IReadOnlyDictionary<string, string> Members,
    IReadOnlyList<PhotoWarning> Warnings,
    HeatMapGrid? HeatMap,
    ConditionBody? Condition,
    TimingsBody Timings,
    string Report,
    string Notice)
{
    const string OnDrawings =
        Service.Report.Disclaimer + " This model was trained on drawings: its answers about real photos mean nothing.";

    internal static PredictionBody Of(Report report, AnswerTimes times)
    {
        var answer = report.Answer;
        return new(
            report.Id, report.Time, ModelBody.Of(report.Model), answer.Best.Label, answer.Best.Title, answer.Best.Probability, answer.Sure,
            answer.Classes, $"{answer.Policy}".ToLowerInvariant(), answer.By, Titles(answer), answer.Warnings, answer.HeatMap, report.Condition is { } text ? ConditionBody.Of(text) : null,
            TimingsBody.Of(times), $"/api/predictions/{report.Id}/report", report.Model.Synthetic ? OnDrawings : Service.Report.Disclaimer);
    }

    static Dictionary<string, string> Titles(Answer answer) => answer.Members.ToDictionary(
        member => member.Key, member => answer.Classes.FirstOrDefault(each => each.Label == member.Value)?.Title ?? member.Value);
}

/// <summary>Which model answered.</summary>
/// <param name="Id">Name of its file.</param>
/// <param name="Title">Name for a reader.</param>
/// <param name="ImageSize">Width and height in pixels to which a photo is brought.</param>
/// <param name="Networks">Weight of each network's probabilities.</param>
/// <param name="TrainedOn">Title of the photos that it was trained on.</param>
/// <param name="Synthetic">Whether those were drawings: then the answer means nothing.</param>
/// <param name="Run">The training run.</param>
/// <param name="Version">Version of the library that wrote it.</param>
public sealed record ModelBody(
    string Id, string Title, int ImageSize, IReadOnlyDictionary<string, double> Networks, string TrainedOn, bool Synthetic,
    string Run, string Version)
{
    internal static ModelBody Of(ModelInfo info) =>
        new(info.Id, info.Title, info.ImageSize, info.Weights, info.TrainedOn, info.Synthetic, info.Run, info.LibraryVersion);
}

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

/// <summary>Where the time went, in milliseconds.</summary>
/// <param name="DecodeMs">Decoding and judging the photo.</param>
/// <param name="QueueMs">Waiting for the model.</param>
/// <param name="ModelMs">The run of the model.</param>
/// <param name="TotalMs">From the request's headers to its answer.</param>
public sealed record TimingsBody(double DecodeMs, double QueueMs, double ModelMs, double TotalMs)
{
    internal static TimingsBody Of(AnswerTimes times) =>
        new(Round(times.Decode), Round(times.Queue), Round(times.Model), Round(times.Total));

    static double Round(TimeSpan time) => Math.Round(time.TotalMilliseconds, 3);
}
