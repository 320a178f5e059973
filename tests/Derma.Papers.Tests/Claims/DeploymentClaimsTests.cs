using System.Text.Json;

namespace Derma.Papers.Tests;

public class DeploymentClaimsTests
{
    static ClaimBook Book(string notebook) => new(Ledger.SmartDerma, notebook, Runs.Drawings);

    static readonly Conditions Anywhere = new("a network", "a photo", "one process", HardwareInfo.Here(1));

    [Fact]
    public void A_time_below_the_papers_bound_on_another_machine_reproduces_nothing()
    {
        var study = new LatencyStudy(Anywhere, Loads.Of((1, 200)), Loads.Of((50, 200), (200, 200))) { Address = new("http://127.0.0.1:8080/") };
        var book = Book("41-latency-local");
        Assert.All(DeploymentClaims.CheckLocal(book, study), check =>
            Assert.Equal(check.Claim.Kind == ClaimKind.Option ? Verdict.SetAsPrinted : Verdict.DiffersByDesign, check.Verdict));
        Assert.Contains("a photo", book.Checks.Single(check => check.Claim.Id == "smart.table-2.local").Note);
        var away = DeploymentClaims.CheckLocal(Book("41-latency-local"), study with { Address = new("https://derma.example/") });
        Assert.Equal((Verdict.DiffersByDesign, "derma.example"), (away[^1].Verdict, away[^1].Measured!.Text));
    }

    [Fact]
    public void Without_a_remote_service_the_clouds_bound_is_left_open_with_the_emulated_figure_beside_it()
    {
        var book = Book("42-latency-cloud");
        DeploymentClaims.LeaveCloud(book, "Emulated: mean 0.2 s.");
        Assert.All(book.Checks, check => Assert.Equal((Verdict.NeedsOriginalData, (ClaimValue?)null), (check.Verdict, check.Measured)));
        Assert.All(book.Checks, check => Assert.Contains("Emulated: mean 0.2 s.", check.Note));
    }

    [Fact]
    public void A_remote_service_has_its_figure_beside_the_printed_one_and_is_no_reproduction_of_it()
    {
        var times = new LatencySummary(Loads.Of((100, 200), (200, 200), (900, 200)));
        var checks = DeploymentClaims.CheckCloud(Book("42-latency-cloud"), times, "n = 60.", "Emulated: mean 0.2 s.");
        Assert.Equal([0.9, 0.4], checks.Select(check => Math.Round(check.Measured!.Number!.Value, 9)));
        Assert.All(checks, check => Assert.Equal(Verdict.DiffersByDesign, check.Verdict));
    }

    [Fact]
    public void A_claim_that_nothing_could_measure_survives_the_file()
    {
        using var folder = new TestSupport.TemporaryFolder();
        var book = Book("42-latency-cloud");
        DeploymentClaims.LeaveCloud(book, "Emulated: mean 0.2 s.");
        book.Save(folder.File("claims.json"));
        Assert.Equal(book.Checks.AsEnumerable(), ClaimFile.Read(folder.File("claims.json"), Ledger.SmartDerma));
    }

    [Fact]
    public void Two_places_for_one_measurement_cannot_both_be()
    {
        var book = Book("41-latency-local");
        var checks = book.CheckArithmetic().ToDictionary(check => check.Claim.Id);
        Assert.Equal(Verdict.ImpossibleAsPrinted, checks["smart.section-5-3.local-place"].Verdict);
        Assert.Equal(Verdict.Consistent, checks["smart.section-4-3.local-latency"].Verdict);
    }

    [Fact]
    public void The_text_repeats_the_clouds_bound_three_times() => Assert.Equal(
        [Verdict.Consistent, Verdict.Consistent, Verdict.Consistent], Book("42-latency-cloud").CheckArithmetic().Select(check => check.Verdict));

