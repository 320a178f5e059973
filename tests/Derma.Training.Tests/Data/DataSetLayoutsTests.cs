using System.Text;

namespace Derma.Training.Tests;

/// <summary>Miniatures of the sets that people have, each in the layout of its download.</summary>
public sealed class DataSetLayoutsTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    void Photos(string format, int count, int from = 0)
    {
        for (var i = from; i < from + count; i++)
        {
            var name = string.Format(System.Globalization.CultureInfo.InvariantCulture, format, i);
            folder.Write(name, name.EndsWith(".png", StringComparison.Ordinal) ? PngBytes.Make(4, 4, 8, PngBytes.Grey, [.. Enumerable.Range(0, 16).Select(k => (byte)(i + k))])
                : PhotoBytes.Named(name));
        }
    }

    void Table(string name, string header, int count, Func<int, string> row, int from = 0) => folder.Write(
        name, Encoding.UTF8.GetBytes(header + "\r\n" + string.Concat(Enumerable.Range(from, count).Select(i => row(i) + "\r\n"))));

    PhotoSet Open(string id) => DataSources.Open($"{id}={folder.Path}");

    static string Counts(PhotoSet set) => string.Join(", ", set.Classes.Select((name, label) => $"{name} {set.Photos.Count(photo => photo.Label == label)}"));

    [Fact]
    public void Ham10000_as_the_isic_archive_serves_it()
    {
        Photos("ISIC_{0:0000000}.jpg", 40);
        folder.Write("attribution.txt", "by whom"u8.ToArray());
        Table("metadata.csv", "isic_id,attribution,copyright_license,age_approx,anatom_site_general,benign_malignant,diagnosis,lesion_id,sex", 40,
            i => $"ISIC_{i:0000000},ViDIR,CC-BY-NC,{(i == 0 ? "" : "50")},,benign,{(i < 20 ? "nevus" : "melanoma")},IL_{i / 2},female");
        var set = Open("ham10000-isic");
        Assert.Equal("melanoma 20, nevus 20", Counts(set));
        Assert.Equal(20, set.Photos.Select(photo => photo.Group).Distinct().Count());
        Assert.Equal(42, set.Found);
    }

    [Fact]
    public void Isic_2018_with_one_hot_tables_of_three_parts_and_lesion_groups()
    {
        const string Header = "image,MEL,NV,BCC,AKIEC,BKL,DF,VASC";
        string Row(int i) => $"ISIC_{i:0000000},{(i % 2 == 0 ? "1.0,0.0" : "0.0,1.0")},0.0,0.0,0.0,0.0,0.0";
        foreach (var (part, from, count) in new[] { ("Training", 0, 8), ("Validation", 8, 4), ("Test", 12, 4) })
        {
            Photos($"ISIC2018_Task3_{part}_Input/ISIC_{{0:0000000}}.jpg", count, from);
            Table($"ISIC2018_Task3_{part}_GroundTruth/ISIC2018_Task3_{part}_GroundTruth.csv", Header, count, Row, from);
        }
        Table("ISIC2018_Task3_Training_LesionGroupings.csv", "image,lesion_id,diagnosis_confirm_type", 8, i => $"ISIC_{i:0000000},HAM_{i / 4},histopathology");
        var set = Open("isic2018");
        Assert.Equal("MEL 8, NV 8", Counts(set));
        Assert.Equal([8, 4, 4], Enum.GetValues<Subset>().Select(part => set.Of(part).Count));
        Assert.Equal(2, set.Of(Subset.Train).Select(photo => photo.Group).Distinct().Count());
    }

    [Fact]
    public void Isic_2019_with_a_table_of_metadata_beside_and_an_unknown_class()
    {
        Photos("ISIC_2019_Training_Input/ISIC_2019_Training_Input/ISIC_{0:0000000}.jpg", 12);
        Table("ISIC_2019_Training_GroundTruth.csv", "image,MEL,NV,BCC,AK,BKL,DF,VASC,SCC,UNK", 12, i =>
            $"ISIC_{i:0000000},{(i < 4 ? 1 : 0)}.0,{(i is >= 4 and < 8 ? 1 : 0)}.0,0.0,0.0,0.0,0.0,0.0,0.0,{(i >= 8 && i < 11 ? 1 : 0)}.0");
        Table("ISIC_2019_Training_Metadata.csv", "image,age_approx,anatom_site_general,lesion_id,sex", 12, i => $"ISIC_{i:0000000},55.0,anterior torso,{(i < 2 ? "" : $"MSK_{i}")},male");
        var set = Open("isic2019");
        Assert.Equal("MEL 4, NV 4, UNK 3", Counts(set));
        Assert.Contains(set.Skipped, file => file.Reason == "has no class in the table");
        Assert.Equal(55, set.Rows[set.Photos[0].Path].Age);
    }

    [Fact]
    public void Isic_2020_by_patient_with_photos_in_a_folder_called_train()
    {
        Photos("train/ISIC_{0:0000000}.jpg", 36);
        Photos("test/ISIC_{0:0000000}.jpg", 3, 50);
        Table("train.csv", "image_name,patient_id,sex,age_approx,anatom_site_general_challenge,diagnosis,benign_malignant,target", 36,
            i => $"ISIC_{i:0000000},IP_{i / 3},male,45.0,torso,unknown,{(i < 9 ? "malignant,1" : "benign,0")}");
        Table("test.csv", "image_name,patient_id,sex,age_approx,anatom_site_general_challenge", 3, i => $"ISIC_{i:0000000},IP_9,male,45.0,torso", 50);
        var set = Open("isic2020");
        Assert.Equal("benign 27, malignant 9", Counts(set));
        Assert.Equal(12, set.Photos.Select(photo => photo.Group).Distinct().Count());
        Assert.Equal(3, set.Skipped.Count(file => file.Reason == "has no class in the table"));
    }

    [Fact]
    public void Pad_ufes_20_with_png_photos_in_three_folders()
    {
        for (var part = 1; part <= 3; part++) Photos($"images/imgs_part_{part}/PAT_{{0}}.png", 4, part * 4);
        Table("metadata.csv", "patient_id,lesion_id,smoke,age,gender,fitspatrick,region,diagnostic,itch,img_id,biopsed", 12,
            i => $"PAT_{i},{i / 2},,{30 + i},FEMALE,{(i < 8 ? "" : "2.0")},ARM,{(i % 2 == 0 ? "BCC" : "ACK")},True,PAT_{i}.png,False", 4);
        var set = Open("pad-ufes-20");
        Assert.Equal("ACK 6, BCC 6", Counts(set));
        Assert.Equal((6, "2.0"), (set.Photos.Select(photo => photo.Group).Distinct().Count(), set.Rows[set.Photos.Single(photo => photo.Path.EndsWith("PAT_15.png")).Path].SkinType));
    }

    [Fact]
    public void Fitzpatrick17k_by_hash_with_an_unnamed_index_column()
    {
        Photos("images/{0:x32}.jpg", 12);
        Table("fitzpatrick17k.csv", ",md5hash,fitzpatrick_scale,fitzpatrick_centaur,label,nine_partition_label,three_partition_label,qc,url", 12,
            i => $"{i},{i:x32},{1 + i % 6},2,{(i < 6 ? "psoriasis" : "\"lupus, chronic\"")},inflammatory,non-neoplastic,,http://x/{i}");
        Assert.Equal("lupus, chronic 6, psoriasis 6", Counts(Open("fitzpatrick17k")));
    }

    [Fact]
    public void Ddi_by_file_with_yes_and_no()
    {
        Photos("{0:000000}.png", 12);
        Table("ddi_metadata.csv", ",DDI_ID,DDI_file,skin_tone,malignant,disease", 12, i => $"{i},{i},{i:000000}.png,56,{(i < 4 ? "True" : "False")},some-{i}");
        Assert.Equal("malignant=false 8, malignant=true 4", Counts(Open("ddi")));
    }

    [Theory]
    [InlineData("path,label", "{0},{1}"), InlineData("label;file", "{1};{0}"), InlineData("Image Path\tClass Name", "{0}\t{1}")]
    public void Any_table_of_path_and_label(string header, string row)
    {
        Photos("a/{0}.jpg", 4);
        Photos("b/{0}.jpg", 4);
        Table("list.csv", header, 8, i => string.Format(System.Globalization.CultureInfo.InvariantCulture, row, $"{(i < 4 ? "a" : "b")}/{i % 4}.jpg", i < 4 ? "eczema" : "acne"));
        var set = Open("mine");
        Assert.Equal("acne 4, eczema 4", Counts(set));
        Assert.Equal("acne", set.Classes[set.Photos.Single(photo => photo.Path.EndsWith("b/0.jpg")).Label]);
    }

    [Fact]
    public void A_table_with_a_column_of_parts_keeps_them()
    {
        Photos("{0}.jpg", 10);
        Table("list.csv", "file,label,split", 10, i => $"{i}.jpg,{(i % 2 == 0 ? "eczema" : "acne")},{(i < 6 ? "train" : i < 8 ? "val" : "test")}");
        Assert.Equal([6, 2, 2], Enum.GetValues<Subset>().Select(part => Open("mine").Of(part).Count));
    }

    [Fact]
    public void Dermnets_folders_with_spaces()
    {
        foreach (var part in new[] { "train", "test" })
            foreach (var name in new[] { "Acne and Rosacea Photos", "Eczema Photos" }) Photos($"dermnet/{part}/{name}/07Acne081101 ({{0}}).jpg", 3);
        Assert.Equal("Acne and Rosacea Photos 6, Eczema Photos 6", Counts(Open("dermnet")));
    }

    [Theory, InlineData("skindisease"), InlineData("mine")]
    public void The_reports_set_doubled_by_its_archive(string id)
    {
        foreach (var part in new[] { "Train", "Test" })
            foreach (var name in new[] { "Acne", "Warts" }) Photos($"SkinDisease/SkinDisease/{part}/{name}/{{0}}.jpg", 3);
        Assert.Equal("Acne 6, Warts 6", Counts(Open(id)));
    }
}
