using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Derma.Training.Tests;

public sealed class DataCardTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    // Three lesions of each class, two photos each; one photo is there twice in two classes, one file is no photo.
    string Set()
    {
        var root = Path.Combine(folder.Path, "set");
        for (var i = 0; i < 12; i++) folder.Write($"set/P{i}.jpg", PhotoBytes.Named(i == 11 ? "P0" : $"P{i}"));
        folder.Write("set/bad.jpg", "<html>"u8.ToArray());
        var rows = Enumerable.Range(0, 12).Select(i => $"P{i},{(i < 6 ? "acne" : "warts | <b>")},L{i / 2},{(i < 3 ? "40" : "NaN")},{(i < 6 ? "II" : "")}\n");
        folder.Write("set/list.csv", Encoding.UTF8.GetBytes("image,label,lesion_id,age,skin_tone\n" + string.Concat(rows)));
        return root;
    }

    Dictionary<string, string> Written(string id, string? root) => CardFiles.Write(DataCard.Of(id, root), folder.File("out"))
        .ToDictionary(file => Path.GetFileName(file)[id.Length..], File.ReadAllText);

    [Fact]
    public void A_card_counts_classes_files_copies_lesions_and_what_is_known()
    {
        var card = Written("mine", Set())[".md"];
        Assert.Contains("> **Not for diagnosis.", card);
        Assert.Contains("14 files found = 12 photos used + 2 skipped + 0 set aside.", card);
        Assert.Contains("| is neither a JPEG nor a PNG | 1 | bad.jpg |", card);
        Assert.Contains("Groups of photos with the same bytes: 1; of several classes: 1; in several parts: ", card);
        Assert.Contains("6 lesions known by name, 0 of them on both sides", card);
        Assert.Contains("| an age | 3 | 25.0\u00a0% |", card);
        Assert.Contains("| a skin type or tone | 6 | 50.0\u00a0% |", card);
        Assert.Contains("the most frequent size is 16 × 16 (100.0\u00a0% of the photos)", card);
        Assert.Contains("| warts \\| \\<b\\> | ", card);
        Assert.Contains("**Licence.** Not known here", card);
    }

    [Fact]
    public void The_page_says_the_same_and_encodes_what_a_set_calls_itself()
    {
        var page = Written("mine", Set())[".html"];
        Assert.Contains("<strong>Not for diagnosis.", page);
        Assert.Contains("<td>warts | &lt;b&gt;</td>", page);
        Assert.Contains("14 files found = 12 photos used + 2 skipped + 0 set aside.", page);
        Assert.DoesNotContain("<b>", page);
    }

    [Fact] // Croissant 1.0: the dataset's required properties, and that every source and key leads to something that is there
    public void Croissant_describes_the_list_of_photos_beside_it()
    {
        var files = Written("mine", Set());
        var croissant = JsonNode.Parse(files[".croissant.json"])!.AsObject();
        Assert.Equal(("sc:Dataset", "http://mlcommons.org/croissant/1.0", "mine"), ((string)croissant["@type"]!, (string)croissant["conformsTo"]!, (string)croissant["name"]!));
        Assert.All(new[] { "@context", "description", "license", "url", "creator", "datePublished", "distribution", "recordSet" }, name => Assert.NotNull(croissant[name]));
        var file = Assert.Single(croissant["distribution"]!.AsArray())!;
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(files[".photos.csv"]))), (string)file["sha256"]!);
        var header = files[".photos.csv"].Split('\n')[0].Split(',');
        var fields = croissant["recordSet"]![0]!["field"]!.AsArray();
        Assert.Equal(header, fields.Select(field => (string)field!["source"]!["extract"]!["column"]!));
        Assert.All(fields, field => Assert.Equal((string)file["@id"]!, (string)field!["source"]!["fileObject"]!["@id"]!));
        Assert.Equal(["acne", "warts | <b>"], croissant["recordSet"]![1]!["data"]!.AsArray().Select(row => (string)row!["classes/name"]!));
        Assert.Equal(13, files[".photos.csv"].Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("\"P0.jpg\",\"acne\",", files[".photos.csv"]);
    }

    [Fact]
    public void A_known_set_without_a_folder_has_a_card_of_what_is_catalogued()
    {
        var files = Written("ham10000", null);
        Assert.Contains("Counts as catalogued: no folder was named, so nothing was looked at.", files[".md"]);
        Assert.Contains("| Melanocytic nevus | – | – | 6,705 |", files[".md"]);
        Assert.Contains("CC BY-NC 4.0", files[".md"]);
        Assert.DoesNotContain(".photos.csv", files.Keys);
        var croissant = JsonNode.Parse(files[".croissant.json"])!;
        Assert.Equal(("https://creativecommons.org/licenses/by-nc/4.0/", "2018", "Tschandl, Rosendahl, Kittler"),
            ((string)croissant["license"]!, (string)croissant["datePublished"]!, (string)croissant["creator"]!["name"]!));
    }

    [Fact]
    public void A_set_of_ones_own_needs_a_folder() => Assert.Contains("'mine'", Assert.Throws<UserError>(() => DataCard.Of("mine", null)).Message);

    [SkippableFact]
    public void The_card_of_the_real_table_counts_its_lesions_and_the_two_pairs_of_copies()
    {
        var card = Written("ham10000", RealPhotos.Folder(RealPhotos.Kaggle))[".md"];
        Assert.Contains("7,470 lesions known by name, 0 of them on both sides", card);
        Assert.Contains("Groups of photos with the same bytes: 2;", card);
        Assert.Contains("| an age | 9,958 | 99.4\u00a0% |", card);
        Assert.Contains("= 10,015 photos used + ", card);
    }
}
