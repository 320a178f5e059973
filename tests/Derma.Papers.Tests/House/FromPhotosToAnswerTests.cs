using System.Net.Sockets;
using System.Text;
using SkiaSharp;

namespace Derma.Papers.Tests;

/// <summary>The whole way: photo files, training, export, the running service, its answer and its report.</summary>
[Collection(TensorLibrary.Name)]
public sealed class FromPhotosToAnswerTests : IDisposable
{
    const int Size = 32;
    const double Tolerance = 1e-4;

    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_network_that_was_trained_on_photos_answers_through_the_service_as_it_did_in_training()
    {
        var photos = DataSources.Open($"colours={Drawn()}");
        using var model = Trained(photos);
        var said = Evaluator.Predict(model, Pixels(photos, Subset.Validation), photos.Classes);
        Assert.Equal(1, said.Metrics().Accuracy);
        OnnxExport.Save(model, Exports.Info(3, Size) with { Classes = [.. photos.Classes] }, folder.File("colours.onnx"));
        await using var service = await LiveService.StartAsync(folder.File("colours.onnx"), threads: 1);
        for (var i = 0; i < said.Count; i++)
        {
            var reply = await service.Client.PredictAsync(File.ReadAllBytes(said.Paths[i]));
            Assert.Equal((200, photos.Classes[said.Labels[i]]), (reply.Status, reply.Json.GetProperty("label").GetString()));
            var answered = reply.Json.GetProperty("classes").EnumerateArray().ToDictionary(one => one.GetProperty("label").GetString()!, one => one.GetProperty("probability").GetDouble());
            Assert.All(Enumerable.Range(0, 3), c => Assert.Equal(said.Row(i)[c], answered[photos.Classes[c]], Tolerance));
            var (html, pdf) = (await service.Client.GetAsync(reply.Read<PredictionBody>().Report + "?format=html"), await service.Client.GetAsync(reply.Read<PredictionBody>().Report + "?format=pdf"));
            Assert.Contains(reply.Json.GetProperty("title").GetString()!, html.Text);
            Assert.StartsWith("%PDF-", Encoding.ASCII.GetString(pdf.Body, 0, 8));
        }
    }

    [Fact]
    public async Task Clients_that_hang_up_while_their_PDF_comes_end_nothing()
    {
        using var model = new SmallModel();
        await using var service = await LiveService.StartAsync(model.Path, threads: 1);
        var answer = await service.Client.PredictAsync(PhotoBytes.Jpeg(64, 48));
        var path = answer.Json.GetProperty("report").GetString()!;
        for (var i = 0; i < 20; i++)
        {
            using var client = new TcpClient { LingerState = new LingerOption(true, 0) }; // a reset, not a goodbye
            await client.ConnectAsync(service.Address.Host, service.Address.Port);
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"GET {path}?format=pdf HTTP/1.1\r\nHost: {service.Address.Authority}\r\n\r\n"));
            if (i % 2 == 0) Assert.Equal(1, await client.GetStream().ReadAsync(new byte[1])); // every other one once the answer has begun
        }
        Assert.Equal("application/pdf", (await service.Client.GetAsync(path + "?format=pdf")).ContentType);
    }

    static PixelCache Pixels(PhotoSet photos, Subset part) => PixelCache.Load(photos.Of(part), Size, threads: 1);

    static PaperCnn Trained(PhotoSet photos)
    {
        var model = new PaperCnn(new()
        {
            Classes = 3, ImageSize = Size, Filters = [4, 6], Dense = [8], BatchNormMomentum = 0.1, Head = HeadActivation.Softmax,
        });
        using var trainer = new Trainer(
            model, Pixels(photos, Subset.Train), Pixels(photos, Subset.Validation), new() { Epochs = 30, BatchSize = 6, LearningRate = 0.01, Threads = 1 });
        trainer.Fit();
        return model;
    }

    /// <summary>Noisy photos in three colours, as JPEG files in folders; wider than high, so that both ways stretch them.</summary>
    string Drawn()
    {
        var noise = new Random(1);
        foreach (var (part, count) in new[] { ("train", 12), ("test", 3) })
            for (var i = 0; i < 3 * count; i++)
                folder.Write($"photos/{part}/{new[] { "blue", "green", "red" }[i % 3]}/{i}.jpg", Drawings.Encode(96, 80, SKEncodedImageFormat.Jpeg, (_, _) =>
                    (Level(noise, i % 3 == 2), Level(noise, i % 3 == 1), Level(noise, i % 3 == 0))));
        return folder.File("photos");
    }

    static double Level(Random noise, bool bright) => noise.Next(128) + (bright ? 100 : 0);
}
