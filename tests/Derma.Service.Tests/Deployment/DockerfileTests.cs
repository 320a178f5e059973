using System.Text.Json;
using System.Text.RegularExpressions;

namespace Derma.Service.Tests;

/// <summary>The few rules of a Dockerfile that matter, since no engine is at hand to build it.</summary>
public partial class DockerfileTests
{
    static readonly string[] Lines = [.. Continued().Replace(File.ReadAllText(Path.Combine(RepositoryPaths.Root, "deploy", "Dockerfile")), " ").Split('\n').Where(line => line.Length > 0 && line[0] != '#')];

    static readonly string Compose = File.ReadAllText(Path.Combine(RepositoryPaths.Root, "deploy", "compose.yaml"));

    static IEnumerable<string> Arguments(string instruction) => Lines.Where(line => line.StartsWith(instruction + " ", StringComparison.Ordinal)).Select(line => line[(instruction.Length + 1)..].Trim());

    static string[] Words(string json) => JsonSerializer.Deserialize<string[]>(json)!;

    [Fact]
    public void Every_base_image_names_its_version_and_its_system() =>
        Assert.All(Arguments("FROM"), image => Assert.Matches(@"^mcr\.microsoft\.com/dotnet/(sdk|aspnet):\d+\.\d+-[a-z]+( AS build)?$", image));

    [Fact]
    public void The_image_that_runs_has_no_compiler() => Assert.Contains("/aspnet:", Arguments("FROM").Last());

    [Fact]
    public void It_runs_without_root_rights_from_before_its_entry_point()
    {
        Assert.Equal("$APP_UID", Assert.Single(Arguments("USER")));
        Assert.True(Array.FindIndex(Lines, line => line.StartsWith("USER")) < Array.FindIndex(Lines, line => line.StartsWith("ENTRYPOINT")));
        Assert.True(Array.FindIndex(Lines, line => line.StartsWith("USER")) > Array.FindLastIndex(Lines, line => line.StartsWith("RUN")));
    }

    [Fact]
    public void Packages_come_without_recommendations_and_leave_no_lists()
    {
        var install = Assert.Single(Arguments("RUN"), line => line.Contains("apt-get install"));
        Assert.Matches(@"^apt-get update +&& apt-get install -y --no-install-recommends .+ && rm -rf /var/lib/apt/lists/\*$", Spaces().Replace(install, " "));
    }

    [Fact]
    public void Everything_that_is_copied_into_the_build_exists()
    {
        var sources = Arguments("COPY").Where(line => !line.StartsWith("--from")).SelectMany(line => line.Split(' ')[..^1]).ToList();
        Assert.NotEmpty(sources);
        Assert.All(sources, source => Assert.True(Path.Exists(Path.Combine(RepositoryPaths.Root, source)), source));
        var project = Regex.Match(Arguments("RUN").First(), @"dotnet publish (\S+)").Groups[1].Value;
        Assert.Contains(sources, source => project.StartsWith(source, StringComparison.Ordinal));
        Assert.True(Directory.Exists(Path.Combine(RepositoryPaths.Root, project)));
    }

    [Fact]
    public void The_model_is_mounted_and_not_inside()
    {
        Assert.DoesNotContain(Arguments("COPY"), line => line.Contains("models"));
        Assert.Contains("/models/smart-derma-ensemble.onnx", Words(Assert.Single(Arguments("ENTRYPOINT"))));
        Assert.Contains("../models:/models:ro", Compose);
    }

    [Fact]
    public void Entry_point_health_check_and_compose_mean_the_services_own_port()
    {
        var port = new ServiceOptions().Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(port, Assert.Single(Arguments("EXPOSE")));
        Assert.Contains(port, Words(Assert.Single(Arguments("ENTRYPOINT"))));
        Assert.Contains($"/{port} ", Words(Regex.Match(Assert.Single(Arguments("HEALTHCHECK")), @"CMD (\[.*\])").Groups[1].Value)[2]);
        Assert.Contains($"127.0.0.1:{port}:{port}", Compose);
    }

    [Fact]
    public void Memory_cores_and_processes_are_bounded_and_no_right_is_kept() =>
        Assert.All(["mem_limit:", "cpus:", "pids_limit:", "read_only: true", "no-new-privileges:true", "- ALL"], rule => Assert.Contains(rule, Compose));

    [GeneratedRegex(@"\\\n")]
    private static partial Regex Continued();

    [GeneratedRegex(" +")]
    private static partial Regex Spaces();
}
