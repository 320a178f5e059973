namespace Derma.Imaging;

/// <summary>What a piece of metadata in a photo's file is.</summary>
public enum MetadataKind
{
    /// <summary>The camera's directory of tags (EXIF 2.3): date, camera, owner, position, a thumbnail.</summary>
    Exif,

    /// <summary>An XML packet by Adobe's standard, which may repeat EXIF and add the history of edits.</summary>
    Xmp,

    /// <summary>Photoshop's resources, IPTC captions and names among them.</summary>
    Iptc,

    /// <summary>Free text: a JPEG comment, a PNG text chunk.</summary>
    Comment,

    /// <summary>An ICC profile, which names a device at most.</summary>
    ColourProfile,

    /// <summary>The time of the last change, as PNG keeps it.</summary>
    Time,

    /// <summary>A segment that some program put there for itself: a second picture, depth, a maker's data.</summary>
    Other,
}
