namespace Standins.Tests;

/// <summary>Holds the stand-ins against the public surfaces of the packages they stand for.</summary>
public class SurfaceTests(SurfaceTool surface) : IClassFixture<SurfaceTool>
{
    static readonly string configuration = new DirectoryInfo(AppContext.BaseDirectory).Name;

    [SkippableTheory]
    [InlineData("TorchSharp")]
    [InlineData("Plotly.NET")]
    [InlineData("Plotly.NET.CSharp")]
    [InlineData("Microsoft.Data.Analysis")]
    [InlineData("Microsoft.DotNet.Interactive")]
    public void Every_public_member_of_a_stand_in_exists_in_the_package(string name)
    {
        var list = Path.Combine(SurfaceTool.Reference, name + ".tsv");
        var assembly = Path.Combine(RepositoryPaths.Root, "artifacts", "bin", name, configuration, name + ".dll");
        Skip.IfNot(File.Exists(list), "The lists of public surfaces are not here.");
        Skip.IfNot(File.Exists(assembly), "This build takes the package itself.");
        var (exitCode, output) = surface.Check(assembly, list);
        Assert.Equal("", output);
        Assert.Equal(0, exitCode);
    }
}
