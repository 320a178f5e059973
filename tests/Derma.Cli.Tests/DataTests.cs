namespace Derma.Cli.Tests;

public class DataTests
{
    static void Photos(Workbook workbook, string format, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var name = string.Format(System.Globalization.CultureInfo.InvariantCulture, format, i);
            var path = Path.Combine(workbook.Root, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, PhotoBytes.Named(name));
        }
    }

    [Fact]
    public void A_card_is_written_as_markdown_page_and_croissant()
    {
        using var workbook = new Workbook();
        foreach (var place in new[] { "train/acne", "train/warts", "test/acne", "test/warts" }) Photos(workbook, $"photos/{place}/{{0}}.jpg", 2);
        var (exitCode, output, error) = workbook.Run("data", "card", "mine=photos", "--out", "cards");
        Assert.Equal((0, ""), (exitCode, error));
        Assert.Equal(["mine.md", "mine.html", "mine.photos.csv", "mine.croissant.json"], output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Path.GetFileName));
        Assert.Contains("Not for diagnosis", File.ReadAllText(Path.Combine(workbook.Root, "cards", "mine.html")));
        Assert.Contains("8 files found = 8 photos used + 0 skipped + 0 set aside.", File.ReadAllText(Path.Combine(workbook.Root, "cards", "mine.md")));
    }

    [Fact]
    public void A_check_of_a_table_without_its_photos_says_what_is_missing_and_where_to_get_it()
    {
        using var workbook = new Workbook();
        Photos(workbook, "set/imgs_part_1/PAT_{0}.jpg", 4);
        File.WriteAllText(Path.Combine(workbook.Root, "set", "metadata.csv"),
            "img_id,diagnostic\n" + string.Concat(Enumerable.Range(0, 12).Select(i => $"PAT_{i}.png,{(i % 2 == 0 ? "BCC" : "ACK")}\n")));
        var (exitCode, _, error) = workbook.Run("data", "check", "pad-ufes-20", "set");
        Assert.Equal(2, exitCode);
        Assert.Contains("lacks 8 of the 12 photos in its table, 'PAT_4.png' first", error);
        Assert.Contains("Mendeley Data", error);
    }

    [Fact]
    public void A_check_names_missing_photos_classes_and_files_that_are_none()
    {
        using var workbook = new Workbook();
        Photos(workbook, "set/PAT_{0}.jpg", 20);
        File.WriteAllText(Path.Combine(workbook.Root, "set", "PAT_20.png"), "cut");
        File.WriteAllText(Path.Combine(workbook.Root, "set", "metadata.csv"),
            "img_id,diagnostic\n" + string.Concat(Enumerable.Range(0, 22).Select(i => $"PAT_{i}.png,{(i % 2 == 0 ? "BCC" : "ACK")}\n")));
        var (exitCode, output, _) = workbook.Run("data", "check", "pad-ufes-20", "set");
        Assert.Equal(1, exitCode);
        Assert.Contains("missing class: SEK", output);
        Assert.Contains("A table names photos that are not there: 1, PAT_21.png first.", output);
        Assert.Contains("no photo: PAT_20.png (is neither a JPEG nor a PNG)", output);
    }
}
