using System.Text.Json;
using System.Text.RegularExpressions;
using Derma.Notebooks.Outputs;
using Derma.Notebooks.Running;
using Derma.TestSupport;

namespace Derma.Notebooks.Tests;

/// <summary>All notebooks of <c>tests/fixtures/conformance</c>, run once: small ones, a rule each, with what the stock tool answered beside them.</summary>
public sealed class ConformanceRun : IAsyncLifetime
{
    public IReadOnlyDictionary<string, NotebookRun> Runs { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var folder = RunText.NewFolder();
        foreach (var file in Directory.GetFiles(Fixtures.Conformance)) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        var runs = await NotebookRunner.RunAsync(new() { Files = [.. Names.Select(name => Path.Combine(folder, name + ".dib"))], Jobs = 2, KeepGoing = true });
        Runs = runs.ToDictionary(run => run.Name);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public static IEnumerable<string> Names => Directory.GetFiles(Fixtures.Conformance, "*.tool.json")
        .Select(file => Path.GetFileName(file)[..^".tool.json".Length]).Order(StringComparer.Ordinal);
}

public sealed partial class ConformanceTests(ConformanceRun conformance) : IClassFixture<ConformanceRun>
{
    /// <summary>Where this runner and the tool differ, and why; docs/engine.md has the same list for readers.</summary>
    static readonly Dictionary<string, string> differences = new()
    {
        ["d01-update-static"] = "a display is kept in its last state",
        ["d07-import-compile-error"] = "an error inside an import fails the importing cell",
        ["d20-about"] = "another program, another text",
        ["d23-warning"] = "warnings are shown",
        ["d26-js-cell"] = "scripts are kept for the page",
        ["d28-fsharp"] = "no package of the F# kernel is served",
        ["d29-pwsh"] = "no package of the PowerShell kernel is served",
        ["d37-cr"] = "of a line that redraws itself the last state is kept",
        ["d44-task"] = "warnings are shown",
        ["d58-subscribe"] = "the kernels that are there are others",
        ["d64-stackoverflow"] = "what the runtime prints as it dies is kept",
    };

    public static TheoryData<string> Notebooks => [.. ConformanceRun.Names];

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void A_notebook_shows_what_the_stock_tool_shows(string name)
    {
        var cells = JsonDocument.Parse(File.ReadAllText(Path.Combine(Fixtures.Conformance, name + ".tool.json"))).RootElement.EnumerateArray().ToList();
        var own = conformance.Runs[name].Cells.Take(cells.Count).Select(Own).ToList();
        var theirs = cells.Select(Theirs).ToList();
        if (differences.ContainsKey(name)) Assert.NotEqual(theirs, own);
        else Assert.Equal(theirs, own);
    }

    [Fact]
    public void The_differences_are_few_and_documented()
    {
        Assert.True(differences.Count <= 15, $"{differences.Count} differences");
        var page = File.ReadAllText(Path.Combine(RepositoryPaths.Root, "docs", "engine.md"));
        Assert.All(differences, difference => Assert.Contains(difference.Value, page));
    }

    /// <summary>What a cell shows, in one text: whether it failed, then its values, then its streams. Text and values may overtake each other in the tool.</summary>
    static string Of(bool failed, IEnumerable<(string MimeType, string Text)> shown, string output, string error) =>
        string.Join('\n', [failed ? "failed" : "passed", .. shown.Select(value => $"{value.MimeType}: {value.Text}"), "out: " + output, "error: " + error]);

    static string Own(CellRun cell)
    {
        var shown = cell.Outputs.OfType<ShownOutput>().SelectMany(output => output.Data.Select(data => (data.Key, Plain(data.Value))));
        string Stream(string name) => string.Concat(cell.Outputs.OfType<StreamOutput>().Where(stream => stream.Name == name).Select(stream => stream.Text));
        return Of(cell.Error is not null, shown, Stream("stdout"), Stream("stderr"));
    }

    static string Theirs(JsonElement cell)
    {
        var outputs = cell.GetProperty("outputs").EnumerateArray().ToList();
        var shown = outputs.Where(output => output.TryGetProperty("data", out _)).SelectMany(output => output.GetProperty("data").EnumerateObject())
            .Select(data => (data.Name, Plain(data.Value.GetString()!)));
        string Stream(string name) => string.Concat(outputs.Where(output => Type(output) == name).Select(output => output.GetProperty("text").GetString()));
        var failed = cell.GetProperty("failed").GetBoolean() || outputs.Any(output => Type(output) == "ProcessEnded");
        return Of(failed, shown, Stream("stdout"), Stream("stderr"));
    }

    static string Type(JsonElement output) => output.GetProperty("type").GetString()!;

    /// <summary>Without the style that stands at the end of every value, and no longer than the record keeps.</summary>
    static string Plain(string text)
    {
        var plain = Style().Replace(text.ReplaceLineEndings("\n"), "").Trim();
        return plain[..Math.Min(plain.Length, 1000)];
    }

    [GeneratedRegex("<style>.*", RegexOptions.Singleline)]
    private static partial Regex Style();
}
