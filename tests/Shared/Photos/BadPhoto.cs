namespace Derma.TestSupport;

/// <summary>A file that a naive loader trips over, and what must come of it.</summary>
/// <param name="Name">File name.</param>
/// <param name="Bytes">Contents.</param>
/// <param name="Corners">Expected colours 0xRRGGBB of top left, top right and bottom left, where the photo can be used.</param>
/// <param name="Reason">Part of the reason for skipping it, where it cannot.</param>
public sealed record BadPhoto(string Name, byte[] Bytes, int[]? Corners, string? Reason)
{
    /// <summary>The name, as xunit shows it.</summary>
    public override string ToString() => Name;
}
