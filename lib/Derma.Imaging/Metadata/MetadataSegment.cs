namespace Derma.Imaging;

/// <summary>One piece of metadata in a file. Its content is not kept.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its place in the format: "APP1", "COM", "tEXt", …</param>
/// <param name="Bytes">Its length without the format's own framing.</param>
public sealed record MetadataSegment(MetadataKind Kind, string Name, long Bytes);
