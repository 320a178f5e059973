using System.CommandLine;

namespace Derma.Cli;

/// <summary><c>workbook bench</c>: training steps, whole epochs, answers, the prediction service and the notebook runner beside Python and plain C++, in one run.</summary>
static class BenchVerb
{
    static readonly string[] TrainingParts = ["steps", "networks", "epochs", "memory", "onnx"], ServiceParts = ["service", "hostile", "mutations"], RunnerParts = ["runner"];

    static readonly string[] AllParts = [.. TrainingParts, .. ServiceParts, .. RunnerParts];

    static readonly Option<int> Rounds = new("--rounds") { Description = "times that each program runs, in turn with the others", DefaultValueFactory = _ => 5 };
    static readonly Option<int> Steps = new("--steps") { Description = "timed steps or answers of each round", DefaultValueFactory = _ => 20 };
    static readonly Option<string> Sizes = new("--sizes") { Description = "picture sizes in pixels, with commas between them", DefaultValueFactory = _ => "64,128,256" };
    static readonly Option<string> Parts = new("--parts") { Description = $"what to time, with commas between them: {string.Join(", ", TrainingParts)}; of the service: {string.Join(", ", ServiceParts)}; of the notebook runner: {string.Join(", ", RunnerParts)}", DefaultValueFactory = _ => string.Join(',', TrainingParts) };
    static readonly Option<int> Requests = new("--requests") { Description = "requests to the service, one at a time", DefaultValueFactory = _ => 400 };
    static readonly Option<int> LoadSeconds = new("--load-seconds") { Description = "how long the service is overloaded", DefaultValueFactory = _ => 60 };
    static readonly Option<int> Threads = new("--threads") { Description = "threads of every program", DefaultValueFactory = _ => 2 };
    static readonly Option<string?> Model = new("--model") { Description = "model file of the service (default: models/smart-derma-ensemble.onnx)" };
    static readonly Option<int> Mutations = new("--mutations") { Description = "mutated photos that the service is sent", DefaultValueFactory = _ => 10_000 };

    /// <summary>What answers are timed of: each network of Smart Derma, and their vote.</summary>
    static readonly string[] Answering = [.. PaperExperiments.All.Select(experiment => experiment.Network.Architecture), "ensemble"];

    public static Command Create()
    {
        var command = new Command("bench", "Time training steps, epochs, answers, the prediction service and the notebook runner side by side with Python and C++. Wants an otherwise idle machine.")
        {
            Parts, Rounds, Steps, Sizes, Requests, LoadSeconds, Threads, Model, Mutations,
        };
        command.SetAction(parsed =>
        {
            var (rounds, steps, parts) = (parsed.GetValue(Rounds), parsed.GetValue(Steps), parsed.GetValue(Parts)!.Split(','));
            if (parts.Except(AllParts).FirstOrDefault() is { } unknown)
                throw new UserError($"--parts has no part '{unknown}'; choose from {string.Join(", ", AllParts)}.");
            var sizes = parsed.GetValue(Sizes)!.Split(',').Select(Size).ToList();
            var programs = new BenchPrograms(parsed.GetValue(Threads));
            if (parts.Contains("steps")) sizes.ForEach(size => BenchTable.Write(size, programs.Steps(size, steps), rounds));
            if (parts.Contains("networks"))
                foreach (var network in PaperExperiments.All.Select(experiment => experiment.Network.Architecture))
                    BenchTable.WriteNetwork(network, programs.NetworkSteps(network, steps), rounds);
            if (parts.Contains("epochs")) BenchTable.WriteEpochs(programs.Epochs(), rounds);
            if (parts.Contains("onnx"))
                foreach (var network in Answering)
                    foreach (var batch in new[] { 1, 8 }) BenchTable.WriteAnswers(network, batch, programs.Answers(network, batch, steps), rounds);
            if (parts.Contains("memory")) BenchTable.WriteMemory(programs.LongRun());
            if (parts.Contains("hostile")) BenchTable.WriteHostile(programs.Hostile(ServeVerb.ModelFile(parsed.GetValue(Model))));
            if (parts.Contains("mutations")) BenchTable.WriteMutations(programs.Mutations(ServeVerb.ModelFile(parsed.GetValue(Model)), parsed.GetValue(Mutations)));
            if (parts.Contains("service"))
                ServiceBenchTable.Write(programs.Service(parsed.GetValue(Requests), parsed.GetValue(LoadSeconds)), programs.Inference(parsed.GetValue(Requests)));
            if (parts.Contains("runner")) RunnerBenchTable.Write(programs.Runners(), rounds);
            return ExitCode.Success;
        });
        return command;
    }

    static int Size(string text) =>
        int.TryParse(text, out var size) && size > 0 ? size : throw new UserError($"--sizes takes pixels with commas between them, such as 64,256, not '{text}'.");
}
