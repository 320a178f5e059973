using System.Globalization;

namespace Derma.Bench;

/// <summary>The prediction service as a process of its own: one request at a time, an overload, a stop. The client runs in this process.</summary>
/// <param name="program">The program, <c>workbook.dll</c>.</param>
/// <param name="folder">Where the model files go.</param>
/// <param name="threads">Threads inside one run of the model.</param>
/// <param name="requests">Of each kind, one at a time.</param>
/// <param name="loadSeconds">Length of the overload.</param>
sealed class ServiceBench(string program, string folder, int threads, int requests, int loadSeconds)
{
    const int WarmUp = 200, CapacitySenders = 8, LastRequests = 8;
    const double Overload = 1.5;

    static readonly TimeSpan UntilAccepted = TimeSpan.FromMilliseconds(200); // all are sent and wait; the first few are answered

    readonly DrawnPhoto photo = DrawnPhoto.Of(600, 450);

    public async Task<int> RunAsync()
    {
        var models = new BenchModels(folder);
        var single = await MeasureAsync("MobileNetV3", models.Network(NetworkNames.MobileNetV3Large), StopOnlyAsync);
        var vote = await MeasureAsync("ensemble", models.Ensemble(), LoadAndStopAsync);
        Report.Write(new { photo = photo.Text, hardware = HardwareInfo.Here(threads).Text, queue_length = new ServiceOptions().QueueLength, studies = new[] { vote.Study, single.Study }, load = vote.More });
        return 0;
    }

    async Task<(object Study, object? More)> MeasureAsync(string name, string model, Func<ServiceProcess, ServiceClient, LatencyStudy, Task<object?>> then)
    {
        await using var service = ServiceProcess.Start(program, model, "--threads", threads.ToString(CultureInfo.InvariantCulture));
        using var client = new ServiceClient(service.Address);
        using var predictor = Predictor.Load(model, new PredictorOptions { Threads = threads });
        var conditions = new Conditions(name, photo.Text, "loopback", HardwareInfo.Here(threads));
        var study = await LatencyStudy.RunAsync(name, conditions, () => predictor.Predict(photo.Jpeg), client.Asking(photo.Jpeg), requests, WarmUp);
        var figures = new { name, requests, warm_up = WarmUp, bare = Figures(study.Bare), http = Figures(study.Http), added_p50 = Percentile.Of(study.Overhead, 50), added_p95 = Percentile.Of(study.Overhead, 95) };
        return (figures, await then(service, client, study));
    }

    static async Task<object?> StopOnlyAsync(ServiceProcess service, ServiceClient client, LatencyStudy study)
    {
        await service.StopAsync();
        return null;
    }

    async Task<object?> LoadAndStopAsync(ServiceProcess service, ServiceClient client, LatencyStudy study)
    {
        var capacity = await LoadGenerator.ClosedLoopAsync("capacity", client.Asking(photo.Jpeg), requests / 2, warmUp: CapacitySenders, CapacitySenders);
        var over = Overload * capacity.PerSecond;
        var warm = await LoadGenerator.OpenLoopAsync("warm-up", client.Asking(photo.Jpeg), new LoadOptions { PerSecond = over, Duration = TimeSpan.FromSeconds(loadSeconds / 6.0), Seed = 2 });
        var before = service.ResidentMiB;
        var load = new LatencySummary(await LoadGenerator.OpenLoopAsync("overload", client.Asking(photo.Jpeg), new LoadOptions { PerSecond = over, Duration = TimeSpan.FromSeconds(loadSeconds) }));
        var after = service.ResidentMiB;
        var (answered, exitCode) = await StopAsync(service, client);
        return new
        {
            capacity = capacity.PerSecond, asked_a_second = over, seconds = loadSeconds, warm_up = warm.Requests.Count, statuses = load.Statuses.ToDictionary(status => status.Key.ToString(), status => status.Value),
            failures = load.Run.Requests.Select(request => request.Reply.Failure).OfType<string>().Distinct().Take(3), p50 = load.P50, p99 = load.P99, max = load.Max, late = load.Run.WorstDelay,
            resident_mib = new[] { before, after }, service_time = new LatencySummary(study.Bare).P50, last_requests = LastRequests, last_answered = answered, exit_code = exitCode,
        };
    }

    // They are fewer than the queue takes, so all are accepted; then the stop comes while they wait.
    async Task<(int Answered, int ExitCode)> StopAsync(ServiceProcess service, ServiceClient client)
    {
        var last = LoadGenerator.ClosedLoopAsync("last", client.Asking(photo.Jpeg), LastRequests, warmUp: 0, senders: LastRequests);
        await Task.Delay(UntilAccepted);
        var exitCode = await service.StopAsync();
        return ((await last).Requests.Count(request => request.Reply.Accepted), exitCode);
    }

    static object Figures(LoadRun run)
    {
        var summary = new LatencySummary(run);
        return new { p50 = summary.P50, p95 = summary.P95, p99 = summary.P99, max = summary.Max, mean = summary.Mean };
    }
}
