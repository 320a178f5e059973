namespace Derma.Papers;

/// <summary>What notebook 43 does with a running service (Smart Derma, sections 3.3 to 3.9 and 5.4).</summary>
public static class Walkthrough
{
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
