using Microsoft.AspNetCore.Mvc;

namespace Derma.Papers;

/// <summary>What notebook 43 does with a running service (Smart Derma, sections 3.3 to 3.9 and 5.4).</summary>
public static class Walkthrough
{
    /// <summary>The report as a page and as a file.</summary>
    /// <param name="client">Of the service.</param>
    /// <param name="answer">An answer that it gave.</param>
    public static async Task<(ServiceReply Html, ServiceReply Pdf)> ReportAsync(ServiceClient client, ServiceReply answer)
    {
        var path = answer.Read<PredictionBody>().Report;
        return (await client.GetAsync(path + "?format=html"), await client.GetAsync(path + "?format=pdf"));
    }

    /// <summary>Uploads that are no photos, and what the service says to each.</summary>
    /// <param name="client">Of the service.</param>
    /// <param name="photo">A good one, to cut short.</param>
    public static async Task<HtmlView> HostileAsync(ServiceClient client, DrawnPhoto photo)
    {
        (string Name, ReadOnlyMemory<byte> Bytes)[] uploads =
        [
            ("an empty file", default), ("a letter named photo.jpg", "Dear service, this is no photo."u8.ToArray()),
            ("the first half of a JPEG", photo.Jpeg[..(photo.Jpeg.Length / 2)]),
        ];
        var rows = new List<IReadOnlyList<object?>>();
        foreach (var (name, bytes) in uploads)
        {
            var reply = await client.PredictAsync(bytes);
            var problem = reply.Read<ProblemDetails>();
            rows.Add([name, $"{reply.Status}", reply.ContentType, problem.Extensions.TryGetValue("code", out var code) ? $"{code}" : null,
                problem.Detail]);
        }
        return Tables.Of(
            ["Upload", "Status", "Content type", "Code", "What a person reads"], rows,
            "Problem details (RFC 9457) for uploads that are no photos");
    }

    /// <summary>The finder, held against every practice that it names.</summary>
    public static Task<FinderCheck> CheckFinderAsync(this Lab lab, ServiceClient client) =>
        FinderCheck.RunAsync(client, lab.Options.Scale.SmartDerma.Latency.FinderStep);

    /// <summary>Puts what was seen beside what the paper says of its deployed system.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="first">An answer.</param>
    /// <param name="second">An answer to the same photo.</param>
    /// <param name="page">The service's page.</param>
    /// <param name="report">The report, held against the first answer.</param>
    /// <param name="finder">The finder, held against all practices.</param>
    public static HtmlView JudgeDeployment(
        this Lab lab, ServiceReply first, ServiceReply second, ServiceReply page, ReportCheck report, FinderCheck finder)
    {
        DeploymentClaims.CheckAnswer(lab.Claims, first, second, page, report, finder);
        DeploymentClaims.CheckReport(lab.Claims, report);
        DeploymentClaims.CheckFinder(lab.Claims, finder);
        return lab.Verdicts();
    }
}
