using System.Diagnostics;
using System.Text;

namespace Derma.TestSupport;

/// <summary>Reads PDFs with Poppler's programs (Debian's poppler-utils); tests that need them skip where they are absent.</summary>
internal static class Poppler
{
    public static bool IsHere { get; } = Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "pdftotext")));

    public static string Text(byte[] pdf, params string[] options) => Encoding.UTF8.GetString(Run("pdftotext", pdf, [.. options, "-enc", "UTF-8", "-", "-"]));

    public static string Info(byte[] pdf) => Encoding.UTF8.GetString(Run("pdfinfo", pdf, ["-"]));

    /// <summary>The columns page, num, type, width, height, … of every picture.</summary>
    public static string[][] Images(byte[] pdf) =>
        [.. Encoding.UTF8.GetString(Run("pdfimages", pdf, ["-list", "-"])).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    /// <summary>The first page as RGB, one pixel a point.</summary>
    public static (int Width, int Height, byte[] Rgb) Page(byte[] pdf)
    {
        var ppm = Run("pdftoppm", pdf, ["-r", "72", "-f", "1", "-l", "1", "-"]);
        var header = new List<int>();
        var at = 3; // after "P6" and a line end
        while (header.Count < 3)
        {
            var end = Array.FindIndex(ppm, at, value => value is (byte)' ' or (byte)'\n');
            header.Add(int.Parse(Encoding.ASCII.GetString(ppm, at, end - at)));
            at = end + 1;
        }
        return (header[0], header[1], ppm[at..]);
    }

    static byte[] Run(string program, byte[] input, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = new MemoryStream();
        var reading = process.StandardOutput.BaseStream.CopyToAsync(output);
        process.StandardInput.BaseStream.Write(input);
        process.StandardInput.Close();
        reading.Wait();
        process.WaitForExit();
        return process.ExitCode == 0 && errors.Result.Length == 0 ? output.ToArray() : throw new InvalidOperationException($"{program}: {errors.Result}");
    }
}
