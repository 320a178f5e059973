using System.CommandLine;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Derma.Cli;

/// <summary><c>workbook export</c>: a finished run's networks as ONNX files in <c>models/</c>.</summary>
static partial class ExportVerb
{
    const string Vote = "ensemble";

    static readonly Option<string?> Run = new("--run") { Description = "the run's folder (default: runs/latest)" };
    static readonly Option<int?> Size = new("--size")
        { Description = "width and height of the photos that the model takes, in pixels (default: the run's)" };
    static readonly Option<string> Model = new("--model")
    {
        Description = $"{Vote}, {string.Join(", ", PaperExperiments.All.Select(each => each.Network.Architecture))}, "
            + "or attempt-01 to attempt-10",
        DefaultValueFactory = _ => Vote,
    };

    public static Command Create()
    {
        var command = new Command("export", "Write a finished run's networks as ONNX files into models/.") { Run, Size, Model };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(Size) is < 32 or > 1024)
                throw new UserError($"--size is {parsed.GetValue(Size)}; it must be 32 to 1024 pixels.");
            var folder = parsed.GetValue(Run) is { } named ? Path.GetFullPath(named) : Path.Combine(Repository.Runs, "latest");
            var models = new RunModels(RunFolder.OptionsOf(folder, Repository.Root));
            var path = Write(models, parsed.GetValue(Model)!, parsed.GetValue(Size));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path} ({new FileInfo(path).Length / 1e6:0.0} MB)"));
            return ExitCode.Success;
        });
        return command;
    }

    /// <exception cref="UserError">The model does not exist, does not come in that size, or the run lacks it.</exception>
    static string Write(RunModels models, string name, int? size)
    {
        if (name == Vote) return models.WriteEnsemble(size);
        if (!Attempt().IsMatch(name)) return models.WriteNetwork(name, size);
        if (size is not null)
            throw new UserError($"--size does not go with {name}: an attempt takes photos of the size that it was trained on.");
        return models.WriteAttempt(int.Parse(name.Split('-')[1], CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"^attempt-\d{1,2}$")]
    private static partial Regex Attempt();
}

/// <summary><c>workbook card RUN</c>: a model card of what a run holds.</summary>
static class CardVerb
{
    public static Command Create()
    {
        var run = new Argument<string?>("run") { Description = "the run's folder (default: runs/latest)", Arity = ArgumentArity.ZeroOrOne };
        var folder = new Option<string?>("--out") { Description = "where to write (default: the run's folder, card/)" };
        const string About = "Write a model card of a run: data, recipe, results with intervals, calibration, slices, limits, cost.";
        var command = new Command("card", About) { run, folder };
        command.SetAction(parsed =>
        {
            var named = parsed.GetValue(run) is { } path ? Path.GetFullPath(path) : Path.Combine(Repository.Runs, "latest");
            var options = RunFolder.OptionsOf(named, Repository.Root);
            var card = ModelCard.Of(options);
            var target = parsed.GetValue(folder) is { } to ? Path.GetFullPath(to) : Path.Combine(options.RunFolder!, "card");
            (string Name, string Text)[] files =
                [("model-card.md", CardText.Markdown(card)), ("model-card.html", CardText.Page(card, "model card")),
                    ("model-card.json", CardText.Json(card))];
            foreach (var (name, text) in files)
            {
                AtomicFile.WriteText(Path.Combine(target, name), text);
                Console.WriteLine(Path.Combine(target, name));
            }
            return ExitCode.Success;
        });
        return command;
    }
}

/// <summary><c>workbook golden FILE</c>: compares the library's networks with numbers computed elsewhere.</summary>
static class GoldenVerb
{
    /// <summary>Exit code where the file has a network that the library has not.</summary>
    const int UnknownNetwork = 3;

    public static Command Create()
    {
        var file = new Argument<FileInfo>("file")
            { Description = "a golden file: networks, the formula that fills them, and what they must answer" };
        const string About =
            "Compare the networks with a file of golden numbers. Exit code 1: a tolerance is broken; 3: an unknown network.";
        var command = new Command("golden", About) { file };
        command.SetAction(parsed => Compare(parsed.GetValue(file)!.FullName));
        return command;
    }

    static int Compare(string path)
    {
        var rows = GoldenFile.Check(path);
        foreach (var row in rows) Console.WriteLine(Line(row));
        if (rows.Any(row => row.Known && !row.Passes)) return ExitCode.Failure;
        return rows.All(row => row.Known) ? ExitCode.Success : UnknownNetwork;
    }

    static string Line(GoldenRow row) => $"{row.Network,-20} " + (row.Known
        ? $"{(row.Passes ? "ok    " : "BROKEN")} {string.Join(", ", row.Differences.Select(Words))}"
        : "unknown: this library has no network of that name");

    static string Words(GoldenDifference difference)
    {
        var limit = difference.Passes ? "" : $" > {difference.Tolerance}";
        return string.Create(CultureInfo.InvariantCulture, $"{difference.Kind} {difference.Largest:0.0e+00}{limit}");
    }
}
