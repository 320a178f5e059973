using System.Diagnostics;
using System.Globalization;

namespace Derma.Bench;

/// <summary>The service in a process of its own, so that its memory is its own.</summary>
sealed class ServiceProcess : IAsyncDisposable
{
    readonly Process process;

    ServiceProcess(Process process, Uri address) => (this.process, Address) = (process, address);

    public Uri Address { get; }

    public long ResidentMiB => Report.Status(process.Id, "VmRSS");

    public long PeakMiB => Report.Status(process.Id, "VmHWM");

    public static ServiceProcess Start(string program, string model, params string[] more)
    {
        var start = new ProcessStartInfo("dotnet", [program, "serve", "--port", "0", "--model", model, .. more]) { RedirectStandardOutput = true };
        var process = Process.Start(start)!;
        var address = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The service did not start.");
        // Its log is drained and dropped: a full pipe would stop it.
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        return new ServiceProcess(process, new Uri(address));
    }

    /// <summary>Makes the peak begin anew (proc(5), clear_refs).</summary>
    public void ForgetPeak() => File.WriteAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{process.Id}/clear_refs"), "5");

    /// <summary>Asks it to stop, as a service manager does, and returns its exit code.</summary>
    public async Task<int> StopAsync()
    {
        Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
