namespace Derma.Page.Tests.Support;

/// <summary>Programs and scripts that a machine may lack.</summary>
static class Tools
{
    /// <summary>The test skips where <paramref name="isHere"/> does not hold; in continuous integration, or where a site is to be checked, it fails.</summary>
    public static void Require(bool isHere, string sentence)
    {
        if (Environment.GetEnvironmentVariable("CI") is "true" || NotebookSite.Given is not null) Assert.True(isHere, sentence);
        Skip.IfNot(isHere, sentence);
    }

    /// <summary>Full path of the first of these programs that is on PATH, or null.</summary>
    public static string? Find(params string[] programs) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => programs.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
}
