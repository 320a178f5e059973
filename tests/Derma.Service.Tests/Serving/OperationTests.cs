using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Derma.Service.Tests;

public class OperationTests
{
    [Fact]
    public async Task Health_names_the_model_and_the_queue()
    {
        await using var service = await TestService.StartAsync();
        Assert.Equal("""{"status":"ok","model":"fake","synthetic":true,"keepsPhotos":false,"queueDepth":0}""", await service.Client.GetStringAsync("/healthz"));
    }

    [Fact]
    public async Task The_models_card_is_a_page_for_people_and_json_for_programs()
    {
        var card = new Card("run", "Some network", "Not for diagnosis.", "CC0", [new("Limits", ["It knows <two> classes."])]) { Figures = [new("m", "test", "accuracy", 0.5, 0.4, 0.6, 10)] };
        await using var service = await TestService.StartAsync(new FakeModel { About = FakeModel.Info with { Card = card } });
        var page = await service.Client.GetAsync("/model");
        Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
        Assert.Contains("<h1>A fake</h1>", await page.Content.ReadAsStringAsync());
        Assert.Contains("It knows &lt;two&gt; classes.", await page.Content.ReadAsStringAsync());
        var read = await service.Client.GetFromJsonAsync<Card>("/model?format=json");
        Assert.Equal((0.5, "Limits"), (Assert.Single(read!.Figures).Value, Assert.Single(read.Sections).Title));
        await TestService.ProblemAsync(await service.Client.GetAsync("/model?format=pdf"), 400, "bad-parameter");
    }

