using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Derma.Cli;

/// <summary>
/// The same work as Kubernetes' Jobs (batch/v1). A Job knows no other, so one that needs others is made suspended and names them in an
/// annotation; docs/cluster.md has the loop that wakes it.
/// </summary>
static partial class KubernetesJobs
{
    /// <summary>The annotation with the names of the Jobs that must be complete before.</summary>
    public const string Needs = "workbook/needs";

    /// <summary>The claim of the volume that holds the checkout and the runs, and that all pods see.</summary>
    public const string Volume = "derma-workbook";

    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>A list of Jobs as JSON, which kubectl takes as it takes YAML.</summary>
    public static string Of(IReadOnlyList<Work> works, ClusterChoices choices)
    {
        var names = works.Select(work => work.Name).ToHashSet();
        return new JsonObject
        {
            ["apiVersion"] = "v1", ["kind"] = "List",
            ["items"] = new JsonArray([.. works.Select(work => Job(work, [.. work.Needs.Where(names.Contains)], choices))]),
        }.ToJsonString(Indented);
    }

    static JsonObject Job(Work work, IReadOnlyList<string> needs, ClusterChoices choices) => new()
    {
        ["apiVersion"] = "batch/v1", ["kind"] = "Job",
        ["metadata"] = new JsonObject
        {
            ["name"] = Name(work.Name, choices),
            ["labels"] = new JsonObject { ["app"] = "derma-workbook", ["run"] = Label(Path.GetFileName(choices.RunFolder)) },
            ["annotations"] = new JsonObject { [Needs] = string.Join(' ', needs.Select(need => Name(need, choices))) },
        },
        ["spec"] = Spec(work, isSuspended: needs.Count > 0, choices),
    };

    static JsonObject Spec(Work work, bool isSuspended, ClusterChoices choices)
    {
        var spec = new JsonObject
        {
            ["suspend"] = isSuspended,
            // A lost node or a pod that was moved begins again, and goes on from its checkpoint.
            ["backoffLimit"] = 6,
            ["activeDeadlineSeconds"] = work.Resources.Minutes * 60L * (((work.Tasks ?? 1) + choices.Limit - 1) / choices.Limit),
        };
        if (work.Tasks is { } tasks)
        {
            spec["completionMode"] = "Indexed";
            spec["completions"] = tasks;
            spec["parallelism"] = Math.Min(tasks, choices.Limit);
        }
        spec["template"] = new JsonObject { ["spec"] = Pod(work, choices) };
        return spec;
    }

    static JsonObject Pod(Work work, ClusterChoices choices)
    {
        var limits = new JsonObject { ["cpu"] = $"{work.Resources.Cores}", ["memory"] = $"{work.Resources.Gigabytes}Gi" };
        if (work.Resources.Gpus > 0) limits["nvidia.com/gpu"] = $"{work.Resources.Gpus}";
        var words = work.Command.Select(word => word.Replace(Work.Task, "$(JOB_COMPLETION_INDEX)", StringComparison.Ordinal));
        return new JsonObject
        {
            ["restartPolicy"] = "OnFailure",
            ["terminationGracePeriodSeconds"] = choices.WarningSeconds,
            ["containers"] = new JsonArray(new JsonObject
            {
                ["name"] = "notebook", ["image"] = choices.Image, ["workingDir"] = choices.Root,
                ["command"] = new JsonArray([.. words.Select(word => (JsonNode?)word)]),
                ["resources"] = new JsonObject { ["requests"] = limits.DeepClone(), ["limits"] = limits },
                ["volumeMounts"] = new JsonArray(new JsonObject { ["name"] = "workbook", ["mountPath"] = choices.Root }),
            }),
            ["volumes"] = new JsonArray(new JsonObject
            {
                ["name"] = "workbook", ["persistentVolumeClaim"] = new JsonObject { ["claimName"] = Volume },
            }),
        };
    }

    /// <summary>A name of at most 63 small letters, digits and hyphens, the run's time among them, so that two runs do not meet.</summary>
    static string Name(string work, ClusterChoices choices) => Label($"{work}-{Path.GetFileName(choices.RunFolder)}");

    static string Label(string text)
    {
        var plain = Others().Replace(text.ToLowerInvariant(), "-");
        return plain[..Math.Min(63, plain.Length)].Trim('-');
    }

    [GeneratedRegex("[^a-z0-9-]")]
    private static partial Regex Others();
}
