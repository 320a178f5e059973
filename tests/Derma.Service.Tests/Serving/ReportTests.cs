using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace Derma.Service.Tests;

public class ReportTests
{
    [Fact]
    public async Task A_report_comes_as_pdf_or_as_a_page_with_a_policy_of_its_own()
    {
        await using var service = await TestService.StartAsync();
        var answer = await service.PredictAsync();
        var (id, path) = (answer.GetProperty("id").GetString()!, answer.GetProperty("report").GetString()!);
        var pdf = await service.Client.GetAsync(path);
        Assert.Equal(("application/pdf", "attachment"), (pdf.Content.Headers.ContentType!.MediaType, pdf.Content.Headers.ContentDisposition!.DispositionType));
        Assert.StartsWith("%PDF", await pdf.Content.ReadAsStringAsync());
        var page = await service.Client.GetAsync(path + "?format=html");
        Assert.Equal($"<title>{id}</title>", await page.Content.ReadAsStringAsync());
        Assert.Equal("inline", page.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Contains("default-src 'none'", page.Headers.GetValues("Content-Security-Policy").Single());
        using var asked = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Accept = { MediaTypeWithQualityHeaderValue.Parse("text/html"), MediaTypeWithQualityHeaderValue.Parse("*/*;q=0.1") } } };
        Assert.Equal("text/html", (await service.Client.SendAsync(asked)).Content.Headers.ContentType!.MediaType);
        await TestService.ProblemAsync(await service.Client.GetAsync(path + "?format=doc"), 400, "bad-parameter");
    }

    // With so many reports to hold, none may wait as it came: all copies are made at once.
    [Theory]
    [InlineData(64)]
    [InlineData(32 << 20)]
    public async Task The_report_has_a_small_upright_photo_without_metadata(int maxReports)
    {
        await using var service = await TestService.StartAsync(options: new ServiceOptions { MaxReports = maxReports });
        var answer = await service.PredictAsync(PhotoBytes.Jpeg(1200, 600, orientation: 6));
        var photo = (await service.Client.GetByteArrayAsync(answer.GetProperty("report").GetString()))[4..];
        var (width, height, top) = PhotoBytes.See(photo, 0.5, 0.2);
        Assert.Equal((400, 800), (width, height));
        Assert.InRange(top[0] - top[2], 100, 255); // the red half, once on the left, is on top
        Assert.Equal(-1, photo.AsSpan().IndexOf("ACME"u8));
        Assert.Equal(-1, photo.AsSpan().IndexOf("Exif"u8));
    }

    // Two megabytes are more than any buffer on the way holds.
    [Fact]
    public async Task A_client_that_hangs_up_in_the_middle_of_a_report_harms_nobody()
    {
        var model = new FakeModel();
        var parts = TestService.Parts(model, new FakeDirectory()) with { WritePdf = report => [.. PdfReport.Of(report), .. new byte[2 << 20]] };
        await using var service = await TestService.StartAsync(parts);
        var path = (await service.PredictAsync()).GetProperty("report").GetString()!;
        for (var i = 0; i < 10; i++)
        {
            using var client = new TcpClient { LingerState = new LingerOption(enable: true, seconds: 0) };
            await client.ConnectAsync(service.Service.Address.Host, service.Service.Address.Port);
            await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n"));
            Assert.NotEqual(0, await client.GetStream().ReadAsync(new byte[100]));
        }
        Assert.Equal(HttpStatusCode.OK, (await service.Client.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task A_report_is_gone_after_its_lifetime()
    {
        var model = new FakeModel();
        await using var service = await TestService.StartAsync(model, new ServiceOptions { ReportLifetime = TimeSpan.FromMinutes(10) });
        var path = (await service.PredictAsync()).GetProperty("report").GetString()!;
        model.Time.Advance(TimeSpan.FromMinutes(9.9));
        Assert.Equal(HttpStatusCode.OK, (await service.Client.GetAsync(path)).StatusCode);
        model.Time.Advance(TimeSpan.FromMinutes(0.2));
        await TestService.ProblemAsync(await service.Client.GetAsync(path), 404, "no-report");
        model.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Contains("derma_reports_held 0", await service.MetricsAsync());
    }

    [Fact]
    public async Task The_oldest_report_makes_room()
    {
        await using var service = await TestService.StartAsync(options: new ServiceOptions { MaxReports = 2 });
        var paths = new List<string>();
        for (var i = 0; i < 3; i++) paths.Add((await service.PredictAsync()).GetProperty("report").GetString()!);
        var found = new List<HttpStatusCode>();
        foreach (var path in paths) found.Add((await service.Client.GetAsync(path)).StatusCode);
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.OK, HttpStatusCode.OK], found);
    }

    [Fact]
    public async Task Nobody_has_a_report_of_a_made_up_id()
    {
        await using var service = await TestService.StartAsync();
        await TestService.ProblemAsync(await service.Client.GetAsync("/api/predictions/0123456789abcdef0123456789abcdef/report"), 404, "no-report");
    }
}