    /// <summary>Rows of notebook 43 as a running service answers them: an ensemble of three, or one network alone.</summary>
    [Theory]
    [InlineData(3, Verdict.Counted)]
    [InlineData(1, Verdict.CountedOtherwise)]
    public async Task The_walkthrough_judges_what_a_running_service_answers(int networks, Verdict threeVote)
    {
        using var folder = new TemporaryFolder();
        var lab = Lab.OpenSmartDerma("43-deployment-walkthrough", new LabOptions
        {
            Root = folder.Path, RunFolder = folder.File("run"), Scale = Scales.Smoke, Threads = 1,
        });
        await using var service = await LiveService.StartAsync(Ensemble(folder.File("vote.onnx"), networks), threads: 1);
        var photo = PhotoBytes.Jpeg(64, 48);
        var (first, second) = (await service.Client.PredictAsync(photo), await service.Client.PredictAsync(photo));
        var (html, pdf) = (await service.Client.GetAsync(first.Read<PredictionBody>().Report + "?format=html"), await service.Client.GetAsync(first.Read<PredictionBody>().Report + "?format=pdf"));
        var report = ReportCheck.Of(first.Read<PredictionBody>(), html.Text, pdf);
        lab.JudgeDeployment(first, second, await service.Client.GetAsync(""), report, await FinderCheck.RunAsync(service.Client, every: 100));
        var checks = lab.Claims.Checks.ToDictionary(check => check.Claim.Id);
        Assert.Equal(Ledger.SmartDerma.Claims.Where(claim => claim.Notebook == lab.Claims.Notebook).Select(claim => claim.Id), checks.Keys);
        Assert.Equal(networks, checks["smart.service.networks"].Measured!.Number);
        Assert.Equal(threeVote, checks["smart.service.networks"].Verdict);
        Assert.DoesNotContain(checks.Values, check => check.Verdict == Verdict.CountedOtherwise && check.Claim.Id != "smart.service.networks");
        Assert.Equal(("no", 1.0), (checks["smart.service.augmented"].Measured!.Text, checks["smart.section-5-4.finder"].Measured!.Number));
    }

    static string Ensemble(string path, int networks)
    {
        const int classes = 5, size = 40;
        EnsembleMember[] members = [.. Enumerable.Range(0, networks).Select(i => new EnsembleMember(
            $"network {i}", Exports.Filled(new PaperCnn(new() { Classes = classes, ImageSize = size, Filters = [8, 16], Dense = [], Head = HeadActivation.Softmax }, i)), 1.0 / networks))];
        var info = Exports.Info(classes, size, [.. members.Select(member => (member.Name, member.Weight))]) with { Classes = ["Acne", "Eczema", "Melanoma", "Moles", "Psoriasis"] };
        OnnxExport.SaveEnsemble(members, info, path);
        foreach (var member in members) member.Model.Dispose();
        return path;
    }

    [Theory]
    [InlineData(0.75, 0.75, "yes", "no")]
    [InlineData(0.25, 0.25, "no", "no")]
    [InlineData(0.75, 0.6, "yes", "yes")]
    public void The_answers_themselves_say_whether_the_likeliest_class_was_given_and_whether_a_photo_is_altered(
        double first, double second, string highest, string augmented)
    {
        var nothing = new ReportCheck(false, false, false, false, false, false, [], false);
        var checks = DeploymentClaims.CheckAnswer(
            Book("43-deployment-walkthrough"), Answer(first), Answer(second), Page, nothing, new FinderCheck(0, 0, 0, 0, "", false))
            .ToDictionary(check => check.Claim.Id, check => check.Measured!);
        Assert.Equal((highest, augmented), (checks["smart.service.highest"].Text, checks["smart.service.augmented"].Text));
        Assert.Equal((3, 1), (checks["smart.service.networks"].Number, checks["smart.service.features"].Number));
    }

    static readonly ServiceReply Page = Reply("<meta name=viewport content='width=device-width'>");

    // Three networks, two classes; the answer names the first.
    static ServiceReply Answer(double probability) => Reply(JsonSerializer.Serialize(new
    {
        label = "Moles", members = new Dictionary<string, string> { ["a"] = "Moles", ["b"] = "Moles", ["c"] = "Acne" },
        classes = new[] { new { label = "Moles", title = "Moles", probability }, new { label = "Acne", title = "Acne", probability = 1 - probability } },
    }));

    static ServiceReply Reply(string body) => new(200, "", "", ServerTiming.None, System.Text.Encoding.UTF8.GetBytes(body));
}
