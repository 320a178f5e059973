using System.Diagnostics;
using System.Text.Json;
using Derma.TestSupport;

namespace Derma.Page.Tests.Support;

/// <summary>html-validate, as set-up installs it, with the rules of <c>htmlvalidate.json</c>.</summary>
static class HtmlValidator
{
    /// <summary>What it finds in these files: file, line, rule and message of each.</summary>
    public static async Task<IReadOnlyList<string>> FindingsAsync(IEnumerable<string> files)
    {
        var program = Path.Combine(RepositoryPaths.Root, "node_modules", "html-validate", "bin", "html-validate.mjs");
        Tools.Require(File.Exists(program), "node_modules lacks html-validate: npm ci --ignore-scripts");
        var rules = Path.Combine(RepositoryPaths.Root, "tests", "Derma.Page.Tests", "htmlvalidate.json");
        using var node = Process.Start(new ProcessStartInfo("node", [program, "--config", rules, "--formatter", "json", .. files]) { RedirectStandardOutput = true })!;
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        using var results = JsonDocument.Parse(output);
        return [.. results.RootElement.EnumerateArray().SelectMany(file => file.GetProperty("messages").EnumerateArray().Select(message =>
            $"{Path.GetFileName(file.GetProperty("filePath").GetString())}({message.GetProperty("line")}): {message.GetProperty("ruleId")}: {message.GetProperty("message")}"))];
    }
}
