using System.Diagnostics;

namespace Derma.Bench;

/// <summary>Sends every hostile upload to a running service: what it answers, how fast, and how much memory it takes meanwhile.</summary>
static class HostileBench
{
    public static async Task<int> RunAsync(string program, string model)
    {
        await using var service = ServiceProcess.Start(program, model);
        using var client = new HttpClient { BaseAddress = service.Address };
        var photo = BenchPhotos.Some(1)[0];
        await HostileUpload.File("warm-up", photo).Send(client);
        var rows = new List<object>();
        foreach (var upload in HostileUploads.All(photo)) rows.Add(await RowAsync(service, client, upload));
        Report.Write(new { rows, exit_code = await service.StopAsync() });
        return 0;
    }

    static async Task<object> RowAsync(ServiceProcess service, HttpClient client, HostileUpload upload)
    {
        var before = service.ResidentMiB;
        service.ForgetPeak();
        var start = Stopwatch.GetTimestamp();
        var (status, body) = await upload.Send(client);
        var milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return new { name = upload.Name, status, word = HostileUpload.Word(body), milliseconds, growth_mib = Math.Max(0, service.PeakMiB - before) };
    }
}
