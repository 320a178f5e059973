namespace Derma.Training.Tests;

public class CatalogTests
{
    static readonly Catalog Known = Catalog.Default;

    [Theory] // the totals that the sets' own pages and papers print
    [InlineData("skindisease", 22, 15_444)]
    [InlineData("ham10000", 7, 10_015)]
    [InlineData("ham10000-7", 7, 2_928 + 733)]
    [InlineData("dermnet", 23, 15_557 + 4_002)]
    [InlineData("isic2019", 8, 25_331)]
    [InlineData("isic2020", 2, 33_126)]
    [InlineData("pad-ufes-20", 6, 2_298)]
    [InlineData("ddi", 2, 656)]
    public void The_class_counts_of_a_set_add_up_to_its_published_total(string id, int classes, int photos)
    {
        Assert.Equal(classes, Known[id].Classes.Length);
        Assert.Equal(photos, Known[id].Total);
    }

    [Fact]
    public void The_original_set_is_divided_as_the_report_says()
    {
        var original = Known.Entries.Single(entry => entry.OriginalOf == "CNN report");
        Assert.Equal((13_898, 1_546), (original.Train, original.Test));
    }

    [Fact]
    public void The_built_in_drawings_have_the_original_sets_classes_and_no_counts()
    {
        Assert.Equal(Known["skindisease"].Classes.Select(item => item.Folder), Known["synthetic"].Classes.Select(item => item.Folder));
        Assert.Null(Known["synthetic"].Total);
    }

    [Fact] // 4.1.1 and 4.1.2
    public void Smart_Dermas_images_are_listed_as_the_paper_states_them()
    {
        var stated = Known.Entries.Single(entry => entry.OriginalOf == "Smart Derma");
        Assert.Equal((57_600, 6.5, 13), (stated.StatedPhotos, stated.StatedGigabytes, stated.Classes.Length));
        Assert.Null(stated.Total);
        Assert.Equal(stated.Classes.Select(item => item.Folder), SyntheticSkin.Conditions13.Conditions.Select(condition => condition.Name));
        Assert.Equal(stated.Classes.AsEnumerable(), Known["synthetic-13"].Classes);
    }

    [Fact] // published counts of HAM10000: akiec 327, bcc 514, bkl 1,099, mel 1,113, nv 6,705, df 115, vasc 142
    public void Ham10000_fills_five_of_the_13_classes_and_has_six_moles_to_a_melanoma()
    {
        var mapping = ClassMapping.Ham10000;
        var filled = mapping.Rows.Where(row => row.Photos > 0).Select(row => (row.Class.Folder, row.From.Single().Folder, row.Photos));
        Assert.Equal(
            [
                ("Actinic_Keratosis", "akiec", 327), ("Basal_Cell_Carcinoma", "bcc", 514), ("Melanoma", "mel", 1_113), ("Moles", "nv", 6_705),
                ("Seborrheic_Keratosis", "bkl", 1_099),
            ],
            filled);
        Assert.Equal(["df", "vasc"], mapping.Unmapped.Select(item => item.Folder));
        Assert.Equal((13, 10_015 - 115 - 142), (mapping.Rows.Count, mapping.Mapped));
    }

    [Fact]
    public void Every_mapped_class_is_one_of_the_13() => Assert.Subset(
        Known["smart-derma"].Classes.Select(item => item.Folder).ToHashSet(),
        Known.Entries.SelectMany(entry => entry.Classes).Select(item => item.SmartDerma).OfType<string>().ToHashSet());

    [Fact]
    public void Classes_are_in_the_order_of_their_folders_as_labels_are() =>
        Assert.All(Known.Entries, entry => Assert.Equal(entry.Classes.Select(item => item.Folder).Order(StringComparer.Ordinal), entry.Classes.Select(item => item.Folder)));

    [Fact]
    public void Every_set_says_what_its_licence_allows_and_how_to_get_it() =>
        Assert.All(Known.Entries, entry => Assert.True(entry.Licence.Length > 0 && entry.Obtain.Length > 0));

    [Fact]
    public void An_unknown_set_is_refused_with_those_there_are()
    {
        var problem = Assert.Throws<UserError>(() => Known["isic"]);
        Assert.Contains("synthetic, skindisease, ham10000, ham10000-7, dermnet", problem.Message);
    }
}
