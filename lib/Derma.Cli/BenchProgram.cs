using System.Diagnostics;
using System.Text.Json;

namespace Derma.Cli;

/// <summary>One program of a benchmark: what to start, with which environment.</summary>
sealed record BenchProgram(string Name, string File, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>Runs it to its end and reads the JSON line that it prints.</summary>
    /// <exception cref="UserError">It failed or printed something else.</exception>
    public JsonElement Run()
    {
        var start = new ProcessStartInfo(File, Arguments) { RedirectStandardOutput = true };
        foreach (var (name, value) in Environment) start.Environment[name] = value;
        using var process = Process.Start(start) ?? throw new UserError($"{File} could not be started.");
        var line = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? JsonDocument.Parse(line).RootElement : throw new UserError($"The benchmark '{Name}' ended with exit code {process.ExitCode}.");
    }
}
