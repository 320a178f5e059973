using System.Buffers.Binary;

namespace Derma.Imaging;

/// <summary>Lists the tags of an EXIF block, which is a TIFF file without its picture. Values are not looked at, broken parts are passed over.</summary>
internal ref struct ExifReader(ReadOnlySpan<byte> tiff, ISet<string> names)
{
    const int EntryBytes = 12, MostDirectories = 8;

    readonly ReadOnlySpan<byte> tiff = tiff;
    readonly bool bigEndian = tiff.StartsWith("MM"u8);
    int directories;

    /// <summary>What the tags tell.</summary>
    public PersonalData Tells { get; private set; }

    /// <summary>Reads the directories from the TIFF header on.</summary>
    public void Read()
    {
        if (tiff.Length >= 8 && (bigEndian || tiff.StartsWith("II"u8)) && Short(2) == 42) Chain(Long(4), gps: false);
    }

    // One directory may name the next, the thumbnail's; a count in place of a list of seen places ends circles too.
    void Chain(uint start, bool gps)
    {
        while (start is not 0 && start <= tiff.Length - 2 && directories++ < MostDirectories)
        {
            var (first, entries) = ((int)start + 2, (int)Short((int)start));
            for (var i = 0; i < entries && first + (i + 1) * EntryBytes <= tiff.Length; i++) Entry(first + i * EntryBytes, gps);
            var end = first + entries * EntryBytes;
            start = end <= tiff.Length - 4 ? Long(end) : 0;
        }
    }

    void Entry(int at, bool gps)
    {
        var tag = Short(at);
        if (!gps && tag is ExifTags.ExifPointer or ExifTags.GpsPointer)
        {
            Chain(Long(at + 8), gps: tag == ExifTags.GpsPointer);
            return;
        }
        var (name, tells) = ExifTags.Of(tag, gps);
        names.Add(name);
        Tells |= tells;
    }

    readonly ushort Short(int at) =>
        bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(tiff[at..]) : BinaryPrimitives.ReadUInt16LittleEndian(tiff[at..]);

    readonly uint Long(int at) =>
        bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(tiff[at..]) : BinaryPrimitives.ReadUInt32LittleEndian(tiff[at..]);
}
