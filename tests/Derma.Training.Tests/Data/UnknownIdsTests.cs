using System.Text;

namespace Derma.Training.Tests;

/// <summary>Tables as people have them: what is not known stands alone, what contradicts itself is listed.</summary>
public sealed class UnknownIdsTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    // Ten photos of each of two classes, a table of three columns beside them, and the folder of photos twice, as archives have it.
    PhotoSet Table(Func<int, string> lesion, Func<int, string>? image = null, string extra = "", string header = "lesion_id,image_id,dx")
    {
        for (var i = 0; i < 20; i++) folder.Write($"part_1/part_1/ISIC_{i}.jpg", PhotoBytes.Named($"{i}"));
        var rows = Enumerable.Range(0, 20).Select(i => $"{lesion(i)},{image?.Invoke(i) ?? $"ISIC_{i}"},{(i < 10 ? "nv" : "mel")}\r\n");
        folder.Write("HAM10000_metadata.csv", Encoding.UTF8.GetBytes($"{header}\r\n{string.Concat(rows)}{extra}"));
        return DataSources.Open($"ham10000={folder.Path}");
    }

    PhotoSet Folders(Func<int, string> lesion)
    {
        for (var i = 0; i < 20; i++) folder.Write($"{(i % 4 == 0 ? "test" : "train")}/{(i < 10 ? "A" : "B")}/P{i}.jpg", PhotoBytes.Named($"{i}"));
        folder.Write("HAM10000_metadata.csv", Encoding.UTF8.GetBytes("lesion_id,image_id\n" + string.Concat(Enumerable.Range(0, 20).Select(i => $"{lesion(i)},P{i}\n"))));
        return DataSources.Open($"mine={folder.Path}");
    }

    [Theory]
    [InlineData(""), InlineData(" "), InlineData("NaN"), InlineData("nan"), InlineData(" NA "), InlineData("null"), InlineData("NULL"), InlineData("None")]
    [InlineData("n/a"), InlineData("N/A"), InlineData("\" nan \""), InlineData("<NA>"), InlineData("unknown"), InlineData("\u00a0")]
    public void A_lesion_that_is_not_known_stands_alone_and_is_never_dropped(string unknown)
    {
        var set = Folders(_ => unknown);
        Assert.Equal(20, set.Photos.Select(photo => photo.Group).Distinct().Count());
        Assert.Equal(20, set.InThreeParts().Photos.Count);
        Assert.Contains(set.Remarks, remark => remark.StartsWith("20 of 20 photos name no lesion", StringComparison.Ordinal));
    }

    [Fact]
    public void Beside_unknown_ids_known_ones_hold_together()
    {
        var set = Table(i => i % 2 == 0 ? "NaN" : $"HAM_{i / 4}");
        Assert.Equal(10 + 5, set.Photos.Select(photo => photo.Group).Distinct().Count());
    }

    [Fact]
    public void A_table_without_a_column_of_lesions_gives_each_photo_its_own()
    {
        var set = Table(_ => "x", header: "note,image_id,dx");
        Assert.Equal(20, set.Photos.Select(photo => photo.Group).Distinct().Count());
    }

    [Theory, InlineData("ISIC_{0}.jpg"), InlineData("isic_{0}"), InlineData("isic_{0}.JPG"), InlineData("part_1\\part_1\\ISIC_{0}.jpg"), InlineData(" /x/y/ISIC_{0}.jpeg ")]
    public void A_photo_is_found_by_its_id_with_an_ending_a_folder_or_in_another_case(string format)
    {
        var set = Table(i => $"L{i}", i => string.Format(System.Globalization.CultureInfo.InvariantCulture, format, i));
        Assert.Equal((20, 21, 1), (set.Photos.Count, set.Found, set.Skipped.Count));
    }

    [Fact]
    public void A_folder_that_is_there_twice_gives_each_photo_once_and_lists_the_other()
    {
        for (var i = 0; i < 20; i++) folder.Write($"ham10000_images/ISIC_{i}.jpg", PhotoBytes.Named($"{i}"));
        var set = Table(i => $"L{i}");
        Assert.Equal((20, 41), (set.Photos.Count, set.Found));
        Assert.Equal(20, set.Skipped.Count(file => file.Reason.Contains("has the name of", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_photo_with_two_lesions_is_listed_and_holds_both_together()
    {
        var set = Table(i => $"L{i}", extra: "L5,ISIC_3,nv\r\n");
        Assert.Contains(set.Remarks, remark => remark.Contains("ISIC_3.jpg has several lesions in the table, L3, L5", StringComparison.Ordinal));
        Assert.Equal(set.Photos.Single(photo => photo.Path.EndsWith("ISIC_3.jpg")).Group, set.Photos.Single(photo => photo.Path.EndsWith("ISIC_5.jpg")).Group);
        Assert.Equal(20, set.Photos.Count);
    }

    [Fact]
    public void A_photo_with_two_diagnoses_is_listed_and_skipped()
    {
        var set = Table(i => $"L{i}", extra: "L3,ISIC_3,mel\r\n");
        Assert.Equal(19, set.Photos.Count);
        Assert.Contains(set.Skipped, file => file.Reason == "has several classes in the table: nv, mel");
        Assert.Contains(set.Remarks, remark => remark.Contains("ISIC_3.jpg has several classes", StringComparison.Ordinal));
    }

    [Fact]
    public void A_lesion_with_two_diagnoses_is_listed()
    {
        var set = Table(i => i is 9 or 10 ? "shared" : $"L{i}");
        Assert.Contains("The lesion shared has photos of several classes: nv, mel.", set.Remarks);
    }

    [Fact]
    public void A_photo_that_is_not_there_is_remarked()
    {
        var set = Table(i => $"L{i}", extra: "L99,ISIC_99,nv\r\n");
        Assert.Contains("A table names photos that are not there: 1, ISIC_99 first.", set.Remarks);
    }

    [Fact]
    public void A_photo_without_a_diagnosis_or_a_row_is_listed()
    {
        folder.Write("part_1/other.jpg", PhotoBytes.Named("other"));
        folder.Write("part_1/blank.jpg", PhotoBytes.Named("blank"));
        var reasons = Table(i => $"L{i}", extra: "L99,blank, NaN\r\n").Skipped.ToDictionary(file => file.NameIn(null), file => file.Reason);
        Assert.Equal("is named by no table", reasons["other.jpg"]);
        Assert.Equal("has no class in the table", reasons["blank.jpg"]);
        Assert.Equal("is a table of the set", reasons["HAM10000_metadata.csv"]);
    }
}
