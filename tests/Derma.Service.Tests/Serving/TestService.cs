using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Derma.Service.Tests;

/// <summary>The service on a free port, with a fake model behind it and a client before it.</summary>
sealed class TestService : IAsyncDisposable
{
    TestService(PredictionService service) => (Service, Client) = (service, new HttpClient { BaseAddress = service.Address });

    public PredictionService Service { get; }

    public HttpClient Client { get; }

    public static async Task<TestService> StartAsync(FakeModel? model = null, ServiceOptions? options = null, IDermatologistDirectory? directory = null)
    {
        return await StartAsync(Parts(model ?? new FakeModel(), directory ?? new FakeDirectory()), options);
    }

    public static async Task<TestService> StartAsync(ServiceParts parts, ServiceOptions? options = null) =>
        new(await PredictionService.StartAsync(parts, (options ?? new ServiceOptions()) with { Port = 0 }));

    public static ServiceParts Parts(FakeModel model, IDermatologistDirectory directory) => new(model.Served, directory)
    {
        Places = text => [new Place(text + ", Somewhere", new GeoPoint(1, 2))],
        Conditions = label => new ConditionText { Title = label, Labels = [label], Description = "About " + label, Treatments = ["t"], NextSteps = ["n"], Prevention = ["p"], DailyLife = ["d"], Sources = ["s"] },
        WritePdf = report => [.. "%PDF"u8, .. report.Photo.Span],
        WriteHtml = report => $"<title>{report.Id}</title>",
        Time = model.Time,
    };

    public static MultipartFormDataContent Form(byte[] photo, string fileName = "photo.jpg") => new() { { new ByteArrayContent(photo), "photo", fileName } };

    public Task<HttpResponseMessage> PostAsync(HttpContent form, CancellationToken cancellation = default) => Client.PostAsync("/api/predictions", form, cancellation);

    /// <summary>A good photo's answer.</summary>
    public async Task<JsonElement> PredictAsync(byte[]? photo = null) => await JsonAsync(await PostAsync(Form(photo ?? PhotoBytes.Jpeg(64, 32))));

    /// <summary>The text of <c>/metrics</c>; the exporter writes braces where there are no labels, which means the same as none.</summary>
    public async Task<string> MetricsAsync() => (await Client.GetStringAsync("/metrics")).Replace("{}", "");

    /// <summary>Sends text as it is and reads all that comes back before the connection ends.</summary>
    public async Task<string> ExchangeAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(Service.Address.Host, Service.Address.Port);
        await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(request));
        return await new StreamReader(client.GetStream(), Encoding.Latin1).ReadToEndAsync();
    }

    public static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;

    /// <summary>Holds an answer to be problem details with a status and a code, and returns the sentence.</summary>
    public static async Task<string> ProblemAsync(HttpResponseMessage answer, int status, string code)
    {
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(MediaTypeHeaderValue.Parse("application/problem+json"), answer.Content.Headers.ContentType);
        var problem = await JsonAsync(answer);
        Assert.Equal((status, code), (problem.GetProperty("status").GetInt32(), problem.GetProperty("code").GetString()));
        Assert.All(["type", "title", "detail"], field => Assert.NotEmpty(problem.GetProperty(field).GetString()!));
        return problem.GetProperty("detail").GetString()!;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Service.DisposeAsync();
    }
}
