using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using SkiaSharp;

namespace Derma.Bench;

/// <summary>The ways to answer, each a service of its own, asked in turn about a run's test photos as JPEG files of 600 x 450.</summary>
/// <param name="program">The program, <c>workbook.dll</c>.</param>
/// <param name="run">The folder of a run that holds the three networks and their student.</param>
/// <param name="root">The workbook's folder.</param>
/// <param name="size">Width and height that the models take, in pixels.</param>
/// <param name="threads">Threads inside one run of a model.</param>
/// <param name="requests">Of each way.</param>
sealed class PolicyBench(string program, string run, string root, int size, int threads, int requests)
{
    const int WarmUp = 50;

    public async Task<int> RunAsync()
    {
        var lab = Lab.OpenSmartDerma("bench", RunFolder.OptionsOf(run, root));
        var (vote, student) = (lab.EnsembleModel(size), lab.StudentModel(lab.Train(StudentExperiment.FromVote), size));
        var test = lab.Photos.Sample(Subset.Test, requests, seed: 1).Of(Subset.Test).Select(photo => (Jpeg: Enlarged(photo.Path), Label: lab.Photos.Classes[photo.Label])).ToArray();
        Way[] ways =
        [
            new("vote, one graph", Start(vote, "vote", "one")), new("vote, networks beside each other", Start(vote, "vote", "beside")),
            new("the same, DenseNet121 in whole numbers", Start(lab.IntegerModel(size), "vote", "beside")),
            new("cascade", Start(vote, "cascade", "measured")), new("distilled", Start(student, "distilled", "one")),
        ];
        for (var i = 0; i < WarmUp + requests; i++)
            foreach (var way in ways) await way.AskAsync(test[i % test.Length], isCounted: i >= WarmUp);
        Report.Write(new { hardware = HardwareInfo.Here(threads).Text, size, photos = test.Length, requests, ways = ways.Select(way => way.Figures(ways[0])) });
        foreach (var way in ways) await way.Service.StopAsync();
        return 0;
    }

    ServiceProcess Start(string model, string policy, string schedule) =>
        ServiceProcess.Start(program, model, "--policy", policy, "--schedule", schedule, "--threads", threads.ToString(CultureInfo.InvariantCulture));

    static byte[] Enlarged(string path)
    {
        using var drawn = SKBitmap.Decode(path);
        using var large = drawn.Resize(new SKImageInfo(600, 450), new SKSamplingOptions(SKFilterMode.Linear));
        using var jpeg = large.Encode(SKEncodedImageFormat.Jpeg, 90);
        return jpeg.ToArray();
    }

    sealed class Way(string name, ServiceProcess service)
    {
        readonly HttpClient client = new() { BaseAddress = service.Address };
        readonly List<double> times = [];
        readonly List<bool> right = [];
        int alone;

        public ServiceProcess Service => service;

        public async Task AskAsync((byte[] Jpeg, string Label) photo, bool isCounted)
        {
            using var form = new MultipartFormDataContent { { new ByteArrayContent(photo.Jpeg), "photo", "photo.jpg" } };
            var start = Stopwatch.GetTimestamp();
            using var reply = await client.PostAsync("/api/predictions", form);
            var answer = (await reply.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<PredictionBody>())!;
            if (!isCounted) return;
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            right.Add(answer.Label == photo.Label);
            if (answer.AnsweredBy is not null) alone++;
        }

        public object Figures(Way vote) => new
        {
            name, p50 = Percentile.Median(times), p95 = Percentile.Of([.. times.Order()], 95), a_second = times.Count / times.Sum() * 1000,
            alone = alone / (double)times.Count, right = right.Count(isRight => isRight) / (double)right.Count,
            won = right.Zip(vote.right).Count(pair => pair is (true, false)), lost = right.Zip(vote.right).Count(pair => pair is (false, true)),
            resident_mib = service.ResidentMiB,
        };
    }
}
