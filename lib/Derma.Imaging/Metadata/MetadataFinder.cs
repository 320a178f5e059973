using System.Collections.Frozen;
using System.Globalization;
using MetadataExtractor;
using MetadataExtractor.Formats.Exif;
using MetadataExtractor.Formats.Iptc;
using MetadataExtractor.Formats.Xmp;
using MetadataExtractor.IO;

namespace Derma.Imaging;

/// <summary>Gathers what the segments of one file hold.</summary>
internal sealed class MetadataFinder
{
    // What XMP calls the properties that EXIF has as tags.
    static readonly (byte[] Word, PersonalData Tells)[] XmpWords =
    [
        ("GPSLatitude"u8.ToArray(), PersonalData.Position),
        ("tiff:Model"u8.ToArray(), PersonalData.Camera),
        ("SerialNumber"u8.ToArray(), PersonalData.Identity),
        ("OwnerName"u8.ToArray(), PersonalData.Identity),
        ("dc:creator"u8.ToArray(), PersonalData.Identity),
        ("CreateDate"u8.ToArray(), PersonalData.Date),
        ("ModifyDate"u8.ToArray(), PersonalData.Date),
        ("xmp:Thumbnails"u8.ToArray(), PersonalData.Thumbnail),
    ];

    readonly List<MetadataSegment> segments = [];
    readonly SortedSet<string> tags = new(StringComparer.Ordinal);
    PersonalData tells;

    /// <summary>The first orientation that a block of EXIF states, 1 to 8; null for none.</summary>
    public int? Orientation { get; private set; }

    /// <summary>A piece of any kind, and what it tells.</summary>
    public void Add(MetadataKind kind, string name, long bytes, PersonalData says = PersonalData.None)
    {
        segments.Add(new MetadataSegment(kind, name, bytes));
        tells |= says;
    }

    /// <summary>A TIFF block from an offset on. Reading never fails: what is broken is passed over.</summary>
    public void AddExif(string name, byte[] content, int offset = 0)
    {
        Add(MetadataKind.Exif, name, content.Length - offset);
        foreach (var directory in new ExifReader().Extract(new ByteArrayReader(content, offset)))
        {
            if (directory is ExifIfd0Directory) Orientation ??= ExifTags.Orientation(directory);
            foreach (var (tag, says) in ExifTags.Of(directory))
            {
                tags.Add(tag);
                tells |= says;
            }
        }
    }

    /// <summary>An XMP packet, whose properties are looked for by name.</summary>
    public void AddXmp(string name, ReadOnlySpan<byte> packet)
    {
        Add(MetadataKind.Xmp, name, packet.Length);
        foreach (var (word, says) in XmpWords)
            if (packet.IndexOf(word) >= 0) tells |= says;
    }

    /// <summary>All that was found.</summary>
    public PhotoMetadata Result(string path, string? problem) => new(path, [.. segments], [.. tags], tells, problem);
}

/// <summary>Names of the tags that tell something (EXIF 2.3, TIFF 6.0), and what they tell.</summary>
internal static class ExifTags
{
    const int XmpPacket = 0x02BC, Iptc = 0x83BB, MakerNote = 0x927C, Interoperability = 0xA005, PrintMatching = 0xC4A5;

    static readonly FrozenDictionary<int, (string Name, PersonalData Tells)> Known = new Dictionary<int, (string, PersonalData)>
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
        [MakerNote] = ("MakerNote", PersonalData.Camera),
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
    static readonly FrozenDictionary<int, (string Name, PersonalData Tells)> Gps = new Dictionary<int, (string, PersonalData)>
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

    /// <summary>The orientation of a directory, 1 to 8, of whatever type of number; null where it states none.</summary>
    public static int? Orientation(MetadataExtractor.Directory directory)
    {
        const int Tag = ExifDirectoryBase.TagOrientation;
        if (!directory.TryGetDouble(Tag, out var number) && directory.GetObject(Tag) is Array { Length: > 0 } values)
            number = Convert.ToDouble(values.GetValue(0), CultureInfo.InvariantCulture);
        return number is >= 1 and <= 8 && number == (int)number ? (int)number : null;
    }

    /// <summary>The tags of a directory, each by its name, or its number where it has none here, and what it tells.</summary>
    public static IEnumerable<(string Name, PersonalData Tells)> Of(MetadataExtractor.Directory directory) => directory switch
    {
        GpsDirectory => directory.Tags.Select(tag => Of(tag.Type, gps: true)),
        // What lies in these says nothing more than that the tag is there which leads to them.
        ExifInteropDirectory => [Of(Interoperability, gps: false)],
        XmpDirectory => [Of(XmpPacket, gps: false)],
        IptcDirectory => [Of(Iptc, gps: false)],
        PrintIMDirectory => [Of(PrintMatching, gps: false)],
        ExifDirectoryBase => directory.Tags.Select(tag => Of(tag.Type, gps: false)),
        ErrorDirectory => [],
        _ => [Of(MakerNote, gps: false)],
    };

    static (string Name, PersonalData Tells) Of(int tag, bool gps) =>
        (gps ? Gps : Known).TryGetValue(tag, out var known) ? known : ($"{(gps ? "GPS " : "")}0x{tag:X4}", PersonalData.None);
}
