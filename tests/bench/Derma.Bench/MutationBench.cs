namespace Derma.Bench;

/// <summary>Photos with random damage, one after another on a few connections: the service must answer each and keep its memory.</summary>
static class MutationBench
{
    const int Connections = 3, WarmUp = 500, LargestRun = 64;

    public static async Task<int> RunAsync(string program, string model, int count)
    {
        await using var service = ServiceProcess.Start(program, model);
        using var client = new HttpClient { BaseAddress = service.Address };
        var photos = BenchPhotos.Some(20);
        var statuses = new SortedDictionary<int, int>();
        await SendAsync(client, photos, 0, Math.Min(WarmUp, count), statuses);
        var before = service.ResidentMiB;
        await SendAsync(client, photos, Math.Min(WarmUp, count), count, statuses);
        var (after, peak) = (service.ResidentMiB, service.PeakMiB);
        Report.Write(new { statuses = statuses.Select(pair => new { status = pair.Key, count = pair.Value }), resident_mib = new[] { before, after }, peak_mib = peak, exit_code = await service.StopAsync() });
        return 0;
    }

    static Task SendAsync(HttpClient client, IReadOnlyList<byte[]> photos, int from, int to, SortedDictionary<int, int> statuses) =>
        Parallel.ForEachAsync(Enumerable.Range(from, to - from), new ParallelOptions { MaxDegreeOfParallelism = Connections }, async (seed, _) =>
        {
            var (status, _) = await HostileUpload.File("mutation", Mutate(photos[seed % photos.Count], new Random(seed))).Send(client);
            lock (statuses) statuses[status] = statuses.GetValueOrDefault(status) + 1;
        });

    /// <summary>A few bytes changed, a run wiped, a run lost, or the end lost.</summary>
    static byte[] Mutate(byte[] photo, Random random)
    {
        var (bytes, at) = (photo.ToArray(), random.Next(photo.Length));
        var end = Math.Min(photo.Length, at + random.Next(1, LargestRun));
        switch (random.Next(4))
        {
            case 0:
                for (var i = random.Next(1, 20); i > 0; i--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                return bytes;
            case 1:
                bytes.AsSpan(at..end).Clear();
                return bytes;
            case 2:
                return [.. bytes[..at], .. bytes[end..]];
            default:
                return bytes[..at];
        }
    }
}
