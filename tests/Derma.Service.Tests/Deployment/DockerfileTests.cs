using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Derma.Service.Tests;

/// <summary>What the image's build publishes, done here by its own command, and the few rules of a Dockerfile that matter; no engine is at hand to build it.</summary>
public partial class DockerfileTests
{
    static readonly string Root = RepositoryPaths.Root;
    static readonly string[] Lines =
    [
        .. Continued().Replace(File.ReadAllText(Path.Combine(Root, "deploy", "Dockerfile")), " ").Split('\n').Where(line => line.Length > 0 && line[0] != '#'),
    ];

    static readonly string Compose = File.ReadAllText(Path.Combine(Root, "deploy", "compose.yaml"));

    static IEnumerable<string> Arguments(string instruction) =>
        Lines.Where(line => line.StartsWith(instruction + " ", StringComparison.Ordinal)).Select(line => line[(instruction.Length + 1)..].Trim());

    static string[] Words(string json) => JsonSerializer.Deserialize<string[]>(json)!;

    static string[] EntryPoint => Words(Assert.Single(Arguments("ENTRYPOINT")));

    /// <summary>Without a new build: the tests have just built the project, in a configuration of their own.</summary>
    static string Published(TemporaryFolder folder)
    {
        var command = Assert.Single(Arguments("RUN"), line => line.StartsWith("dotnet publish ", StringComparison.Ordinal));
        Assert.Matches(@"^dotnet publish lib/\S+ -c Release -o /app$", command);
        var configuration = Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)).Split('_')[0];
        var words = command.Replace("-c Release", $"-c {configuration}").Replace("/app", folder.File("app")).Split(' ')[1..];
        var (code, output) = Run("dotnet", Root, [.. words, "--no-build", "--nologo", "-v", "quiet"]);
        Assert.True(code == 0, output);
        return folder.File("app");
    }

    static (int Code, string Output) Run(string program, string folder, params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo(program, words)
        {
            WorkingDirectory = folder, RedirectStandardError = true, RedirectStandardOutput = true,
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd() + error.GetAwaiter().GetResult();
        process.WaitForExit();
        return (process.ExitCode, output);
    }

    [Fact]
    public void What_is_published_is_the_service_without_training_and_starts_by_the_entry_point()
    {
        using var folder = new TemporaryFolder();
        var published = Published(folder);
        var files = Directory.GetFiles(published, "*", SearchOption.AllDirectories).Select(Path.GetFileName).ToArray();
        Assert.Contains(EntryPoint[1], files);
        Assert.Contains("Derma.Service.dll", files);
        Assert.DoesNotContain(files, file => ServiceAloneTests.IsForeign(file!));
        // There is no /models on this machine: the program understands every word and misses the file.
        var (code, output) = Run(EntryPoint[0], published, EntryPoint[1..]);
        Assert.Equal((2, true), (code, output.Contains("/models/smart-derma-ensemble.onnx, but there is no such file")));
    }

    [Fact]
    public void Every_base_image_names_its_version_and_its_system() =>
        Assert.All(Arguments("FROM"), image => Assert.Matches(@"^mcr\.microsoft\.com/dotnet/(sdk|aspnet):\d+\.\d+-[a-z]+( AS build)?$", image));

    [Fact]
    public void The_image_that_runs_has_no_compiler_and_installs_nothing()
    {
        Assert.Contains("/aspnet:", Arguments("FROM").Last());
        Assert.Single(Arguments("RUN"));
    }

    [Fact]
    public void It_runs_without_root_rights_from_before_its_entry_point()
    {
        Assert.Equal("$APP_UID", Assert.Single(Arguments("USER")));
        Assert.True(Array.FindIndex(Lines, line => line.StartsWith("USER")) < Array.FindIndex(Lines, line => line.StartsWith("ENTRYPOINT")));
        Assert.True(Array.FindIndex(Lines, line => line.StartsWith("USER")) > Array.FindLastIndex(Lines, line => line.StartsWith("RUN")));
    }

    [Fact]
    public void Everything_that_is_copied_into_the_build_exists()
    {
        var sources = Arguments("COPY").Where(line => !line.StartsWith("--from")).SelectMany(line => line.Split(' ')[..^1]).ToList();
        Assert.NotEmpty(sources);
        Assert.All(sources, source => Assert.True(Path.Exists(Path.Combine(Root, source)), source));
    }

    [Fact]
    public void The_model_is_mounted_and_not_inside()
    {
        Assert.DoesNotContain(Arguments("COPY"), line => line.Contains("models"));
        Assert.Contains("/models/smart-derma-ensemble.onnx", EntryPoint);
        Assert.Contains("../models:/models:ro", Compose);
    }

    [Fact]
    public void Entry_point_health_check_and_compose_mean_the_services_own_port()
    {
        var port = new ServiceOptions().Port.ToString(CultureInfo.InvariantCulture);
        Assert.Equal(port, Assert.Single(Arguments("EXPOSE")));
        Assert.Contains(port, EntryPoint);
        Assert.Contains($"/{port} ", Words(Regex.Match(Assert.Single(Arguments("HEALTHCHECK")), @"CMD (\[.*\])").Groups[1].Value)[2]);
        Assert.Contains($"127.0.0.1:{port}:{port}", Compose);
    }

    [Fact]
    public void Memory_cores_and_processes_are_bounded_and_no_right_is_kept() => Assert.All(
        ["mem_limit:", "cpus:", "pids_limit:", "read_only: true", "no-new-privileges:true", "- ALL"], rule => Assert.Contains(rule, Compose));

    [GeneratedRegex(@"\\\n")]
    private static partial Regex Continued();
}
