using System.CommandLine;

namespace Derma.Cli;

/// <summary>
/// <c>workbook bench</c>: training steps, whole epochs, answers, the prediction service and the notebook runner beside Python and C++.
/// </summary>
static class BenchVerb
{
    static readonly string[] TrainingParts = ["steps", "networks", "epochs", "memory", "onnx"];
    static readonly string[] ServiceParts = ["service", "policies", "hostile", "mutations"], RunnerParts = ["runner"];

    static readonly string[] AllParts = [.. TrainingParts, .. ServiceParts, .. RunnerParts];

    static readonly Option<int> Rounds = new("--rounds")
        { Description = "times that each program runs, in turn with the others", DefaultValueFactory = _ => 5 };
    static readonly Option<int> Steps = new("--steps")
        { Description = "timed steps or answers of each round", DefaultValueFactory = _ => 20 };
    static readonly Option<string> Sizes = new("--sizes")
        { Description = "picture sizes in pixels, with commas between them", DefaultValueFactory = _ => "64,128,256" };
    static readonly Option<string> Parts = new("--parts")
    {
        Description = $"what to time, with commas between them: {string.Join(", ", TrainingParts)}; "
            + $"of the service: {string.Join(", ", ServiceParts)}; of the notebook runner: {string.Join(", ", RunnerParts)}",
        DefaultValueFactory = _ => string.Join(',', TrainingParts),
    };
    static readonly Option<int> Requests = new("--requests")
        { Description = "requests to the service, one at a time", DefaultValueFactory = _ => 400 };
    static readonly Option<int> LoadSeconds = new("--load-seconds")
        { Description = "how long the service is overloaded", DefaultValueFactory = _ => 60 };
    static readonly Option<int> Threads = new("--threads") { Description = "threads of every program", DefaultValueFactory = _ => 2 };
    static readonly Option<string?> Model = new("--model")
        { Description = "model file of the service (default: models/smart-derma-ensemble.onnx)" };
    static readonly Option<int> Mutations = new("--mutations")
        { Description = "mutated photos that the service is sent", DefaultValueFactory = _ => 10_000 };

    /// <summary>What answers are timed of: each network of Smart Derma, and their vote.</summary>
    static readonly string[] Answering = [.. PaperExperiments.All.Select(experiment => experiment.Network.Architecture), "ensemble"];

    public static Command Create()
    {
        var install = SetUp.Install();
        var command = new Command(
            "bench",
            "Time training steps, epochs, answers, the prediction service and the notebook runner side by side with Python and C++. "
            + "Wants an otherwise idle machine.")
        {
            Parts, Rounds, Steps, Sizes, Requests, LoadSeconds, Threads, Model, Mutations, install,
        };
        command.SetAction(parsed =>
        {
            var (parts, sizes) = (parsed.GetValue(Parts)!.Split(','), parsed.GetValue(Sizes)!.Split(',').Select(Size).ToList());
            if (parts.Except(AllParts).FirstOrDefault() is { } unknown)
                throw new UserError($"--parts has no part '{unknown}'; choose from {string.Join(", ", AllParts)}.");
            var model = parts.Intersect(["hostile", "mutations"]).Any() ? ServeVerb.ModelFile(parsed.GetValue(Model)) : "";
            SetUp.ForBenchmarks(parsed.GetValue(install));
            foreach (var part in AllParts.Intersect(parts)) Write(part, new(parsed.GetValue(Threads)), sizes, model, parsed);
            return ExitCode.Success;
        });
        return command;
    }

    static void Write(string part, BenchPrograms programs, IReadOnlyList<int> sizes, string model, ParseResult parsed)
    {
        var table = new BenchTable(programs.Peak());
        var (rounds, steps, requests) = (parsed.GetValue(Rounds), parsed.GetValue(Steps), parsed.GetValue(Requests));
        switch (part)
        {
            case "steps":
                foreach (var size in sizes) table.Write(size, programs.Steps(size, steps), rounds);
                break;
            case "networks":
                foreach (var network in Answering[..^1]) table.WriteNetwork(network, programs.NetworkSteps(network, steps), rounds);
                break;
            case "onnx":
                foreach (var (network, batch) in Answering.SelectMany(network => new[] { (network, 1), (network, 8) }))
                    table.WriteAnswers(network, batch, programs.Answers(network, batch, steps), rounds);
                break;
            case "epochs": BenchTable.WriteEpochs(programs.Epochs(), rounds); break;
            case "memory": BenchTable.WriteMemory(programs.LongRun()); break;
            case "policies":
                var latest = RunFolder.OptionsOf(Path.Combine(Repository.Runs, "latest"), Repository.Root);
                ServiceBenchTable.WritePolicies(programs.Policies(latest.RunFolder!, requests));
                break;
            case "hostile": ServiceBenchTable.WriteHostile(programs.Hostile(model)); break;
            case "mutations": ServiceBenchTable.WriteMutations(programs.Mutations(model, parsed.GetValue(Mutations))); break;
            case "service":
                ServiceBenchTable.Write(programs.Service(requests, parsed.GetValue(LoadSeconds)), programs.Inference(requests));
                break;
            case "runner": RunnerBenchTable.Write(programs.Runners(), rounds); break;
        }
    }

    static int Size(string text) =>
        int.TryParse(text, out var size) && size > 0 ? size
            : throw new UserError($"--sizes takes pixels with commas between them, such as 64,256, not '{text}'.");
}
