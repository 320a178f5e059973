using System.Diagnostics;

namespace Derma.Cli.Tests;

/// <summary>Runs the program as a person would, in a repository of its own that holds the given notebooks.</summary>
sealed class Workbook : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("workbook-").FullName;

    public Workbook(params (string Name, string Text)[] notebooks)
    {
        File.WriteAllText(Path.Combine(Root, "Derma.slnx"), "");
        Directory.CreateDirectory(Path.Combine(Root, "notebooks"));
        foreach (var (name, text) in notebooks) File.WriteAllText(Path.Combine(Root, "notebooks", name), text);
    }

    public IReadOnlyList<string> Files => [.. Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Root, file)).Order()];

    public (int ExitCode, string Output, string Error) Run(params string[] arguments) => Run([("GITHUB_ACTIONS", "")], arguments);

    public (int ExitCode, string Output, string Error) Run((string Name, string Value)[] environment, params string[] arguments)
    {
        using var process = Start(environment, arguments);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }

    public Process Start((string Name, string Value)[] environment, params string[] arguments)
    {
        var program = Path.Combine(RepositoryPaths.Root, "artifacts", "bin", "Derma.Cli", Configuration, "workbook.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Root };
        start.Environment["DERMA_ROOT"] = Root;
        foreach (var (name, value) in environment) start.Environment[name] = value.Length == 0 ? null : value;
        return Process.Start(start)!;
    }

    /// <summary>Whether a program of the system does what it is asked.</summary>
    public static bool Succeeds(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    /// <summary>The tests' own configuration: their folder is named by it.</summary>
    static string Configuration => Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
}
