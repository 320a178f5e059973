using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Derma.Papers;

/// <summary>Whether the report of an answer says what the answer said (Smart Derma, sections 3.8 and 5.4).</summary>
/// <param name="Prediction">It names the class.</param>
/// <param name="Probabilities">It gives the likeliest class a percentage.</param>
/// <param name="NextSteps">It has every next step that the answer lists.</param>
/// <param name="Treatments">It has every treatment.</param>
/// <param name="Prevention">It has all of prevention.</param>
/// <param name="DailyLife">It has all of daily life.</param>
/// <param name="Wrong">Classes whose percentage in the report is not the answer's.</param>
/// <param name="Downloadable">It comes as a PDF file under a name.</param>
public sealed record ReportCheck(
    bool Prediction, bool Probabilities, bool NextSteps, bool Treatments, bool Prevention, bool DailyLife, IReadOnlyList<string> Wrong, bool Downloadable)
{
    const double HalfPoint = 0.5; // a report may round to whole percent

    /// <summary>Prediction, probabilities and next steps.</summary>
    public int Parts => Count(Prediction, Probabilities, NextSteps);

    /// <summary>Treatments, prevention and daily life.</summary>
    public int Recommendations => Count(Treatments, Prevention, DailyLife);

    /// <summary>It names the class, and every percentage is the answer's.</summary>
    public bool Agrees => Prediction && Probabilities && Wrong.Count == 0;

    /// <summary>The findings.</summary>
    public HtmlView View => Tables.Of(
        ["The report", "Found"],
        [
            ["names the class", Prediction], ["gives its percentage", Probabilities], ["gives no class another percentage than the answer", Wrong.Count == 0 ? true : string.Join(", ", Wrong)],
            ["lists the next steps", NextSteps], ["lists treatments", Treatments], ["lists prevention", Prevention], ["lists daily life", DailyLife], ["comes as a PDF file", Downloadable],
        ],
        "The report, held against the answer's JSON");

    /// <summary>Reads both.</summary>
    /// <param name="answer">The answer's JSON.</param>
    /// <param name="html">The report as a page.</param>
    /// <param name="pdf">The report as a file.</param>
    public static ReportCheck Of(JsonElement answer, string html, ServiceReply pdf)
    {
        var text = ReportText.Of(html);
        var classes = answer.GetProperty("classes").EnumerateArray().Select(one => (Title: one.GetProperty("title").GetString()!, Percent: 100 * one.GetProperty("probability").GetDouble())).ToArray();
        bool Has(string list) => answer.GetProperty("condition") is { ValueKind: JsonValueKind.Object } condition && condition.GetProperty(list).EnumerateArray().ToArray() is { Length: > 0 } lines
            && lines.All(line => text.Contains(ReportText.Plain(line.GetString()!), StringComparison.Ordinal));
        return new ReportCheck(
            text.Contains(answer.GetProperty("title").GetString()!, StringComparison.OrdinalIgnoreCase),
            PercentAfter(text, classes[0].Title) is not null,
            Has("nextSteps"), Has("treatments"), Has("prevention"), Has("dailyLife"),
            [.. classes.Where(one => PercentAfter(text, one.Title) is { } said && Math.Abs(said - one.Percent) > HalfPoint).Select(one => one.Title)],
            pdf.ContentType == "application/pdf" && pdf.Body.AsSpan().StartsWith("%PDF-"u8) && pdf.Disposition.Contains("filename", StringComparison.Ordinal));
    }

    // "Melanoma 73.2 %", with at most a word or two between.
    static double? PercentAfter(string text, string title)
    {
        var match = Regex.Match(text, $@"(?<!\w){Regex.Escape(title)}(?!\w)[^\d%]{{0,40}}?(?<percent>\d+(\.\d+)?)\s*%", RegexOptions.IgnoreCase);
        return match.Success ? double.Parse(match.Groups["percent"].Value, CultureInfo.InvariantCulture) : null;
    }

    static int Count(params IEnumerable<bool> parts) => parts.Count(part => part);
}
