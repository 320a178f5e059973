using Microsoft.Playwright;

namespace Derma.Page.Tests.Support;

/// <summary>The two sizes that pages are tested at.</summary>
public enum Screen
{
    /// <summary>390 x 844, with touch.</summary>
    Phone,

    /// <summary>1280 x 800, with a mouse.</summary>
    Desktop,
}

/// <summary>Screens as the browser takes them.</summary>
static class Screens
{
    /// <summary>A new profile at this size; nothing moves by itself.</summary>
    public static BrowserNewContextOptions Options(this Screen screen) => new()
    {
        ViewportSize = screen == Screen.Phone ? new() { Width = 390, Height = 844 } : new() { Width = 1280, Height = 800 },
        IsMobile = screen == Screen.Phone,
        HasTouch = screen == Screen.Phone,
        ReducedMotion = ReducedMotion.Reduce,
    };
}
