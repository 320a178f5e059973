namespace Derma.Cli.Tests;

/// <summary>What every source of the library keeps to.</summary>
public class LineTests
{
    const int Longest = 140;

    [Fact]
    public void No_line_is_longer_than_a_screen_is_wide()
    {
        var files = Directory.GetFiles(Path.Combine(RepositoryPaths.Root, "lib"), "*.cs", SearchOption.AllDirectories);
        Assert.NotEmpty(files);
        Assert.Empty(files.SelectMany(file => File.ReadLines(file).Index().Where(line => line.Item.Length > Longest)
            .Select(line => $"{Path.GetFileName(file)}({line.Index + 1}) has {line.Item.Length} characters")));
    }
}
