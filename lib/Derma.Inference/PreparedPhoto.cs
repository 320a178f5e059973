namespace Derma.Inference;

/// <summary>A decoded photo, ready for a model.</summary>
/// <param name="Size">Width and height in pixels.</param>
/// <param name="Rgb">Size x Size x 3 bytes, row-major, upright, as training sees them.</param>
/// <param name="Warnings">What the quality gate found.</param>
public sealed record PreparedPhoto(int Size, byte[] Rgb, IReadOnlyList<PhotoWarning> Warnings);
