using System.Buffers.Binary;
using System.Text;

namespace Derma.Imaging;

/// <summary>Goes from chunk to chunk of a PNG (ISO/IEC 15948), to the end of the file: text may follow the pixels.</summary>
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
        else if (content.StartsWith("Raw profile type exif"u8) || content.StartsWith("Raw profile type APP1"u8)) found.Add(MetadataKind.Exif, type, length);
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
