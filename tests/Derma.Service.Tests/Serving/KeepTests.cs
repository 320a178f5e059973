using System.Text.Json;

namespace Derma.Service.Tests;

public class KeepTests
{
    [Fact]
    public async Task Nothing_is_written_unless_asked()
    {
        var before = Files(AppContext.BaseDirectory);
        await using (var service = await TestService.StartAsync()) await service.PredictAsync();
        Assert.Equal(before, Files(AppContext.BaseDirectory));
    }

    [Fact]
    public async Task The_keep_folder_gets_the_photo_without_metadata_and_the_answer()
    {
        using var folder = new TemporaryFolder();
        string id;
        await using (var service = await TestService.StartAsync(options: new ServiceOptions { KeepFolder = folder.Path }))
            id = (await service.PredictAsync()).GetProperty("id").GetString()!;
        Assert.Equal([$"20260504-030201-{id}.jpg", $"20260504-030201-{id}.json"], Files(folder.Path).Select(Path.GetFileName));
        Assert.Equal(-1, File.ReadAllBytes(folder.File($"20260504-030201-{id}.jpg")).AsSpan().IndexOf("ACME"u8));
        using var answer = JsonDocument.Parse(File.ReadAllText(folder.File($"20260504-030201-{id}.json")));
        Assert.Equal((id, "melanoma"), (answer.RootElement.GetProperty("id").GetString(), answer.RootElement.GetProperty("label").GetString()));
    }

    [Fact]
    public async Task An_answer_that_cannot_be_kept_is_an_answer_all_the_same()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("taken"), "");
        var log = new LogLines();
        await using (var service = await TestService.StartAsync(options: new ServiceOptions { KeepFolder = folder.File("taken"), Log = log }))
            Assert.Equal("melanoma", (await service.PredictAsync()).GetProperty("label").GetString());
        Assert.Contains(log.Lines, line => line.Contains("could not be kept"));
    }

    static string[] Files(string folder) => [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
}