    [Fact]
    public async Task A_model_without_a_card_says_what_it_knows_of_itself()
    {
        await using var service = await TestService.StartAsync();
        var page = await service.Client.GetStringAsync("/model");
        Assert.Contains("Trained on: nothing.", page);
        Assert.Contains("<td>melanoma</td>", page);
        Assert.Contains("not for diagnosis", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Metrics_count_requests_batches_and_times()
    {
        var model = new FakeModel { RunTakes = TimeSpan.FromMilliseconds(60) };
        await using var service = await TestService.StartAsync(model);
        await service.PredictAsync();
        await service.PostAsync(TestService.Form([]));
        await service.Client.GetAsync("/nowhere");
        var metrics = (await service.MetricsAsync()).Split('\n');
        Assert.Contains("derma_requests_total{route=\"/api/predictions\",status=\"200\"} 1", metrics);
        Assert.Contains("derma_requests_total{route=\"/api/predictions\",status=\"422\"} 1", metrics);
        Assert.Contains("derma_requests_total{route=\"(none)\",status=\"404\"} 1", metrics);
        Assert.Contains("derma_batch_size_bucket{le=\"1\"} 1", metrics);
        Assert.Contains("derma_model_seconds_bucket{le=\"0.05\"} 0", metrics);
        Assert.Contains("derma_model_seconds_bucket{le=\"0.075\"} 1", metrics);
        Assert.Contains("derma_queue_depth 0", metrics);
        Assert.All(["decode", "queue", "total"], part => Assert.Contains($"derma_{part}_seconds_count 1", metrics));
        Assert.Contains(metrics, line => line.StartsWith("process_resident_memory_bytes ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("GET", "/nowhere", 404, "not-found")]
    [InlineData("GET", "/assets/..%2f..%2fDerma.Service.csproj", 404, "not-found")]
    [InlineData("DELETE", "/api/predictions", 405, "method-not-allowed")]
    public async Task An_address_that_is_none_is_answered_with_problem_details_to_browsers_too(string method, string path, int status, string code)
    {
        await using var service = await TestService.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Headers = { Accept = { new MediaTypeWithQualityHeaderValue("text/html") } } };
        await TestService.ProblemAsync(await service.Client.SendAsync(request), status, code);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/healthz")]
    [InlineData("/nowhere")]
    public async Task Every_answer_keeps_scripts_and_sensors_to_this_page(string path)
    {
        await using var service = await TestService.StartAsync();
        var headers = (await service.Client.GetAsync(path)).Headers;
        var policy = headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'self'; img-src 'self' blob: data:;", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.Equal("camera=(self), geolocation=(self), microphone=()", headers.GetValues("Permissions-Policy").Single());
        Assert.Equal("nosniff", headers.GetValues("X-Content-Type-Options").Single());
        Assert.False(headers.Contains("Server"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/assets/page.css")]
    [InlineData("/healthz")]
    [InlineData("/model")]
    [InlineData("/metrics")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/api/places?q=Ulm")]
    [InlineData("/api/dermatologists?lat=1&lon=1")]
    [InlineData("/api/predictions/0123456789abcdef0123456789abcdef/report")]
    [InlineData("/nowhere")]
    public async Task Head_is_answered_as_get_without_a_body(string path)
    {
        await using var service = await TestService.StartAsync();
        var get = await service.Client.GetAsync(path);
        var head = await service.ExchangeAsync($"HEAD {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        Assert.StartsWith($"HTTP/1.1 {(int)get.StatusCode} ", head);
        Assert.Contains($"\r\nContent-Type: {get.Content.Headers.ContentType!.MediaType}", head);
        Assert.EndsWith("\r\n\r\n", head);
        Assert.Equal(head.Length - 4, head.IndexOf("\r\n\r\n", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Head_of_what_is_only_posted_is_refused_and_logged_as_it_came()
    {
        var log = new LogLines();
        await using var service = await TestService.StartAsync(options: new ServiceOptions { Log = log });
        using var request = new HttpRequestMessage(HttpMethod.Head, "/api/predictions");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await service.Client.SendAsync(request)).StatusCode);
        Assert.StartsWith("HEAD ", Assert.Single(log.Lines));
    }

    [Fact]
    public async Task Two_services_count_for_themselves()
    {
        await using var one = await TestService.StartAsync();
        await using var other = await TestService.StartAsync();
        await one.PredictAsync();
        Assert.Contains("derma_batch_size_count 1", await one.MetricsAsync());
        Assert.DoesNotContain("derma_batch_size_count 1", await other.MetricsAsync());
    }

    [Fact]
    public async Task The_page_is_sent_once_and_then_confirmed()
    {
        await using var service = await TestService.StartAsync();
        var page = await service.Client.GetAsync("/");
        Assert.Equal((HttpStatusCode.OK, "text/html"), (page.StatusCode, page.Content.Headers.ContentType!.MediaType));
        using var again = new HttpRequestMessage(HttpMethod.Get, "/assets/index.html") { Headers = { IfNoneMatch = { page.Headers.ETag! } } };
        Assert.Equal(HttpStatusCode.NotModified, (await service.Client.SendAsync(again)).StatusCode);
    }

    [Fact]
    public async Task The_log_has_a_line_a_request_without_what_was_asked()
    {
        var log = new LogLines();
        await using var service = await TestService.StartAsync(options: new ServiceOptions { Log = log });
        await service.Client.GetAsync("/api/dermatologists?lat=48.137&lon=11.575");
        await service.PostAsync(TestService.Form(PhotoBytes.Jpeg(64, 32), "anna.jpg"));
        await service.Client.GetAsync("/anna");
        await service.DisposeAsync();
        Assert.Equal(["GET /api/dermatologists 200", "POST /api/predictions 200", "GET (none) 404"], log.Lines.Select(line => string.Join(' ', line.Split(' ').Take(3))));
        Assert.DoesNotContain(log.Lines, line => line.Contains("48.137") || line.Contains("anna"));
    }

    [Fact]
    public async Task The_openapi_document_tells_of_every_address_its_form_and_its_problems()
    {
        await using var service = await TestService.StartAsync();
        var document = await TestService.JsonAsync(await service.Client.GetAsync("/openapi/v1.json"));
        var paths = document.GetProperty("paths");
        Assert.Equal(
            ["/api/dermatologists", "/api/places", "/api/predictions", "/api/predictions/{id}/report", "/healthz", "/metrics", "/model"],
            paths.EnumerateObject().Select(path => path.Name).Order(StringComparer.Ordinal));
        var post = paths.GetProperty("/api/predictions").GetProperty("post");
        Assert.NotEmpty(post.GetProperty("summary").GetString()!);
        Assert.Equal(["200", "400", "408", "413", "415", "422", "429", "500", "503"], post.GetProperty("responses").EnumerateObject().Select(each => each.Name).Order(StringComparer.Ordinal));
        Assert.True(post.GetProperty("responses").GetProperty("429").GetProperty("content").TryGetProperty("application/problem+json", out _));
        var photo = post.GetProperty("requestBody").GetProperty("content").GetProperty("multipart/form-data").GetProperty("schema").GetProperty("properties").GetProperty("photo");
        Assert.Equal("binary", photo.GetProperty("format").GetString());
    }
}
