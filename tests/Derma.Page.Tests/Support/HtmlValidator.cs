using System.Diagnostics;

namespace Derma.Page.Tests.Support;

/// <summary>html-validate, as set-up installs it, with the rules of <c>htmlvalidate.json</c>.</summary>
static class HtmlValidator
{
    /// <summary>What it finds in these files: file, line, message and rule of each.</summary>
    public static async Task<IReadOnlyList<string>> FindingsAsync(IEnumerable<string> files)
    {
        var program = Path.Combine(RepositoryPaths.Root, "node_modules", "html-validate", "bin", "html-validate.mjs");
        Tools.Require(File.Exists(program), "node_modules lacks html-validate: npm ci --ignore-scripts");
        var rules = Path.Combine(RepositoryPaths.Root, "tests", "Derma.Page.Tests", "htmlvalidate.json");
        using var folder = new TemporaryFolder(); // not a pipe: the program ends before it has emptied one
        var results = folder.File("findings");
        using var node = Process.Start("node", [program, "--config", rules, "--formatter", $"text={results}", .. files]);
        await node.WaitForExitAsync();
        return await File.ReadAllLinesAsync(results);
    }
}
