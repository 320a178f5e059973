using System.Buffers.Binary;
using System.Text;
using MetadataExtractor;
using MetadataExtractor.Formats.Jpeg;
using MetadataExtractor.IO;

namespace Derma.Imaging;

/// <summary>Goes from segment to segment of a JPEG (ITU T.81, annex B) up to the first scan; what follows is pixels.</summary>
internal static class JpegMetadata
{
    const string JfifStart = "JFIF\0", AdobeStart = "Adobe";

    /// <summary>A text that names the segment's user opens it, ended by a zero.</summary>
    static readonly (JpegSegmentType Segment, string Start, MetadataKind Kind)[] Users =
    [
        (JpegSegmentType.App1, "Exif\0\0", MetadataKind.Exif),
        (JpegSegmentType.App1, "http://ns.adobe.com/xap/1.0/\0", MetadataKind.Xmp),
        (JpegSegmentType.App1, "http://ns.adobe.com/xmp/extension/\0", MetadataKind.Xmp),
        (JpegSegmentType.App2, "ICC_PROFILE\0", MetadataKind.ColourProfile),
        (JpegSegmentType.AppD, "Photoshop 3.0\0", MetadataKind.Iptc),
    ];

    /// <summary>Reads a file from its start.</summary>
    /// <returns>What is wrong with the file, or null.</returns>
    public static string? Read(Stream file, MetadataFinder found)
    {
        try
        {
            foreach (var segment in JpegSegmentReader.ReadSegments(new SequentialStreamReader(file)))
                Note(segment.Type, segment.Bytes, found);
            return null;
        }
        catch (JpegProcessingException)
        {
            return "has a segment of no length";
        }
        catch (IOException) when (file.Position >= file.Length)
        {
            return "is cut short";
        }
    }

    static void Note(JpegSegmentType segment, byte[] content, MetadataFinder found)
    {
        if (segment == JpegSegmentType.Com) found.Add(MetadataKind.Comment, "COM", content.Length);
        if (segment is < JpegSegmentType.App0 or > JpegSegmentType.AppF || DescribesPixels(segment, content)) return;
        var name = $"APP{segment - JpegSegmentType.App0}";
        var user = Users.FirstOrDefault(one => segment == one.Segment && StartsWith(content, one.Start));
        var (kind, offset) = user.Start is null ? (MetadataKind.Other, 0) : (user.Kind, user.Start.Length);
        if (kind == MetadataKind.Exif) found.AddExif(name, content, offset);
        else if (kind == MetadataKind.Xmp) found.AddXmp(name, content.AsSpan(offset));
        else found.Add(kind, name, content.Length - offset);
    }

    // JFIF's and Adobe's headers say how to read the colours; JFIF's "JFXX" holds a thumbnail, so it does not belong here.
    static bool DescribesPixels(JpegSegmentType segment, byte[] content) =>
        segment == JpegSegmentType.App0 && StartsWith(content, JfifStart)
        || segment == JpegSegmentType.AppE && StartsWith(content, AdobeStart);

    static bool StartsWith(byte[] content, string text) => content.AsSpan().StartsWith(Encoding.ASCII.GetBytes(text));
}

/// <summary>
/// Goes from chunk to chunk of a PNG (ISO/IEC 15948), to the end of the file: text may follow the pixels. Our own, since MetadataExtractor
/// takes as much memory for a chunk as its header claims and stops at the first odd one.
/// </summary>
internal static class PngMetadata
{
    const int MostChunks = 100_000, MostRead = 1 << 20, ChecksumBytes = 4;

    /// <summary>Reads from behind the signature.</summary>
    /// <returns>What is wrong with the file, or null.</returns>
    public static string? Read(Stream file, MetadataFinder found)
    {
        var header = new byte[8];
        for (var chunk = 0; chunk < MostChunks; chunk++)
        {
            if (file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length) return "is cut short";
            var (length, type) = (BinaryPrimitives.ReadUInt32BigEndian(header), Encoding.Latin1.GetString(header, 4, 4));
            if (type == "IEND") return null;
            if (file.Position + length + ChecksumBytes > file.Length) return "is cut short";
            var next = file.Position + length + ChecksumBytes;
            Note(type, length, file, found);
            file.Position = next;
        }
        return "has too many chunks";
    }

    static void Note(string type, uint length, Stream file, MetadataFinder found)
    {
        if (type is "tEXt" or "zTXt" or "iTXt") Text(type, Content(file, length), length, found);
        else if (type == "eXIf") found.AddExif(type, Content(file, length));
        else if (type == "iCCP") found.Add(MetadataKind.ColourProfile, type, length);
        else if (type == "tIME") found.Add(MetadataKind.Time, type, length, PersonalData.Date);
    }

    // ImageMagick keeps the blocks of a JPEG as text, under these keywords.
    static void Text(string type, ReadOnlySpan<byte> content, uint length, MetadataFinder found)
    {
        if (content.StartsWith("XML:com.adobe.xmp\0"u8)) found.AddXmp(type, content);
        else if (content.StartsWith("Raw profile type exif"u8) || content.StartsWith("Raw profile type APP1"u8))
            found.Add(MetadataKind.Exif, type, length);
        else if (content.StartsWith("Raw profile type iptc"u8)) found.Add(MetadataKind.Iptc, type, length);
        else found.Add(MetadataKind.Comment, type, length);
    }

    static byte[] Content(Stream file, uint length)
    {
        var content = new byte[Math.Min(length, MostRead)];
        file.ReadExactly(content);
        return content;
    }
}
