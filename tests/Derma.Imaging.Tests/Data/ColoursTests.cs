using System.Runtime.Intrinsics;

namespace Derma.Imaging.Tests;

/// <summary>The expected numbers are torchvision 0.14's, printed for the same four pixels.</summary>
public class ColoursTests
{
    const float Tolerance = 2e-5f;

    static Vector128<float>[] Pixels() =>
        [.. new[] { (200, 100, 50), (30, 60, 220), (10, 20, 90), (120, 120, 120) }.Select(p => Vector128.Create(p.Item1, p.Item2, (float)p.Item3, 0) / 255f)];

    static void AssertPixels(float[] expected, Vector128<float>[] actual) =>
        Assert.All(expected.Zip(actual.SelectMany(p => new[] { p[0], p[1], p[2] })), pair => Assert.Equal(pair.First, pair.Second, Tolerance));

    [Fact]
    public void Contrast_is_torchvision_s()
    {
        var pixels = Pixels();
        Colours.Contrast(pixels, 1.4f);
        AssertPixels(
        [
            0.9653239f, 0.4163043f, 0.1417945f, 0.0319906f, 0.1966965f, 1, 0, 0, 0.3614023f, 0.5261083f, 0.5261083f, 0.5261083f,
        ], pixels);
    }

    [Fact]
    public void Saturation_is_torchvision_s()
    {
        var pixels = Pixels();
        Colours.Saturate(pixels, 0.3f);
        AssertPixels(
        [
            0.5761805f, 0.4585333f, 0.3997098f, 0.2254388f, 0.2607329f, 0.4489682f, 0.080362f, 0.0921267f, 0.1744796f, 0.4705553f, 0.4705553f, 0.4705553f,
        ], pixels);
    }

    [Fact]
    public void Brightness_is_torchvision_s()
    {
        var pixels = Pixels();
        Colours.Brighten(pixels, 1.5f);
        AssertPixels([1, 0.5882353f, 0.2941177f, 0.1764706f, 0.3529412f, 1, 0.0588235f, 0.1176471f, 0.5294118f, 0.7058824f, 0.7058824f, 0.7058824f], pixels);
    }

    [Theory]
    [InlineData(0.15f, new[] { 0.6470587f, 0.7843137f, 0.1960784f, 0.6705877f, 0.1176471f, 0.8627451f, 0.2823528f, 0.0392157f, 0.3529412f, 0.4705882f, 0.4705882f, 0.4705882f })]
    [InlineData(-0.4f, new[] { 0.1960784f, 0.2352939f, 0.7843137f, 0.5333337f, 0.8627451f, 0.1176471f, 0.2039218f, 0.3529412f, 0.0392157f, 0.4705882f, 0.4705882f, 0.4705882f })]
    public void The_turned_hue_is_torchvision_s(float turns, float[] expected)
    {
        var pixels = Pixels();
        Hue.Turn(pixels, turns);
        AssertPixels(expected, pixels);
    }
}
