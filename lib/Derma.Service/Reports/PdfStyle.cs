namespace Derma.Service;

/// <summary>How a piece of text looks.</summary>
/// <param name="Size">In points.</param>
/// <param name="Bold">Or upright.</param>
/// <param name="Colour">Hexadecimal.</param>
readonly record struct PdfStyle(float Size, bool Bold = false, string Colour = PdfStyle.Ink)
{
    public const string Ink = "#1c2430", Soft = "#5a6472";

    /// <summary>From one line to the next.</summary>
    public float Leading => Size * 1.34f;
}
