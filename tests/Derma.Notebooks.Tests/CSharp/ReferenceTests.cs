namespace Derma.Notebooks.Tests.CSharp;

public sealed class ReferenceTests
{
    static readonly string tests = typeof(ReferenceTests).Assembly.Location;

    [Fact]
    public async Task A_path_is_relative_to_the_notebooks_folder_and_what_lies_beside_the_assembly_is_found()
    {
        var folder = RunText.NewFolder();
        Directory.CreateDirectory(Path.Combine(folder, "lib"));
        foreach (var name in new[] { "AngleSharp.dll", "Derma.Notebooks.Tests.dll", "xunit.core.dll", "xunit.assert.dll" })
            File.Copy(Path.Combine(Path.GetDirectoryName(tests)!, name), Path.Combine(folder, "lib", name));
        var run = await RunText.Async("#!csharp\n\n#r \"lib/Derma.Notebooks.Tests.dll\"\n\nDerma.Notebooks.Tests.CSharp.UsesAngleSharp.Text()", folder);
        Assert.Null(run.FirstFailure?.Error?.Message);
        Assert.Equal("parsed", run.Cells[0].Result());
    }

    [Fact]
    public async Task Two_paths_to_one_assembly_give_one_copy_of_its_types()
    {
        var folder = RunText.NewFolder();
        foreach (var part in new[] { "a", "b" })
        {
            Directory.CreateDirectory(Path.Combine(folder, part));
            File.Copy(Path.Combine(Path.GetDirectoryName(tests)!, "AngleSharp.dll"), Path.Combine(folder, part, "AngleSharp.dll"));
        }
        var run = await RunText.Async("#!csharp\n\n#r \"a/AngleSharp.dll\"\nvar first = typeof(AngleSharp.Html.Parser.HtmlParser);\n\n#!csharp\n\n#r \"b/AngleSharp.dll\"\n"
            + "(first == typeof(AngleSharp.Html.Parser.HtmlParser)) + \" \" + AppDomain.CurrentDomain.GetAssemblies().Count(a => a.GetName().Name == \"AngleSharp\")", folder);
        Assert.Null(run.FirstFailure?.Error?.Message);
        Assert.Equal("True 1", run.Cells[1].Result());
    }

    [Fact]
    public async Task The_child_knows_no_assembly_of_the_program_that_started_it()
    {
        var run = await RunText.Async("#!csharp\n\nvar trusted = (string)AppContext.GetData(\"TRUSTED_PLATFORM_ASSEMBLIES\");\n$\"{trusted.Contains(\"AngleSharp\")} {trusted.Contains(\"xunit\")}\"");
        Assert.Equal("False False", run.Cells[0].Result());
    }

    [Theory]
    [InlineData("lib")]
    [InlineData("lib/runtimes/linux-x64/native")]
    public async Task A_native_library_beside_an_assembly_is_found(string place)
    {
        var folder = RunText.NewFolder();
        Directory.CreateDirectory(Path.Combine(folder, place));
        File.Copy(tests, Path.Combine(folder, "lib", "Derma.Notebooks.Tests.dll"));
        File.Copy(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "libSystem.Native.so"), Path.Combine(folder, place, "libbeside.so"));
        var run = await RunText.Async("#!csharp\n\n#r \"lib/Derma.Notebooks.Tests.dll\"\nDerma.Notebooks.Tests.CSharp.UsesNative.ProcessId() == Environment.ProcessId ? \"found\" : \"other\"", folder);
        Assert.Null(run.FirstFailure?.Error?.Message);
        Assert.Equal("found", run.Cells[0].Result());
    }

    [Theory]
    [InlineData("#r \"missing.dll\"", "01-test.dib(3,1): error CS0006: Metadata file 'missing.dll' could not be found")]
    [InlineData("#r \"nuget: Some.Package, 1.0.0\"", "01-test.dib(3): cell 1: the package Some.Package, 1.0.0 could not be restored: ")]
    public async Task A_reference_that_cannot_be_found_is_one_clear_error(string line, string message)
    {
        var run = await RunText.Async("#!csharp\n\n" + line + "\n1");
        Assert.StartsWith(message, run.FirstFailure!.Error!.Message);
    }
}

/// <summary>Called by reference from a notebook.</summary>
public static class UsesAngleSharp
{
    public static string Text() => new AngleSharp.Html.Parser.HtmlParser().ParseDocument("<p>parsed").Body!.TextContent;
}

/// <summary>Called by reference from a notebook.</summary>
public static class UsesNative
{
    [System.Runtime.InteropServices.DllImport("beside")]
    static extern int SystemNative_GetPid();

    public static int ProcessId() => SystemNative_GetPid();
}
