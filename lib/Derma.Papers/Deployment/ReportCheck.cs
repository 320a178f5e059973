using System.Globalization;
using System.Net;
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
public sealed partial record ReportCheck(
    bool Prediction, bool Probabilities, bool NextSteps, bool Treatments, bool Prevention, bool DailyLife, IReadOnlyList<string> Wrong,
    bool Downloadable)
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
            ["names the class", Prediction], ["gives its percentage", Probabilities],
            ["gives no class another percentage than the answer", Wrong.Count == 0 ? true : string.Join(", ", Wrong)],
            ["lists the next steps", NextSteps], ["lists treatments", Treatments], ["lists prevention", Prevention],
            ["lists daily life", DailyLife],
            ["comes as a PDF file", Downloadable],
        ],
        "The report, held against the answer's JSON");

    /// <summary>Reads both.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="html">The report as a page.</param>
    /// <param name="pdf">The report as a file.</param>
    public static ReportCheck Of(PredictionBody answer, string html, ServiceReply pdf)
    {
        var (text, condition) = (Read(html), answer.Condition);
        bool Has(IReadOnlyList<string>? lines) =>
            lines is { Count: > 0 } && lines.All(line => text.Contains(Plain(line), StringComparison.Ordinal));
        bool IsWrong(ClassProbability one) =>
            PercentAfter(text, one.Title) is { } said && Math.Abs(said - 100 * one.Probability) > HalfPoint;
        return new ReportCheck(
            text.Contains(answer.Title, StringComparison.OrdinalIgnoreCase), PercentAfter(text, answer.Classes[0].Title) is not null,
            Has(condition?.NextSteps), Has(condition?.Treatments), Has(condition?.Prevention), Has(condition?.DailyLife),
            [.. answer.Classes.Where(IsWrong).Select(one => one.Title)],
            pdf.ContentType == "application/pdf" && pdf.Body.AsSpan().StartsWith("%PDF-"u8)
                && pdf.Disposition.Contains("filename", StringComparison.Ordinal));
    }

    // "Melanoma 73.2 %", with at most a word or two between.
    static double? PercentAfter(string text, string title)
    {
        var match = Regex.Match(
            text, $@"(?<!\w){Regex.Escape(title)}(?!\w)[^\d%]{{0,40}}?(?<percent>\d+(\.\d+)?)\s*%", RegexOptions.IgnoreCase);
        return match.Success ? double.Parse(match.Groups["percent"].Value, CultureInfo.InvariantCulture) : null;
    }

    static int Count(params IEnumerable<bool> parts) => parts.Count(part => part);

    // What a reader reads: no markup, no styles, no space between lines.
    static string Read(string html) => Plain(WebUtility.HtmlDecode(Tags().Replace(Unread().Replace(html, " "), " ")));

    static string Plain(string text) => Spaces().Replace(text, " ").Trim();

    [GeneratedRegex(@"<(style|script|title)\b.*?</\1\s*>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Unread();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
