using static Derma.Imaging.Tests.MetadataBytes;

namespace Derma.Imaging.Tests;

public sealed class PhotoMetadataTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    PhotoMetadata Read(byte[] bytes) => PhotoMetadata.Read(folder.Write("photo.jpg", bytes));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Tags_of_all_directories_are_named_in_both_byte_orders(bool bigEndian)
    {
        var found = Read(Jpeg(ExifSegment(Exif(bigEndian, [0x010F, 0x0110, 0x0112], camera: [0x9003, 0xA431, 0xBEEF], gps: [1, 2, 4], thumbnail: [0x0201]))));
        Assert.Equal(
            ["0xBEEF", "BodySerialNumber", "DateTimeOriginal", "GPSLatitude", "GPSLatitudeRef", "GPSLongitude", "JPEGInterchangeFormat", "Make", "Model", "Orientation"],
            found.ExifTags);
        Assert.Equal(PersonalData.Position | PersonalData.Camera | PersonalData.Identity | PersonalData.Date | PersonalData.Thumbnail, found.Tells);
        Assert.Null(found.Problem);
    }

    [Fact]
    public void A_gps_directory_without_coordinates_is_no_position() =>
        Assert.Equal(PersonalData.None, Read(Jpeg(ExifSegment(Exif(true, [], gps: [0])))).Tells);

    [Fact]
    public void Orientation_alone_tells_nothing() => Assert.Equal(PersonalData.None, Read(Jpeg(ExifSegment(Exif(true, [0x0112])))).Tells);

    [Fact]
    public void Every_kind_of_segment_is_listed_with_its_length()
    {
        var found = Read(Jpeg(
            Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. "<x exif:GPSLatitude='7' aux:SerialNumber='8'/>"u8]),
            Segment(0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, 9, 9]),
            Segment(0xED, [.. "Photoshop 3.0\0"u8, 1, 2, 3]),
            Segment(0xFE, "patient 12"u8.ToArray()),
            Segment(0xE4, [5, 5]),
            Segment(0xEE, "Adobe\0d\0\0\0\0\0"u8.ToArray())));
        Assert.Equal(
            [
                new(MetadataKind.Xmp, "APP1", 46), new(MetadataKind.ColourProfile, "APP2", 4), new(MetadataKind.Iptc, "APP13", 3),
                new(MetadataKind.Comment, "COM", 10), new(MetadataKind.Other, "APP4", 2),
            ],
            found.Segments);
        Assert.Equal(PersonalData.Position | PersonalData.Identity, found.Tells);
    }

    [Fact]
    public void A_plain_photo_has_nothing()
    {
        var found = Read(Jpeg());
        Assert.Empty(found.Segments);
        Assert.Null(found.Problem);
    }

    [Fact]
    public void Chunks_of_a_png_are_listed_also_behind_the_pixels()
    {
        var found = Read(Png(
            ("IHDR", new byte[13]), ("tEXt", "Comment\0hello"u8.ToArray()), ("IDAT", [1, 2, 3]),
            ("iTXt", [.. "XML:com.adobe.xmp\0\0\0\0\0"u8, .. "<x xmp:CreateDate='7'/>"u8]), ("zTXt", "Raw profile type exif\0\0x"u8.ToArray()),
            ("eXIf", Exif(true, [0x013B])), ("iCCP", [1]), ("tIME", new byte[7])));
        Assert.Equal(
            [MetadataKind.Comment, MetadataKind.Xmp, MetadataKind.Exif, MetadataKind.Exif, MetadataKind.ColourProfile, MetadataKind.Time],
            found.Segments.Select(segment => segment.Kind));
        Assert.Equal(["Artist"], found.ExifTags);
        Assert.Equal(PersonalData.Date | PersonalData.Identity, found.Tells);
    }

    [Fact]
    public void No_value_is_kept()
    {
        var found = Read(Jpeg(Segment(0xFE, "Erika Mustermann"u8.ToArray()), ExifSegment([.. Exif(true, [0x013B]), .. "Erika Mustermann"u8])));
        Assert.DoesNotContain("Mustermann", System.Text.Json.JsonSerializer.Serialize(found));
    }

    [Fact]
    public void Directories_that_lead_in_circles_end()
    {
        var circle = Exif(false, [0x010F]);
        var next = circle.Length - 4;
        circle[next] = 8;
        Assert.Equal(["Make"], Read(Jpeg(ExifSegment(circle))).ExifTags);
        byte[] selfPointing = [.. "II*\0"u8, 8, 0, 0, 0, .. TagDirectory(false, [(0x8769, 8), (0x8825, 8), (0x010F, 1)], 8)];
        Assert.Contains("Make", Read(Jpeg(ExifSegment(selfPointing))).ExifTags);
    }

    [Fact]
    public void A_file_cut_anywhere_is_read_as_far_as_it_goes()
    {
        byte[][] whole =
        [
            Jpeg(ExifSegment(Exif(true, [0x010F, 0x0110], camera: [0x9003], gps: [2])), Segment(0xFE, [1, 2, 3])),
            Png(("IHDR", new byte[13]), ("eXIf", Exif(false, [0x010F], gps: [2])), ("tEXt", [1, 0, 2])),
        ];
        foreach (var photo in whole)
            for (var length = 0; length < photo.Length; length++)
            {
                var found = Read(photo[..length]);
                // Behind the two bytes that start a scan nothing is looked at: eight of its header, seven of pixels.
                if (length < photo.Length - 15) Assert.NotNull(found.Problem);
            }
    }

    [Fact]
    public void A_tag_block_cut_anywhere_or_with_any_byte_changed_is_no_accident()
    {
        var tiff = Exif(true, [0x010F, 0x0110], camera: [0x9003], gps: [2], thumbnail: [0x0201]);
        for (var at = 0; at < tiff.Length; at++)
        {
            Read(Jpeg(ExifSegment(tiff[..at])));
            var changed = tiff.ToArray();
            changed[at] = 0xFF;
            Assert.Null(Read(Jpeg(ExifSegment(changed))).Problem);
        }
    }

    [Fact]
    public void Other_files_say_what_is_wrong()
    {
        Assert.Equal("is empty", Read([]).Problem);
        Assert.Equal("is neither a JPEG nor a PNG", Read("<html>"u8.ToArray()).Problem);
        Assert.Equal("does not exist", PhotoMetadata.Read(Path.Combine(folder.Path, "none.jpg")).Problem);
        Assert.Equal("is cut short", Read(Png(("tEXt", [1]))[..^13]).Problem);
        Assert.Equal("has a segment of no length", Read([0xFF, 0xD8, 0xFF, 0xE1, 0, 1]).Problem);
        Assert.Equal("is cut short", Read([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0xFF, 0xFF, 0xFF, 0xFF, .. "tEXt"u8]).Problem);
    }

    [Fact]
    public void A_summary_counts_photos_not_segments()
    {
        byte[][] files =
        [
            Jpeg(), Jpeg(Segment(0xFE, [1]), Segment(0xFE, [2])), Jpeg(ExifSegment(Exif(true, [0x010F], camera: [0xA431], gps: [2, 4]))),
            Jpeg(ExifSegment(Exif(true, [0x010F]))), [],
        ];
        var summary = MetadataSummary.Of(files.Select((bytes, i) => folder.Write($"{i}.jpg", bytes)).ToArray());
        var rows = summary.Rows.ToDictionary(row => row.What, row => row.Photos);
        Assert.Equal(1, summary.Unreadable);
        Assert.Equal((2, 1, 0), (rows["EXIF"], rows["comments and texts"], rows["XMP"]));
        Assert.Equal((1, 2, 1), (summary.With(PersonalData.Position), summary.With(PersonalData.Camera), summary.With(PersonalData.Identity)));
        Assert.Equal(("Make", 2), summary.Tags[0]);
        Assert.StartsWith("5 photos: 2 with EXIF, 1 with a position, 1 with a serial number or a name, 1 with comments, 1 not readable to the end.", summary.ToString());
    }
}
