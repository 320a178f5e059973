using System.Net.Http.Json;

namespace Derma.Service.Tests;

/// <summary>What a client program reads with the records that the service writes.</summary>
public class ContractTests
{
    [Fact]
    public async Task An_answer_reads_back_whole()
    {
        await using var service = await TestService.StartAsync(new FakeModel { RunTakes = TimeSpan.FromMilliseconds(90) });
        var answer = await (await service.PostAsync(TestService.Form(PhotoBytes.Jpeg(64, 32)))).Content.ReadFromJsonAsync<PredictionBody>();
        Assert.Equal(("melanoma", "Melanoma", 0.75, true), (answer!.Label, answer.Title, answer.Confidence, answer.Sure));
        Assert.Equal([new("melanoma", "Melanoma", 0.75), new("eczema", "Eczema", 0.25)], answer.Classes);
        Assert.Equal("Eczema", answer.Members["two"]);
        Assert.Equal(("cascade", "one"), (answer.Policy, answer.AnsweredBy));
        Assert.Equal(new PhotoWarning("blurred", "The photo is blurred."), Assert.Single(answer.Warnings));
        Assert.Equal((2, 1, true), (answer.HeatMap!.Width, answer.HeatMap.Height, answer.HeatMap.Exact));
        Assert.Equal([0f, 1f], answer.HeatMap.Values);
        Assert.Equal("About melanoma", answer.Condition!.Description);
        Assert.Equal(new TimingsBody(0, 0, 90, 90), answer.Timings);
        Assert.Equal((0.6, "1.2.3"), (answer.Model.Networks["two"], answer.Model.Version));
        Assert.Equal($"/api/predictions/{answer.Id}/report", answer.Report);
    }

    [Fact]
    public async Task So_do_health_practices_places_and_problems()
    {
        await using var service = await TestService.StartAsync();
        Assert.Equal(new HealthBody("ok", "fake", true, false, 0), await service.Client.GetFromJsonAsync<HealthBody>("/healthz"));
        var practices = await service.Client.GetFromJsonAsync<DermatologistsBody>("/api/dermatologists?lat=1&lon=1");
        Assert.Equal(new DermatologistBody("1", "Practice", "Street 1", 48, 11, 1.5, "unknown", null, "123", null), Assert.Single(practices!.Items));
        Assert.Equal(("more", "Invented", true), (practices.Next, practices.Source, practices.SampleData));
        Assert.Equal([new PlaceBody("Ulm, Somewhere", 1, 2)], (await service.Client.GetFromJsonAsync<PlacesBody>("/api/places?q=Ulm"))!.Items);
        var problem = await (await service.Client.GetAsync("/nowhere")).Content.ReadFromJsonAsync<ProblemBody>();
        Assert.Equal(new ProblemBody("about:blank", "Not Found", 404, "There is nothing at this address.", "not-found"), problem);
    }
}
