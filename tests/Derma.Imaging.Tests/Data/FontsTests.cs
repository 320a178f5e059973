using SkiaSharp;

namespace Derma.Imaging.Tests;

public class FontsTests
{
    public static TheoryData<string> Texts =>
    [
        "Confidence 73.1 % – “not sure” … 37 °C, 3 × 224 ≥ 1, µm ½ • – — ‘a’ „b“",
        "Ärzte ausschließlich, Éczéma, Łódź, ğışç, ČŽŘ, ŐŰ, œuvre, Sjögren, São, ÅØÆ", "αβγ Δ ← → − ≤ ≈ ≠ € ™",
    ];

    [Theory, MemberData(nameof(Texts))]
    public void Texts_of_reports_have_all_their_letters(string text)
    {
        foreach (var face in new[] { Fonts.Regular, Fonts.Bold })
        {
            using var font = new SKFont(face);
            Assert.All(text, letter => Assert.True(font.ContainsGlyph(letter), $"{letter} is not in the font."));
        }
    }

    [Fact]
    public void Both_are_small_and_one_is_bold()
    {
        Assert.Equal(("DejaVu Sans", "DejaVu Sans"), (Fonts.Regular.FamilyName, Fonts.Bold.FamilyName));
        Assert.Equal(((int)SKFontStyleWeight.Normal, (int)SKFontStyleWeight.Bold), (Fonts.Regular.FontWeight, Fonts.Bold.FontWeight));
        foreach (var font in new[] { Fonts.Regular, Fonts.Bold })
        {
            using var stream = font.OpenStream();
            Assert.InRange(stream.Length, 10_000, 60_000);
        }
    }
}
