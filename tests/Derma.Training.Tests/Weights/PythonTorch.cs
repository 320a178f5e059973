using System.Diagnostics;

namespace Derma.Training.Tests;

/// <summary>Debian's Python with torchvision, an independent implementation to compare with; tests skip where it is absent.</summary>
static class PythonTorch
{
    const string Python = "/usr/bin/python3";

    static readonly Lazy<bool> here = new(() => File.Exists(Python) && Run("-c", "import torch, torchvision").ExitCode == 0);

    /// <summary>Runs a script of the folder python beside this file, or skips the test.</summary>
    public static void Script(string name, params string[] arguments)
    {
        Skip.IfNot(here.Value, "python3-torchvision is not here");
        var script = Path.Combine(RepositoryPaths.Root, "tests", "Derma.Training.Tests", "Weights", "python", name);
        var (exitCode, errors) = Run(["-B", script, .. arguments]);
        Assert.True(exitCode == 0, errors);
    }

    static (int ExitCode, string Errors) Run(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Python, arguments) { RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, errors);
    }
}
