using System.Net;

namespace Derma.Service.Tests;

public class PredictionTests
{
    [Fact]
    public async Task A_photo_is_answered_as_the_contract_says()
    {
        var model = new FakeModel { DecodeTakes = TimeSpan.FromMilliseconds(2), RunTakes = TimeSpan.FromMilliseconds(90) };
        await using var service = await TestService.StartAsync(model);
        var answer = await service.PostAsync(TestService.Form(PhotoBytes.Jpeg(64, 32)));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("decode;dur=2, queue;dur=0, model;dur=90, total;dur=92", Assert.Single(answer.Headers.GetValues("Server-Timing")));
        var json = await TestService.JsonAsync(answer);
        Assert.Equal(
            ["id", "time", "model", "label", "title", "confidence", "sure", "classes", "policy", "answeredBy", "members", "warnings", "heatMap", "condition", "timings", "report", "notice"],
            json.EnumerateObject().Select(field => field.Name));
        var id = json.GetProperty("id").GetString()!;
        Assert.Matches("^[0-9a-f]{32}$", id);
        Assert.Equal($"/api/predictions/{id}/report", json.GetProperty("report").GetString());
        Assert.Equal(("melanoma", "Melanoma", 0.75, true),
            (json.GetProperty("label").GetString(), json.GetProperty("title").GetString(), json.GetProperty("confidence").GetDouble(), json.GetProperty("sure").GetBoolean()));
        Assert.Equal("""[{"label":"melanoma","title":"Melanoma","probability":0.75},{"label":"eczema","title":"Eczema","probability":0.25}]""", json.GetProperty("classes").GetRawText());
        Assert.Equal("""{"one":"Melanoma","two":"Eczema"}""", json.GetProperty("members").GetRawText());
        Assert.Equal("""[{"code":"blurred","text":"The photo is blurred."}]""", json.GetProperty("warnings").GetRawText());
        Assert.Equal("""{"width":2,"height":1,"values":[0,1],"exact":true}""", json.GetProperty("heatMap").GetRawText());
        Assert.Equal("""{"decodeMs":2,"queueMs":0,"modelMs":90,"totalMs":92}""", json.GetProperty("timings").GetRawText());
        Assert.Equal(
            """{"id":"fake","title":"A fake","imageSize":2,"networks":{"one":0.4,"two":0.6},"trainedOn":"nothing","synthetic":true,"run":"a run","version":"1.2.3"}""",
            json.GetProperty("model").GetRawText());
        Assert.Equal(
            """{"title":"melanoma","description":"About melanoma","treatments":["t"],"nextSteps":["n"],"prevention":["p"],"dailyLife":["d"],"sources":["s"]}""",
            json.GetProperty("condition").GetRawText());
        Assert.Contains("Not for diagnosis", json.GetProperty("notice").GetString());
        Assert.Contains("drawings", json.GetProperty("notice").GetString());
    }

    [Fact]
    public async Task One_more_than_may_be_under_way_is_told_when_to_come_back()
    {
        var model = new FakeModel { RunTakes = TimeSpan.FromSeconds(2) };
        await using var service = await TestService.StartAsync(model, new ServiceOptions { QueueLength = 2 });
        await service.PredictAsync();
        await model.EnteredAsync();
        model.Hold();
        var first = service.PredictAsync();
        await model.EnteredAsync();
        var second = service.PredictAsync();
        while ((await TestService.JsonAsync(await service.Client.GetAsync("/healthz"))).GetProperty("queueDepth").GetInt32() < 2) await Task.Yield();
        var refused = await service.PostAsync(TestService.Form(PhotoBytes.Jpeg(64, 32)));
        await TestService.ProblemAsync(refused, 429, "busy");
        // Two seconds a photo: the one in the model, and the one that waits.
        Assert.Equal(TimeSpan.FromSeconds(4), refused.Headers.RetryAfter!.Delta);
        model.Let();
        await Task.WhenAll(first, second);
    }

    [Fact]
    public async Task A_model_that_fails_costs_its_own_requests_only_and_tells_nothing_of_itself()
    {
        var log = new LogLines();
        var model = new FakeModel { Fails = new ArithmeticException("secret") };
        await using var service = await TestService.StartAsync(model, new ServiceOptions { Log = log });
        var failed = await service.PostAsync(TestService.Form(PhotoBytes.Jpeg(64, 32)));
        Assert.DoesNotContain("secret", await TestService.ProblemAsync(failed, 500, "internal-error"));
        Assert.Contains(log.Lines, line => line.Contains("ArithmeticException"));
        Assert.DoesNotContain(log.Lines, line => line.Contains("secret"));
        model.Fails = null;
        Assert.Equal("melanoma", (await service.PredictAsync()).GetProperty("label").GetString());
    }

    [Fact]
    public async Task A_client_that_leaves_costs_the_model_nothing()
    {
        var model = new FakeModel();
        await using var service = await TestService.StartAsync(model);
        model.Hold();
        var first = service.PredictAsync();
        await model.EnteredAsync();
        using var leave = new CancellationTokenSource();
        var left = service.PostAsync(TestService.Form(PhotoBytes.Jpeg(64, 32)), leave.Token);
        while ((await TestService.JsonAsync(await service.Client.GetAsync("/healthz"))).GetProperty("queueDepth").GetInt32() < 2) await Task.Yield();
        leave.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        while (!(await service.Client.GetStringAsync("/metrics")).Contains("status=\"499\"} 1")) await Task.Yield();
        model.Let();
        await first;
        await service.DisposeAsync();
        Assert.Single(model.Batches);
    }

    [Fact]
    public async Task Two_ids_have_nothing_in_common()
    {
        await using var service = await TestService.StartAsync();
        Assert.NotEqual((await service.PredictAsync()).GetProperty("id").GetString(), (await service.PredictAsync()).GetProperty("id").GetString());
    }
}
