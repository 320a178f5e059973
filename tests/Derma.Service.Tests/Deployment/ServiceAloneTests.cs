using System.Text.Json;

namespace Derma.Service.Tests;

/// <summary>The service brings neither the training library nor charts.</summary>
public class ServiceAloneTests
{
    static readonly string[] Foreign = ["torch", "plotly", "Derma.Training", "Derma.Papers", "Derma.Notebooks", "Microsoft.Data.Analysis"];

    /// <summary>Whether a file or library belongs to training or charts.</summary>
    public static bool IsForeign(string name) => Foreign.Any(part => name.Contains(part, StringComparison.OrdinalIgnoreCase));

    // artifacts/bin/PROJECT/CONFIGURATION/
    static string DepsFile(string project)
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(here.Parent!.Parent!.FullName, project, here.Name, project + ".deps.json");
    }

    [Theory]
    [InlineData("Derma.Service.Host")]
    [InlineData("Derma.Service")]
    public void Its_dependencies_are_without_training_and_charts(string project)
    {
        using var deps = JsonDocument.Parse(File.ReadAllText(DepsFile(project)));
        var libraries = deps.RootElement.GetProperty("libraries").EnumerateObject().Select(library => library.Name.Split('/')[0]).ToArray();
        Assert.Contains("Derma.Inference", libraries);
        Assert.Contains("Microsoft.ML.OnnxRuntime", libraries);
        Assert.DoesNotContain(libraries, IsForeign);
        var files = deps.RootElement.GetProperty("targets").EnumerateObject().SelectMany(target => target.Value.EnumerateObject())
            .SelectMany(library => new[] { "runtime", "native", "runtimeTargets" }.Select(group => (library, group)))
            .SelectMany(pair => pair.library.Value.TryGetProperty(pair.group, out var found) ? found.EnumerateObject().Select(file => file.Name) : []);
        Assert.DoesNotContain(files, IsForeign);
    }
}
