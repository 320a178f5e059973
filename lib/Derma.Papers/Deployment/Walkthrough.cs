using System.Text.Json;

namespace Derma.Papers;

/// <summary>What notebook 43 does with a running service (Smart Derma, sections 3.3 to 3.9 and 5.4).</summary>
public static class Walkthrough
{
    /// <summary>The report as a page and as a file.</summary>
    /// <param name="client">Of the service.</param>
    /// <param name="answer">An answer that it gave.</param>
    public static async Task<(ServiceReply Html, ServiceReply Pdf)> ReportAsync(ServiceClient client, ServiceReply answer)
    {
        var path = answer.Json.GetProperty("report").GetString()!;
        return (await client.GetAsync(path + "?format=html"), await client.GetAsync(path + "?format=pdf"));
    }

    /// <summary>Uploads that are no photos, and what the service says to each.</summary>
    /// <param name="client">Of the service.</param>
    /// <param name="photo">A good one, to cut short.</param>
    public static async Task<HtmlView> HostileAsync(ServiceClient client, DrawnPhoto photo)
    {
        (string Name, ReadOnlyMemory<byte> Bytes)[] uploads =
        [
            ("an empty file", default), ("a letter named photo.jpg", "Dear service, this is no photo."u8.ToArray()), ("the first half of a JPEG", photo.Jpeg[..(photo.Jpeg.Length / 2)]),
        ];
        var rows = new List<IReadOnlyList<object?>>();
        foreach (var (name, bytes) in uploads)
        {
            var reply = await client.PredictAsync(bytes);
            rows.Add([name, reply.Status.ToString(System.Globalization.CultureInfo.InvariantCulture), reply.ContentType, Text(reply.Json, "code"), Text(reply.Json, "detail")]);
        }
        return Tables.Of(["Upload", "Status", "Content type", "Code", "What a person reads"], rows, "Problem details (RFC 9457) for uploads that are no photos");
    }

    /// <summary>The finder, held against every practice that it names.</summary>
    public static Task<FinderCheck> CheckFinderAsync(this Lab lab, ServiceClient client) =>
        FinderCheck.RunAsync(client, every: lab.Options.Scale.SmartDerma.FinderStep);

    /// <summary>Puts what was seen beside what the paper says of its deployed system.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="first">An answer.</param>
    /// <param name="second">An answer to the same photo.</param>
    /// <param name="page">The service's page.</param>
    /// <param name="report">The report, held against the first answer.</param>
    /// <param name="finder">The finder, held against all practices.</param>
    public static HtmlView JudgeDeployment(this Lab lab, ServiceReply first, ServiceReply second, ServiceReply page, ReportCheck report, FinderCheck finder)
    {
        var probabilities = Probabilities(first);
        DeploymentClaims.CheckAnswer(
            lab.Claims,
            networks: first.Json.GetProperty("members").EnumerateObject().Count(),
            highest: probabilities[first.Json.GetProperty("label").GetString()!] == probabilities.Values.Max(),
            changes: !Probabilities(second).OrderBy(one => one.Key).SequenceEqual(probabilities.OrderBy(one => one.Key)),
            features: (first.Status == 200 ? 1 : 0) + (report.Parts > 0 ? 1 : 0) + (finder.Practices > 0 ? 1 : 0),
            mobile: page.Text.Contains("width=device-width", StringComparison.Ordinal));
        DeploymentClaims.CheckReport(lab.Claims, report.Parts, report.Recommendations, report.Downloadable, report.Agrees);
        DeploymentClaims.CheckFinder(lab.Claims, finder.RightShare, finder.Places, finder.Source, finder.Vouched);
        return lab.Verdicts();
    }

    static Dictionary<string, double> Probabilities(ServiceReply reply) => reply.Json.GetProperty("classes").EnumerateArray()
        .ToDictionary(one => one.GetProperty("label").GetString()!, one => one.GetProperty("probability").GetDouble());

    static string? Text(JsonElement problem, string name) => problem.TryGetProperty(name, out var value) ? value.GetString() : null;
}
