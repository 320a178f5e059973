using System.Diagnostics;
using System.Text.Json;

namespace Derma.Cli.Tests;

/// <summary>What the build takes and leaves out: packages by choice and system, and TorchSharp's native library on older systems.</summary>
public sealed class BuildTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("linux-x64", "cpu", "TorchSharp libtorch-cpu-linux-x64")]
    [InlineData("win-x64", "cpu", "TorchSharp libtorch-cpu-win-x64")]
    [InlineData("osx-arm64", "cpu", "TorchSharp libtorch-cpu-osx-arm64")]
    [InlineData("linux-x64", "cuda", "TorchSharp TorchSharp-cuda-linux")]
    [InlineData("win-x64", "cuda", "TorchSharp TorchSharp-cuda-windows")]
    public void Torch_is_taken_for_one_system_and_for_the_card_that_is_asked_for(string system, string torch, string expected)
    {
        var packages = Packages("Derma.Training", $"-p:TorchSystem={system}", $"-p:Torch={torch}");
        Assert.Equal(expected.Split(' '), packages.Where(name => name.Contains("torch", StringComparison.OrdinalIgnoreCase)));
    }

    [Theory]
    [InlineData("cpu", "Microsoft.ML.OnnxRuntime")]
    [InlineData("gpu", "Microsoft.ML.OnnxRuntime.Gpu")]
    public void Onnx_runtime_is_taken_for_the_device_that_is_asked_for(string onnx, string expected) =>
        Assert.Equal([expected], Packages("Derma.Inference", $"-p:Onnx={onnx}").Where(name => name.Contains("OnnxRuntime")));

    [Theory]
    [InlineData("linux-x64", "0.107.0")]
    [InlineData("win-x64", "0.106.0")]
    public void Windows_has_a_version_of_TorchSharp_that_loads_there(string system, string version) =>
        Assert.Equal(version, TorchSharpVersion($"-p:TorchSystem={system}"));

    [Fact]
    public void Built_programs_have_what_torch_needs_and_nothing_of_Python_or_its_own_tests()
    {
        string[] unused = ["torch_python", "torchbind_test", "jitbackend_test", "backend_with_compiler", "aoti_custom_ops", "shm"];
        var libraries = Directory.GetFiles(AppContext.BaseDirectory).Select(file => Path.GetFileNameWithoutExtension(file)).ToList();
        Assert.Contains(libraries, name => name.EndsWith("torch_cpu", StringComparison.Ordinal));
        Assert.Empty(libraries.Intersect(unused.Concat(unused.Select(name => "lib" + name))));
    }

    [SkippableFact]
    public void On_an_older_system_one_bit_of_a_copy_is_set_and_the_package_stays_as_it_is()
    {
        var package = Package();
        var before = File.ReadAllBytes(package);
        var copy = Assert.Single(NativeLibraries(package, "GLIBCXX_3.4.30\0"));
        Assert.StartsWith(folder.Path, copy);
        Assert.Equal(before, File.ReadAllBytes(package));
        var after = File.ReadAllBytes(copy);
        var changed = Assert.Single(Enumerable.Range(0, before.Length), at => before[at] != after[at]);
        Assert.Equal((before.Length, before[changed] | 2), (after.Length, after[changed]));
    }

    [SkippableFact]
    public void Where_the_system_has_the_version_the_library_is_as_the_package_has_it()
    {
        var package = Package();
        Assert.Equal(File.ReadAllBytes(package), File.ReadAllBytes(Assert.Single(NativeLibraries(package, "GLIBCXX_3.4.32\0"))));
    }

    [SkippableFact]
    public void Nothing_else_that_a_package_brings_is_touched()
    {
        Package();
        var other = folder.Write("libOther.so", [1, 2, 3]);
        Assert.Equal([other], NativeLibraries(other, "GLIBCXX_3.4.30\0"));
    }

    /// <summary>TorchSharp's native library in a folder of this test.</summary>
    string Package()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "Only Linux has the library that is changed.");
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var folders = Path.Combine(packages, "torchsharp", TorchSharpVersion(), "runtimes");
        var library = Directory.GetFiles(folders, "libLibTorchSharp.so", SearchOption.AllDirectories).Single(file => file.Contains("linux"));
        return folder.Write("package/libLibTorchSharp.so", File.ReadAllBytes(library));
    }

    /// <summary>What a project with the targets copies beside its assemblies of one native library, on a system with this C++ library.</summary>
    string[] NativeLibraries(string library, string cppLibrary)
    {
        var targets = Path.Combine(RepositoryPaths.Root, "lib", "TorchSharpOnOlderSystems.targets");
        var system = folder.Write("libstdc++.so", System.Text.Encoding.ASCII.GetBytes(cppLibrary));
        File.WriteAllText(folder.File("one.proj"), $"""
            <Project>
              <PropertyGroup>
                <ArtifactsPath>{folder.File("out")}</ArtifactsPath>
                <SystemCppLibrary>{system}</SystemCppLibrary>
              </PropertyGroup>
              <ItemGroup><NativeCopyLocalItems Include="{library}" NuGetPackageVersion="1.0.0" /></ItemGroup>
              <Target Name="ResolvePackageAssets" />
              <Import Project="{targets}" />
            </Project>
            """);
        var (exitCode, output) = MsBuild(folder.File("one.proj"), "-t:ResolvePackageAssets", "-getItem:NativeCopyLocalItems");
        Assert.True(exitCode == 0, output);
        return Identities(output, "NativeCopyLocalItems");
    }

    static string TorchSharpVersion(params string[] properties) =>
        MsBuild(Project("Derma.Training"), ["-getProperty:TorchSharpVersion", .. properties]).Output.Trim();

    static string[] Packages(string project, params string[] properties) =>
        Identities(MsBuild(Project(project), ["-getItem:PackageReference", .. properties]).Output, "PackageReference");

    static string[] Identities(string json, string item)
    {
        using var parsed = JsonDocument.Parse(json);
        var items = parsed.RootElement.GetProperty("Items").GetProperty(item).EnumerateArray();
        return [.. items.Select(each => each.GetProperty("Identity").GetString()!)];
    }

    static string Project(string name) => Path.Combine(RepositoryPaths.Root, "lib", name, name + ".csproj");

    static (int ExitCode, string Output) MsBuild(string project, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["msbuild", project, "-nologo", .. arguments]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }

    [Fact]
    public void The_project_that_brings_the_pretrained_network_names_the_package_that_is_looked_for()
    {
        var package = System.Xml.Linq.XDocument.Load(Path.Combine(RepositoryPaths.Root, "lib", "PretrainedNetwork.proj")).Descendants("PackageDownload").Single();
        Assert.Equal((Training.ImageNetResNet18.Package, $"[{Training.ImageNetResNet18.Version}]"), ((string)package.Attribute("Include")!, (string)package.Attribute("Version")!));
    }
}
