namespace Derma.Papers;

/// <summary>What a running service says about Smart Derma's deployed system (sections 3.3 to 3.9, 4.3 with Table 2, 5.3, 5.4).</summary>
public static class DeploymentClaims
{
    /// <summary>Puts the times of answers on one machine beside the bound of Table 2 and that of section 5.3.</summary>
    /// <param name="book">The notebook's claims.</param>
    /// <param name="p99">Seconds, 99th percentile.</param>
    /// <param name="mean">Seconds.</param>
    /// <param name="conditions">Number of requests, load, photo, machine.</param>
    public static IReadOnlyList<ClaimCheck> CheckLocal(ClaimBook book, double p99, double mean, string conditions) =>
    [
        book.Check("smart.table-2.local", p99, note: conditions),
        book.Check("smart.section-5-3.local-latency", mean, note: conditions),
        book.Check("smart.section-4-3.local-place", "local machine"),
    ];

    /// <summary>Puts the times of a remote service beside the bounds for the cloud.</summary>
    /// <param name="book">The notebook's claims.</param>
    /// <param name="p99">Seconds, 99th percentile.</param>
    /// <param name="mean">Seconds.</param>
    /// <param name="conditions">Number of requests, load, photo, machine.</param>
    /// <param name="emulated">What an emulated line gave, in one sentence.</param>
    public static IReadOnlyList<ClaimCheck> CheckCloud(ClaimBook book, double p99, double mean, string conditions, string emulated) =>
    [
        book.Check("smart.table-2.cloud", p99, note: $"{conditions} {emulated}"),
        book.Check("smart.section-5-3.cloud-latency", mean, note: $"{conditions} {emulated}"),
    ];

    /// <summary>Leaves the bounds for the cloud open, since no remote service is at hand.</summary>
    /// <param name="book">The notebook's claims.</param>
    /// <param name="emulated">What an emulated line gave, in one sentence.</param>
    public static IReadOnlyList<ClaimCheck> LeaveCloud(ClaimBook book, string emulated)
    {
        var note = $"Not testable here: no remote service is named (DERMA_SERVICE_URL). {emulated} An emulated line reproduces no cloud's figure.";
        return [book.Leave("smart.table-2.cloud", note), book.Leave("smart.section-5-3.cloud-latency", note)];
    }

    /// <summary>Checks how a live answer came about (sections 3.3 to 3.7).</summary>
    /// <param name="book">The notebook's claims.</param>
    /// <param name="networks">Networks that took part.</param>
    /// <param name="highest">Whether the answer is the class with the highest probability.</param>
    /// <param name="changes">Whether the same photo gets other probabilities each time.</param>
    /// <param name="features">How many of upload, report and finder are answered.</param>
    /// <param name="mobile">Whether the page sets its width to the device's.</param>
    public static IReadOnlyList<ClaimCheck> CheckAnswer(ClaimBook book, int networks, bool highest, bool changes, int features, bool mobile) =>
    [
        book.Check("smart.service.networks", networks),
        book.Check("smart.service.augmented", changes),
        book.Check("smart.service.highest", highest),
        book.Check("smart.service.framework", "ASP.NET Core"),
        book.Check("smart.service.rest", features > 0),
        book.Check("smart.service.host", "this machine"),
        book.Check("smart.service.container", "process"),
        book.Check("smart.service.mobile", mobile),
        book.Check("smart.service.features", features),
    ];

    /// <summary>Checks the report of a live answer (I, sections 3.8 and 5.4).</summary>
    /// <param name="book">The notebook's claims.</param>
    /// <param name="parts">How many of prediction, probabilities and next steps it has.</param>
    /// <param name="recommendations">How many of treatments, prevention and daily life it has.</param>
    /// <param name="downloadable">Whether it comes as a PDF file under a name.</param>
    /// <param name="agrees">Whether it says what the answer said.</param>
    public static IReadOnlyList<ClaimCheck> CheckReport(ClaimBook book, int parts, int recommendations, bool downloadable, bool agrees) =>
    [
        book.Check("smart.report.parts", parts),
        book.Check("smart.report.recommendations", recommendations),
        book.Check("smart.report.downloadable", downloadable),
        book.Check("smart.section-5-4.report", agrees),
    ];

    /// <summary>Checks the finder (sections 3.9 and 5.4).</summary>
    /// <param name="book">The notebook's claims.</param>
    /// <param name="rightShare">Share of places whose list was right.</param>
    /// <param name="places">How many places were asked.</param>
    /// <param name="source">Who names the practices.</param>
    /// <param name="vouched">Whether that source vouches for the certification of each.</param>
    public static IReadOnlyList<ClaimCheck> CheckFinder(ClaimBook book, double rightShare, int places, string source, bool vouched) =>
    [
        book.Check("smart.section-5-4.finder", rightShare, note: $"{places} places."),
        book.Check("smart.finder.source", source),
        book.Check("smart.finder.certified", vouched),
    ];
}
