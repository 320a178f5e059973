using System.Text.RegularExpressions;

namespace Derma.Cli.Tests.Course;

public class CoursePathTests
{
    static readonly Dictionary<string, string[]> paths = File.ReadAllText(Path.Combine(RepositoryPaths.Root, "docs", "course.md"))
        .Split("<summary><strong>").Skip(1).ToDictionary(part => part.Split('<')[0], Notebooks);

    static string[] Notebooks(string part)
    {
        var items = Regex.Matches(part, @"^\d+\. \[([\w-]+)\]\(\.\./notebooks/([\w-]+)\.dib\): \w.*[.?]$", RegexOptions.Multiline);
        Assert.Equal(Regex.Count(part, @"(?m)^\d+\. "), items.Count);
        Assert.All(items, item => Assert.Equal(item.Groups[1].Value, item.Groups[2].Value));
        return [.. items.Select(item => item.Groups[1].Value)];
    }

    [Fact]
    public void There_are_three_paths() => Assert.Equal(["One hour", "One day", "All of it"], paths.Keys);

    [Fact]
    public void The_longest_has_every_notebook_in_order() =>
        Assert.Equal(CourseNotebook.Sequence.Select(notebook => notebook.Id), paths["All of it"]);

    [Fact]
    public void Every_path_names_notebooks_of_the_repository_in_their_order() => Assert.All(paths.Values, path =>
    {
        Assert.All(path, id => Assert.True(File.Exists(Path.Combine(CourseNotebook.Folder, id + ".dib")), id));
        Assert.Equal(path.Order(StringComparer.Ordinal), path);
    });

    [Fact]
    public void An_hour_is_enough_to_read_the_shortest() => Assert.InRange(paths["One hour"].Sum(id => CourseNotebook.Of(id).Minutes.Read), 40, 60);

    [Fact]
    public void Eight_hours_are_enough_to_work_through_the_second() => Assert.InRange(paths["One day"].Sum(id => CourseNotebook.Of(id).Minutes.Work), 360, 480);
}
