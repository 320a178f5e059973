using Microsoft.Playwright;

namespace Derma.Page.Tests.Support;

/// <summary>A page of a notebook site in the browser, and all that is wrong with it.</summary>
sealed class SiteVisit
{
    readonly IPage page;
    readonly string folder;
    readonly List<string> complaints = [];

    SiteVisit(IPage page, string folder)
    {
        (this.page, this.folder) = (page, new Uri(folder.TrimEnd('/') + "/").AbsoluteUri);
        page.PageError += (_, error) => complaints.Add(error);
        page.Console += (_, message) => complaints.AddRange(message.Type is "error" or "warning" ? [message.Text] : []);
        page.RequestFailed += (_, request) => complaints.Add($"did not get {request.Url}");
        page.Request += (_, request) => complaints.AddRange(IsOwn(request.Url) ? [] : [$"asked {request.Url}"]);
    }

    /// <summary>Opens a file of the folder, has everything drawn, and looks at it, light and dark.</summary>
    public static async Task<IReadOnlyList<string>> FindingsAsync(IBrowserContext context, string file)
    {
        var page = await context.NewPageAsync();
        var visit = new SiteVisit(page, Path.GetDirectoryName(file)!);
        await page.GotoAsync(new Uri(file).AbsoluteUri);
        string[] found = [.. await visit.UndrawnAsync(), .. await visit.CrampedAsync(), .. await visit.WiderThanTheScreenAsync(), .. await visit.AccessibilityAsync(), .. visit.complaints];
        await page.CloseAsync();
        return [.. found.Select(finding => $"{Path.GetFileName(file)}: {finding}")];
    }

    bool IsOwn(string address) => address.StartsWith(folder, StringComparison.Ordinal) || address.StartsWith("data:", StringComparison.Ordinal) || address.StartsWith("blob:", StringComparison.Ordinal);

    /// <summary>A second look follows a screenshot, which makes the browser draw: on a busy machine it may cease to, and then nothing comes into view.</summary>
    async Task<string[]> UndrawnAsync()
    {
        if (await DrawAsync() is []) return [];
        await page.ScreenshotAsync();
        return await DrawAsync();
    }

    /// <summary>Charts are drawn when they come near, so each is scrolled to; a formula in red is one that could not be read.</summary>
    Task<string[]> DrawAsync() => page.EvaluateAsync<string[]>(
        """
        async () => {
          const undrawn = [];
          let patience = 1200;
          for (const fold of document.querySelectorAll('details')) fold.open = true;
          // What the page itself says that it does not draw stands there as text.
          const missing = document.querySelector('.undrawn')?.textContent ?? '';
          const places = [['.plotly, .derma-chart', '.main-svg', ''], ['.mermaid', 'svg:not([aria-roledescription=error])', 'diagrams'], ['.math', 'math', 'formulas']]
            .filter(([, , kind]) => !kind || !missing.includes(kind));
          for (const [selector, picture] of places)
            for (const place of document.querySelectorAll(selector)) {
              place.scrollIntoView();
              while (!place.querySelector(picture) && patience-- > 0) await new Promise(go => setTimeout(go, 50));
              if (!place.querySelector(picture)) undrawn.push(`not drawn: ${place.outerHTML.slice(0, 200)}`);
            }
          for (const error of document.querySelectorAll('.temml-error')) undrawn.push(`not a formula: ${error.textContent}`);
          scrollTo(0, 0);
          return undrawn;
        }
        """);

    /// <summary>A chart's title runs neither out of the chart nor into its legend, once both have settled.</summary>
    Task<string[]> CrampedAsync() => page.EvaluateAsync<string[]>(
        """
        async () => {
          const isCramped = chart => {
            const [own, title, legend] = [chart, ...['.gtitle', '.legend'].map(part => chart.querySelector(part))].map(part => part?.getBoundingClientRect());
            const meet = legend && title?.right > legend.left && title.left < legend.right && title.bottom > legend.top + 1 && title.top < legend.bottom;
            return title?.right > own.right + 1 || meet;
          };
          let cramped = [];
          for (let wait = 0; wait < 100; wait++) {
            cramped = [...document.querySelectorAll('.js-plotly-plot:not(.small)')].filter(isCramped);
            if (cramped.length === 0) break;
            await new Promise(go => setTimeout(go, 50));
          }
          return cramped.map(chart => `title without room: ${chart.querySelector('.gtitle').textContent}`);
        }
        """);

    /// <summary>The page itself must not scroll sideways; what is wider scrolls inside itself.</summary>
    Task<string[]> WiderThanTheScreenAsync() => page.EvaluateAsync<string[]>(
        "screen => document.documentElement.scrollWidth > screen ? [`${document.documentElement.scrollWidth} pixels wide on a screen of ${screen}`] : []", page.ViewportSize!.Width);

    /// <summary>In the dark only the contrasts are others.</summary>
    async Task<IEnumerable<string>> AccessibilityAsync()
    {
        var light = await Axe.FindingsAsync(page);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        return light.Concat((await Axe.FindingsAsync(page, "color-contrast")).Select(finding => $"in the dark, {finding}"));
    }
}
