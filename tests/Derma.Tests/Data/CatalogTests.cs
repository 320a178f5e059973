using Derma.Data;

namespace Derma.Tests.Data;

public class CatalogTests
{
    static readonly Catalog Known = Catalog.Default;

    [Theory] // the totals that the sets' own pages and papers print
    [InlineData("skindisease", 22, 15_444)]
    [InlineData("ham10000", 7, 10_015)]
    [InlineData("ham10000-7", 7, 2_928 + 733)]
    [InlineData("dermnet", 23, 15_557 + 4_002)]
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
