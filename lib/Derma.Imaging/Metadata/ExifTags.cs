using System.Collections.Frozen;

namespace Derma.Imaging;

/// <summary>Names of the tags that tell something (EXIF 2.3, TIFF 6.0), and what they tell.</summary>
internal static class ExifTags
{
    /// <summary>Pointers to further directories.</summary>
    public const ushort ExifPointer = 0x8769, GpsPointer = 0x8825;

    static readonly FrozenDictionary<ushort, (string Name, PersonalData Tells)> Known = new Dictionary<ushort, (string, PersonalData)>
    {
        [0x010E] = ("ImageDescription", PersonalData.None),
        [0x010F] = ("Make", PersonalData.Camera),
        [0x0110] = ("Model", PersonalData.Camera),
        [0x0112] = ("Orientation", PersonalData.None),
        [0x011A] = ("XResolution", PersonalData.None),
        [0x011B] = ("YResolution", PersonalData.None),
        [0x0128] = ("ResolutionUnit", PersonalData.None),
        [0x0131] = ("Software", PersonalData.None),
        [0x0132] = ("DateTime", PersonalData.Date),
        [0x013B] = ("Artist", PersonalData.Identity),
        [0x013C] = ("HostComputer", PersonalData.Identity),
        [0x0201] = ("JPEGInterchangeFormat", PersonalData.Thumbnail),
        [0x0202] = ("JPEGInterchangeFormatLength", PersonalData.Thumbnail),
        [0x8298] = ("Copyright", PersonalData.Identity),
        [0x829A] = ("ExposureTime", PersonalData.None),
        [0x829D] = ("FNumber", PersonalData.None),
        [0x8827] = ("ISOSpeedRatings", PersonalData.None),
        [0x9000] = ("ExifVersion", PersonalData.None),
        [0x9003] = ("DateTimeOriginal", PersonalData.Date),
        [0x9004] = ("DateTimeDigitized", PersonalData.Date),
        [0x9209] = ("Flash", PersonalData.None),
        [0x920A] = ("FocalLength", PersonalData.None),
        [0x927C] = ("MakerNote", PersonalData.Camera),
        [0x9286] = ("UserComment", PersonalData.None),
        [0x9C9B] = ("XPTitle", PersonalData.None),
        [0x9C9C] = ("XPComment", PersonalData.None),
        [0x9C9D] = ("XPAuthor", PersonalData.Identity),
        [0xA001] = ("ColorSpace", PersonalData.None),
        [0xA002] = ("PixelXDimension", PersonalData.None),
        [0xA003] = ("PixelYDimension", PersonalData.None),
        [0xA420] = ("ImageUniqueID", PersonalData.Identity),
        [0xA430] = ("CameraOwnerName", PersonalData.Identity),
        [0xA431] = ("BodySerialNumber", PersonalData.Identity),
        [0xA433] = ("LensMake", PersonalData.Camera),
        [0xA434] = ("LensModel", PersonalData.Camera),
        [0xA435] = ("LensSerialNumber", PersonalData.Identity),
    }.ToFrozenDictionary();

    // Of the GPS directory, whose numbers are its own; a version or a time alone is no position.
    static readonly FrozenDictionary<ushort, (string Name, PersonalData Tells)> Gps = new Dictionary<ushort, (string, PersonalData)>
    {
        [0x0000] = ("GPSVersionID", PersonalData.None),
        [0x0001] = ("GPSLatitudeRef", PersonalData.None),
        [0x0002] = ("GPSLatitude", PersonalData.Position),
        [0x0003] = ("GPSLongitudeRef", PersonalData.None),
        [0x0004] = ("GPSLongitude", PersonalData.Position),
        [0x0006] = ("GPSAltitude", PersonalData.None),
        [0x0007] = ("GPSTimeStamp", PersonalData.Date),
        [0x0014] = ("GPSDestLatitude", PersonalData.Position),
        [0x0016] = ("GPSDestLongitude", PersonalData.Position),
        [0x001D] = ("GPSDateStamp", PersonalData.Date),
    }.ToFrozenDictionary();

    /// <summary>The tag's name, or its number where it has none here, and what it tells.</summary>
    public static (string Name, PersonalData Tells) Of(ushort tag, bool gps) =>
        (gps ? Gps : Known).TryGetValue(tag, out var known) ? known : ($"{(gps ? "GPS " : "")}0x{tag:X4}", PersonalData.None);
}
