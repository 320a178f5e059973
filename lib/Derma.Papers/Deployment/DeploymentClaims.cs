using Microsoft.AspNetCore.Builder;

namespace Derma.Papers;

/// <summary>What a running service says about Smart Derma's deployed system (sections 3.3 to 3.9, 4.3 with Table 2, 5.3, 5.4).</summary>
public static class DeploymentClaims
{
    /// <summary>Puts the times of answers on one machine beside the bound of Table 2 and that of section 5.3.</summary>
    /// <param name="book">The notebook's claims.</param>
    /// <param name="study">The service, asked through HTTP.</param>
    public static IReadOnlyList<ClaimCheck> CheckLocal(ClaimBook book, LatencyStudy study)
    {
        var (times, conditions) = (new LatencySummary(study.Http), $"{Conditions.Of([study.Http])}; {study.Conditions.Text}.");
        return
        [
            book.Check("smart.table-2.local", times.P99 / 1000, note: conditions),
            book.Check("smart.section-5-3.local-latency", times.Mean / 1000, note: conditions),
            book.Check("smart.section-4-3.local-place", Place(study.Address) ?? "local machine"),
        ];
    }

    /// <summary>The host of a service elsewhere; null for this machine.</summary>
    static string? Place(Uri? address) => address is { IsLoopback: false } far ? far.Host : null;

    /// <summary>Puts the times of a remote service beside the bounds for the cloud.</summary>
    /// <param name="book">The notebook's claims.</param>
    /// <param name="times">Of the remote service.</param>
    /// <param name="conditions">Number of requests, load, photo, machine.</param>
    /// <param name="emulated">What an emulated line gave, in one sentence.</param>
    public static IReadOnlyList<ClaimCheck> CheckCloud(ClaimBook book, LatencySummary times, string conditions, string emulated) =>
    [
        book.Check("smart.table-2.cloud", times.P99 / 1000, note: $"{conditions} {emulated}"),
        book.Check("smart.section-5-3.cloud-latency", times.Mean / 1000, note: $"{conditions} {emulated}"),
    ];

    /// <summary>Leaves the bounds for the cloud open, since no remote service is at hand.</summary>
    /// <param name="book">The notebook's claims.</param>
    /// <param name="emulated">What an emulated line gave, in one sentence.</param>
    public static IReadOnlyList<ClaimCheck> LeaveCloud(ClaimBook book, string emulated)
    {
        var note = $"Not testable here: no remote service is named ({ServiceTarget.Variable}). {emulated} "
            + "An emulated line reproduces no cloud's figure.";
        return [book.Leave("smart.table-2.cloud", note), book.Leave("smart.section-5-3.cloud-latency", note)];
    }

    /// <summary>Checks how a live answer came about (sections 3.3 to 3.7).</summary>
    /// <param name="book">The notebook's claims.</param>
    /// <param name="first">An answer.</param>
    /// <param name="second">An answer to the same photo.</param>
    /// <param name="page">The service's page.</param>
    /// <param name="report">The report, held against the first answer.</param>
    /// <param name="finder">The finder, held against all practices.</param>
    public static IReadOnlyList<ClaimCheck> CheckAnswer(
        ClaimBook book, ServiceReply first, ServiceReply second, ServiceReply page, ReportCheck report, FinderCheck finder)
    {
        var (answer, again) = (first.Read<PredictionBody>(), second.Read<PredictionBody>());
        var features = (first.Status == 200 ? 1 : 0) + (report.Parts > 0 ? 1 : 0) + (finder.Practices > 0 ? 1 : 0);
        return
        [
            book.Check("smart.service.networks", answer.Members.Count),
            book.Check("smart.service.augmented", !Probabilities(again).SequenceEqual(Probabilities(answer))),
            book.Check("smart.service.highest", answer.Classes.MaxBy(one => one.Probability)!.Probability
                == answer.Classes.Single(one => one.Label == answer.Label).Probability),
            book.Check("smart.service.framework", typeof(WebApplication).Assembly.GetName().Name!),
            book.Check("smart.service.rest", features > 0),
            book.Check("smart.service.host", Place(first.Address) ?? "this machine"),
            book.Check("smart.service.container", HardwareInfo.InContainer ? "container" : "process"),
            book.Check("smart.service.mobile", page.Text.Contains("width=device-width", StringComparison.Ordinal)),
            book.Check("smart.service.features", features),
        ];
    }

    /// <summary>Checks the report of a live answer (I, sections 3.8 and 5.4).</summary>
    /// <param name="book">The notebook's claims.</param>
    /// <param name="report">The report, held against the answer.</param>
    public static IReadOnlyList<ClaimCheck> CheckReport(ClaimBook book, ReportCheck report) =>
    [
        book.Check("smart.report.parts", report.Parts),
        book.Check("smart.report.recommendations", report.Recommendations),
        book.Check("smart.report.downloadable", report.Downloadable),
        book.Check("smart.section-5-4.report", report.Agrees),
    ];

    /// <summary>Checks the finder (sections 3.9 and 5.4).</summary>
    /// <param name="book">The notebook's claims.</param>
    /// <param name="finder">The finder, held against all practices.</param>
    public static IReadOnlyList<ClaimCheck> CheckFinder(ClaimBook book, FinderCheck finder) =>
    [
        book.Check("smart.section-5-4.finder", finder.RightShare, note: $"{finder.Places} places."),
        book.Check("smart.finder.source", finder.Source),
        book.Check("smart.finder.certified", finder.Vouched),
    ];

    static IEnumerable<(string, double)> Probabilities(PredictionBody answer) =>
        answer.Classes.OrderBy(one => one.Label, StringComparer.Ordinal).Select(one => (one.Label, one.Probability));
}
