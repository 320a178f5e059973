using System.Security.Cryptography.X509Certificates;

namespace Derma.Papers;

/// <summary>What notebooks 41 and 42 measure (Table 2, section 5.3).</summary>
public static class LabLatency
{
    const int CapacitySenders = 4, CapacityRequests = 4, LineWarmUp = 2;

    static readonly TimeSpan RemotePause = TimeSpan.FromMilliseconds(500);

    /// <summary>Serves a model file on a free port of this machine.</summary>
    /// <param name="lab">Its thread count is used.</param>
    /// <param name="modelFile">As <see cref="LabModels"/> exports it.</param>
    /// <param name="certificate">To speak TLS; plain HTTP where null.</param>
    public static Task<LiveService> ServeAsync(this Lab lab, string modelFile, X509Certificate2? certificate = null) =>
        LiveService.StartAsync(modelFile, lab.Options.Threads, certificate);

    /// <summary>The bare model and the service, one request at a time.</summary>
    public static async Task<LatencyStudy> MeasureAsync(this Lab lab, LiveService service, DrawnPhoto photo, string name)
    {
        var effort = Effort(lab);
        var study = await LatencyStudy.RunAsync(
            name, service.Conditions(photo), () => service.Predictor.Predict(photo.Jpeg), service.Client.Asking(photo.Jpeg),
            effort.Requests, effort.WarmUp);
        return study with { Address = service.Address };
    }

    /// <summary>What the service can answer in a second: a few senders that never pause.</summary>
    public static Task<LoadRun> CapacityAsync(this Lab lab, LiveService service, DrawnPhoto photo) => LoadGenerator.ClosedLoopAsync(
        "capacity", service.Client.Asking(photo.Jpeg), Math.Max(2 * CapacitySenders, Effort(lab).Requests / 2), CapacityRequests,
        CapacitySenders);

    /// <summary>An open loop at a share of the capacity.</summary>
    /// <param name="lab">Its scale decides the length.</param>
    /// <param name="service">Is asked.</param>
    /// <param name="photo">The upload.</param>
    /// <param name="capacity">As <see cref="CapacityAsync"/> found it.</param>
    /// <param name="share">1 for all of it.</param>
    public static Task<LoadRun> LoadAsync(this Lab lab, LiveService service, DrawnPhoto photo, LoadRun capacity, double share) =>
        LoadGenerator.OpenLoopAsync(
        FormattableString.Invariant($"{100 * share:0} % of capacity"),
        service.Client.Asking(photo.Jpeg),
        new LoadOptions { PerSecond = share * capacity.PerSecond, Duration = TimeSpan.FromSeconds(Effort(lab).LoadSeconds),
            Seed = lab.Options.Seed });

    /// <summary>One request at a time without a line between.</summary>
    public static Task<LoadRun> MeasureDirectAsync(this Lab lab, LiveService service, DrawnPhoto photo) =>
        LoadGenerator.ClosedLoopAsync("no line", service.Client.Asking(photo.Jpeg), Effort(lab).LineRequests, LineWarmUp);

    /// <summary>One request at a time through an emulated line.</summary>
    /// <param name="lab">Its scale decides how many.</param>
    /// <param name="service">Is asked, through <paramref name="line"/>.</param>
    /// <param name="line">The relay before it.</param>
    /// <param name="photo">The upload.</param>
    /// <param name="newConnections">Whether each request opens a connection of its own.</param>
    public static async Task<LoadRun> MeasureThroughAsync(this Lab lab, LiveService service, HomeUplink line, DrawnPhoto photo,
        bool newConnections)
    {
        using var client = new ServiceClient(line.Address, newConnections, service.Certificate);
        return await LoadGenerator.ClosedLoopAsync(
            newConnections ? "first request" : "kept connection", client.Asking(photo.Jpeg), Effort(lab).LineRequests, LineWarmUp);
    }

    /// <summary>
    /// One request at a time, two a second at most, to the service that <see cref="LabOptions.ServiceUrl"/> names; null where it names
    /// none.
    /// </summary>
    public static async Task<LoadRun?> MeasureRemoteAsync(this Lab lab, DrawnPhoto photo)
    {
        if (ServiceTarget.Remote(lab.Options.ServiceUrl) is not { } address) return null;
        using var client = new ServiceClient(address, newConnections: true, remote: address);
        return await LoadGenerator.ClosedLoopAsync(
            "remote service", client.Asking(photo.Jpeg), Effort(lab).RemoteRequests, LineWarmUp, pause: RemotePause);
    }

    /// <summary>The remote service's times, or why there are none.</summary>
    public static HtmlView RemoteView(LoadRun? remote, Conditions conditions) => remote is null
        ? Notes.Of(
            "No remote service.",
            $"Set {ServiceTarget.Variable} to the address of one that runs this service (docs/cloud.md shows how), "
                + "and this cell measures it.")
        : LatencyTables.Of(
            conditions with
            {
                Way = "over the internet, a new connection each",
                Hardware = conditions.Hardware with { Processor = $"client: {conditions.Hardware.Processor}" },
            },
            remote);

    /// <summary>Puts the times beside Table 2's first row and section 5.3.</summary>
    public static HtmlView Judge(this Lab lab, LatencyStudy study)
    {
        DeploymentClaims.CheckLocal(lab.Claims, study);
        return lab.Verdicts();
    }

    /// <summary>Puts what is known about a cloud beside Table 2's second row and section 5.3.</summary>
    public static HtmlView JudgeCloud(this Lab lab, LoadRun emulated, Conditions conditions, LoadRun? remote)
    {
        var line = new LatencySummary(emulated);
        string Seconds(double milliseconds) => Numbers.Text(milliseconds / 1000, "0.00");
        var sentence = $"Emulated, {conditions.Way}: mean {Seconds(line.Mean)} s, p50 {Seconds(line.P50)}, p95 {Seconds(line.P95)}, "
            + $"p99 {Seconds(line.P99)} of n = {line.Count}.";
        if (remote is null || new LatencySummary(remote) is not { Count: > 0 } far) DeploymentClaims.LeaveCloud(lab.Claims, sentence);
        else DeploymentClaims.CheckCloud(lab.Claims, far, $"{Conditions.Of([remote])}; {conditions.Photo}.", sentence);
        return lab.Verdicts();
    }

    static LatencyEffort Effort(Lab lab) => lab.Options.Scale.SmartDerma.Latency;
}
