using System.CommandLine;
using System.Globalization;

namespace Derma.Cli;

/// <summary><c>workbook golden FILE</c>: compares the library's networks with numbers computed elsewhere.</summary>
static class GoldenVerb
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "a golden file: networks, the formula that fills them, and what they must answer" };
        var command = new Command("golden", "Compare the networks with a file of golden numbers. Exit code 1: a tolerance is broken; 3: an unknown network.") { file };
        command.SetAction(parsed => Compare(parsed.GetValue(file)!.FullName));
        return command;
    }

    static int Compare(string path)
    {
        var rows = GoldenFile.Check(path);
        foreach (var row in rows) Console.WriteLine(Line(row));
        return rows.Any(row => row.Known && !row.Passes) ? ExitCode.Failure : rows.All(row => row.Known) ? ExitCode.Success : ExitCode.UnknownNetwork;
    }

    static string Line(GoldenRow row) => $"{row.Network,-20} " + (row.Known
        ? $"{(row.Passes ? "ok    " : "BROKEN")} {string.Join(", ", row.Differences.Select(difference => string.Create(CultureInfo.InvariantCulture, $"{difference.Kind} {difference.Largest:0.0e+00}{(difference.Passes ? "" : " > " + difference.Tolerance)}")))}"
        : "unknown: this library has no network of that name");
}
