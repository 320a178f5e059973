namespace Standins.Tests;

public class SurfaceTests(SurfaceTool surface) : IClassFixture<SurfaceTool>
{
    [SkippableTheory]
    [InlineData("TorchSharp")]
    [InlineData("Plotly.NET")]
    [InlineData("Plotly.NET.CSharp")]
    [InlineData("Microsoft.Data.Analysis")]
    public void Every_public_member_of_a_stand_in_exists_in_the_package(string name)
    {
        var list = Path.Combine(SurfaceTool.Reference, name + ".tsv");
        Skip.IfNot(File.Exists(list), "The lists of public surfaces are not here.");
        var (exitCode, output) = surface.Check(Path.Combine(AppContext.BaseDirectory, name + ".dll"), list);
        Assert.Equal("", output);
        Assert.Equal(0, exitCode);
    }
}
