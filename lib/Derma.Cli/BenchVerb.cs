using System.CommandLine;
using Derma.SmartDerma;

namespace Derma.Cli;

/// <summary><c>workbook bench</c>: training steps, whole epochs and answers beside Python and plain C++, in one run.</summary>
static class BenchVerb
{
    static readonly string[] AllParts = ["steps", "networks", "epochs", "memory", "onnx"];

    static readonly Option<int> Rounds = new("--rounds") { Description = "times that each program runs, in turn with the others", DefaultValueFactory = _ => 5 };
    static readonly Option<int> Steps = new("--steps") { Description = "timed steps or answers of each round", DefaultValueFactory = _ => 20 };
    static readonly Option<string> Sizes = new("--sizes") { Description = "picture sizes in pixels, with commas between them", DefaultValueFactory = _ => "64,128,256" };
    static readonly Option<string> Parts = new("--parts") { Description = "what to time, with commas between them: steps, networks, epochs, memory, onnx", DefaultValueFactory = _ => string.Join(',', AllParts) };
    static readonly Option<int> Threads = new("--threads") { Description = "threads of every program", DefaultValueFactory = _ => 2 };

    /// <summary>What answers are timed of: each network of Smart Derma, and their vote.</summary>
    static readonly string[] Answering = [.. PaperExperiments.All.Select(experiment => experiment.Network), "ensemble"];

    public static Command Create()
    {
        var command = new Command("bench", "Time training steps, epochs and answers side by side with Python and C++. Wants an otherwise idle machine.") { Parts, Rounds, Steps, Sizes, Threads };
        command.SetAction(parsed =>
        {
            var (rounds, steps, parts) = (parsed.GetValue(Rounds), parsed.GetValue(Steps), parsed.GetValue(Parts)!.Split(','));
            if (parts.Except(AllParts).FirstOrDefault() is { } unknown)
                throw new UserError($"--parts has no part '{unknown}'; choose from {string.Join(", ", AllParts)}.");
            var sizes = parsed.GetValue(Sizes)!.Split(',').Select(Size).ToList();
            var programs = new BenchPrograms(parsed.GetValue(Threads));
            if (parts.Contains("steps")) sizes.ForEach(size => BenchTable.Write(size, programs.Steps(size, steps), rounds));
            if (parts.Contains("networks"))
                foreach (var experiment in PaperExperiments.All) BenchTable.WriteNetwork(experiment.Network, programs.NetworkSteps(experiment.Network, steps), rounds);
            if (parts.Contains("epochs")) BenchTable.WriteEpochs(programs.Epochs(), rounds);
            if (parts.Contains("onnx"))
                foreach (var network in Answering)
                    foreach (var batch in new[] { 1, 8 }) BenchTable.WriteAnswers(network, batch, programs.Answers(network, batch, steps), rounds);
            if (parts.Contains("memory")) BenchTable.WriteMemory(programs.LongRun());
            return ExitCode.Success;
        });
        return command;
    }

    static int Size(string text) =>
        int.TryParse(text, out var size) && size > 0 ? size : throw new UserError($"--sizes takes pixels with commas between them, such as 64,256, not '{text}'.");
}
