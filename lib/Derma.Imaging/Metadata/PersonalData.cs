namespace Derma.Imaging;

/// <summary>What metadata can say about a person, a place, a time or a device.</summary>
[Flags]
public enum PersonalData
{
    /// <summary>Nothing of the kind was found.</summary>
    None = 0,

    /// <summary>Latitude and longitude.</summary>
    Position = 1,

    /// <summary>The camera's make or model.</summary>
    Camera = 2,

    /// <summary>A number that only this camera or lens has, the owner's or the photographer's name.</summary>
    Identity = 4,

    /// <summary>When the photo was taken or changed.</summary>
    Date = 8,

    /// <summary>A small second picture, which may show what was cropped away.</summary>
    Thumbnail = 16,
}
