using Microsoft.Playwright;

namespace Derma.Page.Tests.Support;

/// <summary>axe-core, as set-up installs it.</summary>
static class Axe
{
    /// <summary>The serious and critical findings on a page as it stands.</summary>
    /// <param name="page">The page.</param>
    /// <param name="rules">Ids of the only rules to try; all without any.</param>
    /// <remarks>Without its preload it asks for no file; a page from disk may not.</remarks>
    public static async Task<string[]> FindingsAsync(IPage page, params string[] rules)
    {
        var script = Path.Combine(RepositoryPaths.Root, "node_modules", "axe-core", "axe.min.js");
        Tools.Require(File.Exists(script), "node_modules lacks axe-core: npm ci --ignore-scripts");
        await page.EvaluateAsync(await File.ReadAllTextAsync(script));
        return await page.EvaluateAsync<string[]>(
            """
            async rules => (await axe.run({ preload: false, ...rules.length > 0 && { runOnly: rules } })).violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
              .map(({ id, nodes }) => `${id}: ${nodes.map(node => `${node.html.slice(0, 300)} ${node.failureSummary}`).join('\n')}`)
            """,
            rules);
    }
}
