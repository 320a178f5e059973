using System.Diagnostics;

namespace Derma.Notebooks.Engine;

/// <summary>The process between the runner and <c>dotnet-interactive</c>, which would go on for ever where the runner is gone.</summary>
internal static class ToolGuard
{
    /// <summary>
    /// Starts the tool with this process's output, hands it all input, and ends it with all that it started when that ends.
    /// </summary>
    public static async Task<int> RunAsync(string program, string[] arguments)
    {
        // Ctrl-C reaches this process too; what it means is for the runner to say.
        Console.CancelKeyPress += (_, press) => press.Cancel = true;
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true };
        // It would welcome its user among the first cell's output.
        foreach (var name in new[] { "SKIP_FIRST_TIME_EXPERIENCE",
            "CLI_TELEMETRY_OPTOUT" }) start.Environment[$"DOTNET_INTERACTIVE_{name}"] = "1";
        // The runtime that runs this process runs the tool, wherever it is installed.
        start.Environment.TryAdd("DOTNET_ROOT", Path.GetDirectoryName(Environment.ProcessPath));
        using var tool = Process.Start(start)!;
        _ = HandOnAsync(tool);
        await tool.WaitForExitAsync();
        return tool.ExitCode;
    }

    static async Task HandOnAsync(Process tool)
    {
        try
        {
            await Console.OpenStandardInput().CopyToAsync(tool.StandardInput.BaseStream);
        }
        catch (IOException)
        {
            // The tool has ended, or reads no more.
        }
        tool.Kill(entireProcessTree: true);
    }
}
