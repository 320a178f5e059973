using System.Diagnostics;

namespace Standins.Tests;

/// <summary>The program in <c>../shared/api/surface</c>, built once in a folder of its own, since that one may be read-only.</summary>
public sealed class SurfaceTool : IDisposable
{
    readonly string folder = Path.Combine(Path.GetTempPath(), "surface-" + Guid.NewGuid().ToString("N"));
    readonly Lazy<string> program;

    public SurfaceTool() => program = new(Build);

    public static string Reference => Path.Combine(RepositoryPaths.Shared, "api");

    /// <summary>What the assembly needs is looked for beside the tests: a member whose types are not found would go unseen.</summary>
    public (int ExitCode, string Output) Check(string assembly, string list)
        => Run("dotnet", [program.Value, "check", assembly, list, AppContext.BaseDirectory]);

    public void Dispose()
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    string Build()
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.GetFiles(Path.Combine(Reference, "surface"), "*.cs*"))
            File.WriteAllBytes(Path.Combine(folder, Path.GetFileName(file)), File.ReadAllBytes(file));
        var (exitCode, output) = Run("dotnet", ["build", folder, "-c", "Release", "-o", Path.Combine(folder, "out")]);
        return exitCode == 0 ? Path.Combine(folder, "out", "surface.dll") : throw new InvalidOperationException(output);
    }

    static (int, string) Run(string command, string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
