using Derma.Page.Tests.Support;
using Microsoft.Playwright;

namespace Derma.Page.Tests;

public class LayoutTests(Browser browser) : PageTest(browser)
{
    const int SmallestTarget = 44;

    [SkippableTheory]
    [InlineData(320, 640)]
    [InlineData(390, 844)]
    [InlineData(640, 400)]
    [InlineData(960, 600)]
    [InlineData(1280, 800)]
    public async Task Nothing_scrolls_sideways(int width, int height)
    {
        await OpenAsync(change: options => options.ViewportSize = new() { Width = width, Height = height });
        await AskAsync();
        await PlaceTests.TypeAsync(Page, "Berlin");
        await Page.Locator("#practices li").First.WaitForAsync();
        Assert.Equal(width, await Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [SkippableTheory]
    [InlineData(Screen.Phone)]
    [InlineData(Screen.Desktop)]
    public async Task Whatever_is_pressed_is_at_least_44_pixels_high(Screen screen)
    {
        await OpenAsync(screen);
        await CheckTargetsAsync();
        await AskAsync();
        await PlaceTests.TypeAsync(Page, "Berlin");
        await Page.Locator("#practices li").First.WaitForAsync();
        await CheckTargetsAsync();
    }

    [SkippableTheory]
    [InlineData(Screen.Phone)]
    [InlineData(Screen.Desktop)]
    public async Task The_disclaimer_stays_in_sight_when_the_page_scrolls(Screen screen)
    {
        await OpenAsync(screen);
        await AskAsync();
        await Page.EvaluateAsync("scrollTo(0, document.documentElement.scrollHeight)");
        await Assertions.Expect(Page.GetByText("Not for diagnosis.").First).ToBeInViewportAsync(new() { Ratio = 1 });
    }

    [SkippableFact]
    public async Task A_heading_that_gets_the_focus_is_not_hidden_by_the_disclaimer()
    {
        await OpenAsync(Screen.Phone);
        await AskAsync();
        var (title, notice) = (await Page.Locator("#answer-title").BoundingBoxAsync(), await Page.Locator(".notice").BoundingBoxAsync());
        Assert.InRange(title!.Y, notice!.Y + notice.Height, 844);
    }

    [SkippableFact]
    public async Task The_keyboard_s_focus_is_seen_on_every_stop()
    {
        await OpenAsync();
        await AskAsync();
        await Page.EvaluateAsync("document.activeElement.blur(); scrollTo(0, 0)");
        for (var stop = 0; stop < 25; stop++)
        {
            await Page.Keyboard.PressAsync("Tab");
            var outlined = await Page.EvaluateAsync<string>(
                """
                () => {
                  const at = document.activeElement;
                  const shown = at.type === 'file' ? at.nextElementSibling : at;
                  return at === document.body || parseFloat(getComputedStyle(shown).outlineWidth) >= 2 ? '' : at.outerHTML;
                }
                """);
            Assert.Equal("", outlined);
        }
    }

    /// <summary>Links within a sentence are left out, as WCAG 2.5.8 does.</summary>
    async Task CheckTargetsAsync() => Assert.Empty(await Page.EvaluateAsync<string[]>(
        """
        least => [...document.querySelectorAll('button, select, summary, [role=combobox], label.button, label.check, input[type=range], a')]
          .filter(target => target.checkVisibility() && target.getClientRects().length > 0 && !target.closest('p, .skip') && !target.matches('.skip'))
          .filter(target => target.getBoundingClientRect().height < least)
          .map(target => `${target.outerHTML} ${target.getBoundingClientRect().height}`)
        """,
        SmallestTarget));
}
