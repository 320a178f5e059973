using System.CommandLine;
using System.Diagnostics;

namespace Derma.Cli;

/// <summary>
/// What a verb wants around itself. Nothing of it is needed to run notebooks: npm's scripts draw diagrams and formulas where npm is; the
/// browser and the PDF reader of some tests, and the peers of the benchmarks, are installed where the person who asks may and wants to.
/// </summary>
static class SetUp
{
    static readonly string[] Peers =
        ["python3-torch", "python3-torchvision", "python3-nbclient", "python3-ipykernel", "libtorch-dev", "g++"];

    /// <summary>The option of the verbs that use programs of the system.</summary>
    public static Option<bool> Install() =>
        new("--install") { Description = "install the programs that are missing without asking, where this user may (Debian, Ubuntu)" };

    /// <summary><c>workbook setup</c>: the built library and the pages' scripts, for who opens the notebooks in an editor.</summary>
    public static Command Create()
    {
        var pretrained = new Option<bool>("--pretrained")
            { Description = "bring the network that notebook 50 fine-tunes, 60 MB from NuGet, so that it can run offline" };
        var command = new Command("setup", "Build, bring what npm has for the pages, and run nothing.") { pretrained };
        command.SetAction(parsed =>
        {
            BringPageScripts();
            return parsed.GetValue(pretrained) && !BringPretrained() ? ExitCode.Failure : ExitCode.Success;
        });
        return command;
    }

    /// <summary>Brings the pretrained network into NuGet's folder, where it is not there yet.</summary>
    /// <returns>Whether it is there.</returns>
    public static bool BringPretrained()
    {
        if (File.Exists(ImageNetResNet18.FileIn(Repository.Packages))) return true;
        Say($"NuGet brings {ImageNetResNet18.Package} {ImageNetResNet18.Version}, a network trained on ImageNet (60 MB, MIT licence) …");
        var project = Path.Combine(Repository.Root, "lib", "PretrainedNetwork.proj");
        var isHere = Succeeds("pretrained.log", "dotnet", "restore", project, "-v", "quiet", "--nologo");
        if (!isHere) Say("it could not be had (artifacts/pretrained.log); notebook 50 fine-tunes the run's own MobileNetV3.");
        return isHere;
    }

    /// <summary>Installs what package-lock.json names, where npm is and has not done so yet.</summary>
    public static void BringPageScripts()
    {
        var wanted = Path.Combine(Repository.Root, "package-lock.json");
        var done = Path.Combine(Repository.Root, "node_modules", ".package-lock.json");
        if (!File.Exists(wanted) || File.GetLastWriteTimeUtc(done) > File.GetLastWriteTimeUtc(wanted)) return;
        if (Surroundings.Program("npm") is not { } npm)
        {
            Say("npm is not here, so pages show diagrams and formulas as text.");
            return;
        }
        Say("npm brings mermaid and temml for the pages …");
        if (Succeeds("npm.log", npm, "ci", "--prefix", Repository.Root, "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"))
            File.SetLastWriteTimeUtc(done, DateTime.UtcNow);
        else Say("npm ci failed (artifacts/npm.log), so pages show diagrams and formulas as text.");
    }

    /// <summary>What tests use besides the SDK.</summary>
    /// <param name="install">Whether to install without asking.</param>
    public static void ForTests(bool install)
    {
        BringPageScripts();
        var missing = new List<string>();
        if (Surroundings.Program("chromium", "chromium-browser", "google-chrome") is null) missing.Add("chromium");
        if (Surroundings.Program("pdftotext") is null) missing.Add("poppler-utils");
        Offer("tests of pages and PDFs", "those tests are skipped", missing, install);
        BuildAll();
    }

    /// <summary>What benchmarks compare with.</summary>
    public static void ForBenchmarks(bool install)
    {
        bool IsHere(string package) => Succeeds("packages.log", "dpkg-query", "-W", package);
        if (Surroundings.Program("dpkg-query") is not null)
            Offer("comparisons with Python and C++", "they fail", [.. Peers.Where(peer => !IsHere(peer))], install);
        BuildAll();
    }

    static void Offer(string use, string otherwise, IReadOnlyList<string> missing, bool install)
    {
        if (missing.Count == 0) return;
        var names = string.Join(' ', missing);
        string[] command = ["apt-get", "install", "-y", "--no-install-recommends", .. missing];
        var (mayInstall, sudo) = Surroundings.Program("apt-get") is null ? (false, "")
            : Environment.UserName == "root" ? (true, "")
            : (Surroundings.Program("sudo") is not null && Succeeds("packages.log", "sudo", "-n", "true"), "sudo");
        var how = Surroundings.Program("apt-get") is null ? "" : $" To install: {string.Join(' ', command.Prepend(sudo)).Trim()}";
        if (!mayInstall || !(install || Surroundings.Find("CI") == "true" || Agrees($"Install {names} for {use}? [y/N] ")))
        {
            Say($"{names} for {use} not found: {otherwise}.{how}");
            return;
        }
        Say($"installing {names} …");
        bool Apt(params string[] line) =>
            sudo == "" ? Succeeds("packages.log", line[0], line[1..]) : Succeeds("packages.log", sudo, ["-n", .. line]);
        if (!Apt("apt-get", "update", "-qq") || !Apt(command)) Say($"the install failed (artifacts/packages.log): {otherwise}.{how}");
    }

    static bool Agrees(string question)
    {
        if (Console.IsInputRedirected || Console.IsErrorRedirected) return false;
        Console.Error.Write($"workbook: {question}");
        return Console.ReadLine()?.Trim().ToLowerInvariant() is "y" or "yes";
    }

    /// <summary>Builds tests and benchmarks as well as the library, where one of their files is newer than the last such build.</summary>
    /// <exception cref="UserError">The build failed.</exception>
    static void BuildAll()
    {
        var (stamp, started) = (Path.Combine(Repository.Artifacts, "built-all.stamp"), DateTime.UtcNow);
        if (File.GetLastWriteTimeUtc(stamp) > Sources().Max(Directory.GetLastWriteTimeUtc)) return;
        Say("building the tests …");
        var solution = Path.Combine(Repository.Root, "Derma.slnx");
        if (!Succeeds("build.log", "dotnet", "build", solution, "-c", "Release", "-v", "quiet", "--nologo", "-clp:ErrorsOnly"))
        {
            var error = File.ReadLines(Path.Combine(Repository.Artifacts, "build.log")).FirstOrDefault(line => line.Contains("error"));
            throw new UserError($"the build failed (artifacts/build.log). {error}");
        }
        File.WriteAllText(stamp, "");
        File.SetLastWriteTimeUtc(stamp, started);
    }

    // Folders too: a file that is gone leaves its mark there.
    static IEnumerable<string> Sources() => new[] { "lib", "tests" }.Select(folder => Path.Combine(Repository.Root, folder))
        .SelectMany(folder => Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories))
        .Concat(Directory.EnumerateFiles(Repository.Root, "Directory.*")).Append(Path.Combine(Repository.Root, "global.json"));

    /// <summary>Whether a program ends well; what it says goes into a file of <c>artifacts/</c>.</summary>
    static bool Succeeds(string log, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        using var process = Process.Start(start) ?? throw new UserError($"{program} could not be started.");
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        AtomicFile.WriteText(Path.Combine(Repository.Artifacts, log), output + errors.Result);
        return process.ExitCode == 0;
    }

    static void Say(string sentence) => Console.Error.WriteLine($"workbook: {sentence}");
}
