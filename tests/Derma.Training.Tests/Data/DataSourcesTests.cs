namespace Derma.Training.Tests;

public sealed class DataSourcesTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    static string Complaint(string spec) => Assert.Throws<UserError>(() => DataSources.Open(spec)).Message;

    [Fact]
    public void Class_folders_are_recognised_and_take_the_name_that_was_given()
    {
        foreach (var file in new[] { "train/A/1.jpg", "train/B/1.jpg", "test/A/1.jpg", "test/B/1.jpg" }) folder.Write(file, PhotoBytes.Named(file));
        Assert.Equal("mine", DataSources.Open($"mine={folder.Path}").Id);
    }

    [Fact]
    public void A_folder_of_neither_layout_is_named() => Assert.Contains(folder.Path, Complaint($"mine={folder.Path}"));

    [Theory, InlineData("nowhere"), InlineData("nowhere="), InlineData("=nowhere")]
    public void A_name_without_a_folder_is_refused(string spec) => Assert.Contains("'nowhere'", Complaint(spec));

    [Fact]
    public void Drawings_have_no_folder_to_name() => Assert.Contains("'synthetic'", Complaint("synthetic-13"));

    [Fact]
    public void A_known_set_without_its_folder_says_how_to_name_it() => Assert.Contains("ham10000=PATH", Complaint("ham10000"));
}
