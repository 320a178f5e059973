using Derma.Page.Tests.Support;
using Microsoft.Playwright;
using SkiaSharp;

namespace Derma.Page.Tests;

/// <summary>Expected colours are viridis as published, at its ends and its middle.</summary>
public class HeatMapTests(Browser browser) : PageTest(browser)
{
    const int Near = 6;

    static readonly (int, int, int) Yellow = (253, 231, 37);
    static readonly (int, int, int) Teal = (33, 145, 140);

    [SkippableTheory]
    [InlineData(Screen.Phone)]
    [InlineData(Screen.Desktop)]
    public async Task A_hot_corner_of_the_grid_colours_that_corner_of_the_canvas(Screen screen)
    {
        Server.OnPrediction = context => Reply.JsonAsync(context, Answers.Heated(3, 3, exact: true, 0, 0, 1, 0, 0, 0, 0, 0, 0));
        await OpenAsync(screen);
        await AskAsync();
        Expect(Yellow, await CanvasAsync(223, 0));
        Assert.Equal(255, (await CanvasAsync(223, 0))[3]);
        foreach (var (x, y) in new[] { (0, 0), (0, 223), (223, 223), (60, 112) }) Assert.Equal(0, (await CanvasAsync(x, y))[3]);
        Assert.Equal("Heat map over your photo: strongest at the top right", await Page.Locator("#heat").GetAttributeAsync("aria-label"));
    }

    [SkippableFact]
    public async Task Between_the_middles_of_two_cells_values_are_mixed_and_beyond_them_held()
    {
        Server.OnPrediction = context => Reply.JsonAsync(context, Answers.Heated(2, 1, exact: true, 0, 1));
        await OpenAsync();
        await AskAsync();
        Expect(Teal, await CanvasAsync(112, 112));
        Expect(Yellow, await CanvasAsync(170, 112));
        Assert.Equal(await CanvasAsync(170, 0), await CanvasAsync(223, 223));
    }

    [SkippableFact]
    public async Task On_screen_the_hot_corner_hides_the_photo_and_the_rest_lets_it_through()
    {
        Server.OnPrediction = context => Reply.JsonAsync(context, Answers.Heated(4, 4, exact: true, [.. new double[15], 1]));
        await OpenAsync();
        await AskAsync(Photos.Plain(120, 80, (200, 150, 130)));
        await Page.GetByLabel("Strength").FillAsync("100");
        Expect(Yellow, await SeenAsync(0.96, 0.93));
        Expect((200, 150, 130), await SeenAsync(0.2, 0.2));
        await Page.GetByLabel("Mark the areas that support this answer").UncheckAsync();
        Expect((200, 150, 130), await SeenAsync(0.96, 0.93));
    }

    [SkippableFact]
    public async Task The_slider_sets_how_much_of_the_photo_shows_through()
    {
        Server.OnPrediction = context => Reply.JsonAsync(context, Answers.Heated(1, 1, exact: true, 1));
        await OpenAsync();
        await AskAsync(Photos.Plain(100, 100, (0, 0, 0)));
        await Page.GetByLabel("Strength").FillAsync("50");
        Expect((127, 116, 19), await SeenAsync(0.5, 0.5));
    }

    [SkippableFact]
    public async Task A_photo_that_its_file_turns_is_seen_upright_with_the_map_over_it()
    {
        Server.OnPrediction = context => Reply.JsonAsync(context, Answers.Heated(2, 2, exact: true, 0, 0, 0, 1));
        await OpenAsync();
        await AskAsync(Photos.Turned);
        Assert.StartsWith("80 × 120 pixels", await Page.Locator("figcaption").TextContentAsync());
        var (photo, map) = (await Page.Locator("#shown").BoundingBoxAsync(), await Page.Locator("#heat").BoundingBoxAsync());
        Assert.Equal((photo!.X, photo.Y, photo.Width, photo.Height), (map!.X, map.Y, map.Width, map.Height));
        Assert.Equal(80.0 / 120, photo.Width / photo.Height, 0.01);
        await Page.GetByLabel("Strength").FillAsync("100");
        Expect((254, 0, 0), await SeenAsync(0.2, 0.1));
        Expect((0, 0, 254), await SeenAsync(0.1, 0.9));
        Expect(Yellow, await SeenAsync(0.9, 0.93));
    }

    [SkippableTheory]
    [InlineData(true, "“Melanoma”: an exact class activation map.")]
    [InlineData(false, "“Melanoma”: an estimate (Grad-CAM).")]
    public async Task The_legend_says_which_kind_of_map_it_is(bool exact, string text)
    {
        Server.OnPrediction = context => Reply.JsonAsync(context, Answers.Heated(1, 1, exact, 0.5));
        await OpenAsync();
        await AskAsync();
        Assert.EndsWith(text, await Page.Locator("#heat-kind").TextContentAsync());
    }

    Task<int[]> CanvasAsync(int x, int y) =>
        Page.EvaluateAsync<int[]>(
            """
            ([x, y]) => {
              const copy = new OffscreenCanvas(224, 224).getContext('2d', { willReadFrequently: true });
              copy.drawImage(document.getElementById('heat'), 0, 0);
              return [...copy.getImageData(x, y, 1, 1).data];
            }
            """,
            new[] { x, y });

    /// <summary>What a person sees at a place of the preview, both coordinates from 0 to 1.</summary>
    async Task<int[]> SeenAsync(double x, double y)
    {
        using var picture = SKBitmap.Decode(await Page.Locator("#stage").ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled }));
        var at = ((int)(y * picture.Height) * picture.Width + (int)(x * picture.Width)) * 4;
        var pixel = picture.GetPixelSpan().Slice(at, 3);
        return picture.ColorType == SKColorType.Bgra8888 ? [pixel[2], pixel[1], pixel[0]] : [pixel[0], pixel[1], pixel[2]];
    }

    static void Expect((int Red, int Green, int Blue) expected, int[] actual)
    {
        Assert.InRange(actual[0], expected.Red - Near, expected.Red + Near);
        Assert.InRange(actual[1], expected.Green - Near, expected.Green + Near);
        Assert.InRange(actual[2], expected.Blue - Near, expected.Blue + Near);
    }
}
