using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Derma.Notebooks.Documents;
using Derma.Notebooks.Engine;
using Derma.Notebooks.Outputs;

namespace Derma.Notebooks.Running;

/// <summary>Runs one notebook in <c>dotnet-interactive</c> itself, over its standard streams as VS Code does.</summary>
internal sealed partial class InteractiveTool(RunOptions options, string tool, RunLog log, CancellationToken cancellationToken)
{
    readonly IReadOnlyList<Cell> cells = log.Run.Notebook.Cells;
    readonly ProcessWatch watch = new(options);
    readonly Sources sources = new();
    readonly Lock writing = new();
    int current = -1;
    string? refusal;

    public async Task<WorkerEnd> RunAsync()
    {
        var folder = Path.GetDirectoryName(log.File)!;
        using var process = WorkerProcess.Start(options, folder, "guard", tool, "[vscode]", "stdio", "--working-dir", folder,
            "--kernel-host", "workbook");
        var exit = process.WaitForExitAsync(CancellationToken.None);
        var end = watch.UntilEndAsync(process, exit, cancellationToken);
        var errors = WorkerProcess.ReadTextAsync(process.StandardError, StreamOutput.Error, log);
        using var cancelling = cancellationToken.Register(() => Send(process, Command("Cancel", "cancel", [])));
        var talk = TalkAsync(process);
        // What the notebook started may hold the output open for longer than the tool lives.
        if (await Task.WhenAny(talk, exit) == exit) await Task.WhenAny(talk, Task.Delay(ProcessWatch.Grace, CancellationToken.None));
        var isOver = talk.IsFaulted || (talk.IsCompleted && talk.Result);
        // The tool does not end by itself, whether its cells are through or a fault on this side leaves it without a reader.
        if (isOver) ProcessWatch.Kill(process);
        var ended = await end;
        await Task.WhenAny(errors, Task.Delay(WorkerProcess.LastWords, CancellationToken.None));
        if (talk.IsFaulted) await talk;
        return isOver ? ended with { Killed = true } : ended;
    }

    /// <summary>Reads until the output ends, or returns true once no cell is left to run.</summary>
    async Task<bool> TalkAsync(Process process)
    {
        // The time of a cell counts for the tool's start, too.
        watch.Note(new(0, Begins: true));
        while (await process.StandardOutput.ReadLineAsync(CancellationToken.None) is { } line)
        {
            var (text, message) = Parted(line);
            if (text.Length > 0) log.AppendText(StreamOutput.Out, text);
            if (message is not null && Take(process, message)) return true;
        }
        return false;
    }

    /// <summary>
    /// A line is a message of the tool, or text of native code or another program, which a message may follow on the same line.
    /// </summary>
    static (string Text, JsonNode? Message) Parted(string line)
    {
        var start = Envelope().Match(line);
        try
        {
            return start.Success ? (line[..start.Index], Json.Parse(line[start.Index..])) : (line + "\n", null);
        }
        catch (JsonException)
        {
            return (line + "\n", null);
        }
    }

    [GeneratedRegex("""\{"(?:event|token)":""")]
    private static partial Regex Envelope();

    /// <summary>Acts on a message; true where no cell is left to run.</summary>
    bool Take(Process process, JsonNode message)
    {
        var isOfCell = message.At("command", "token").Text() == TokenOf(current);
        switch (message.At("eventType").Text())
        {
            case null: Answer(process, message); return false;
            // What is sent before may be lost.
            case "KernelReady" when current < 0: return !BeginNext(process);
            case "CommandSucceeded" when isOfCell: return !End(null) || !BeginNext(process);
            case "CommandFailed" when isOfCell: return !End(message.At("event", "message").Text() ?? "");
            case var type when current >= 0: Show(type, message); return false;
            default: return false;
        }
    }

    static string TokenOf(int cell) => FormattableString.Invariant($"cell-{cell}");

    bool BeginNext(Process process)
    {
        do current++;
        while (current < cells.Count && cells[current].IsMarkdown);
        if (current == cells.Count || cancellationToken.IsCancellationRequested) return false;
        sources.Begin(new(log.File, current + 1, cells[current]));
        refusal = null;
        Apply(new(current, Begins: true));
        var code = new JsonObject { ["code"] = cells[current].Source, ["targetKernelName"] = cells[current].Kernel };
        Send(process, Command("SubmitCode", TokenOf(current), code));
        return true;
    }

    /// <summary>Ends the cell; true where it did not fail.</summary>
    bool End(string? failure)
    {
        if (failure is not null) Fail(failure);
        Apply(new(current, Ends: true, Error: sources.Failure));
        return failure is null;
    }

    void Fail(string message)
    {
        var (file, first) = (sources.Current, sources.Current.Cell.Line);
        if (refusal is not null) sources.Fail(sources.LineOf("@"), "InputError", refusal);
        else if (CompilerError().Match(message) is { Success: true } error)
        {
            var lines = message.ReplaceLineEndings("\n").Split('\n');
            var line = first + int.Parse(error.Groups["line"].Value, CultureInfo.InvariantCulture) - 1;
            var place = $"{file.Name}({line},{error.Groups["column"].Value})";
            sources.Fail(new("CompilationError", $"{place}: {lines[0][error.Length..]}", lines, line));
        }
        else
        {
            var lines = CSharpErrors.Trimmed(message).ToArray();
            var type = ExceptionType().Match(message);
            var name = type.Success ? type.Value : "MagicError";
            // A type is called by its last word, as our own engine calls it.
            var told = type.Success ? lines[0][(name.LastIndexOf('.') + 1)..] : lines[0];
            sources.Fail(new(name, $"{file.Name}({first}): {told}", lines, first));
        }
    }

    [GeneratedRegex(@"\A\((?<line>\d+),(?<column>\d+)\): (?=error )")]
    private static partial Regex CompilerError();

    [GeneratedRegex(@"\A\w[\w.+`]*(?=: )")]
    private static partial Regex ExceptionType();

    void Show(string? type, JsonNode message)
    {
        switch (type)
        {
            case "DisplayedValueProduced" or "DisplayedValueUpdated":
                var (shown, cutOfShown) = Values(message);
                Apply(new(current, Display: new(message.At("event", "valueId").Text() ?? "", shown), Cut: cutOfShown));
                break;
            case "ReturnValueProduced":
                var (result, cut) = Values(message);
                Apply(new(current, Result: new(result), Cut: cut));
                break;
            case "StandardOutputValueProduced": Write(StreamOutput.Out, string.Concat(Values(message).Data.Values)); break;
            case "StandardErrorValueProduced": Write(StreamOutput.Error, string.Concat(Values(message).Data.Values)); break;
            // Why a question is not answered stands in the cell's error.
            case "ErrorProduced" when message.At("command", "commandType").Text() != "RequestInput":
                Write(StreamOutput.Error, message.At("event", "message").Text() + "\n");
                break;
        }
    }

    static (Dictionary<string, string> Data, long Cut) Values(JsonNode message) =>
        CellSink.Fitting((message.At("event", "formattedValues") as JsonArray ?? [])
            .Select(value => (value.At("mimeType").Text() ?? "", value.At("value").Text())));

    void Write(string name, string text) => Apply(new(current, Text: new(name, text)));

    void Apply(WorkerEvent happened)
    {
        watch.Note(happened);
        log.Apply(happened, cancellationToken.IsCancellationRequested);
    }

    /// <summary>Answers what the tool asks of its editor: a question from the run's inputs; a script is kept for the page.</summary>
    void Answer(Process process, JsonNode command)
    {
        var (type, prompt) = (command.At("commandType").Text(), command.At("command", "prompt").Text() ?? "");
        var refused = (string?)null;
        var name = type == "RequestInput" ? sources.NameAskedFor(prompt) ?? prompt : prompt;
        if (type == "SubmitCode")
        {
            var script = new Dictionary<string, string> { [MimeTypes.JavaScript] = command.At("command", "code").Text() ?? "" };
            Apply(new(current, Display: new("", script)));
        }
        else if (type != "RequestInput") refused = $"{type} needs an editor, and there is none here.";
        else if ((options.Inputs.GetValueOrDefault(name) ?? options.Inputs.GetValueOrDefault(prompt)) is { } answer)
            Reply(process, command, "InputProduced", new() { ["value"] = answer });
        else refused = Kernels.Refusal(name);
        if (refused is null) Reply(process, command, "CommandSucceeded", []);
        else Reply(process, command, "CommandFailed", new() { ["message"] = refused });
        refusal ??= refused;
    }

    void Reply(Process process, JsonNode command, string type, JsonObject happened) => Send(process, new()
    {
        ["event"] = happened, ["eventType"] = type, ["command"] = command.DeepClone(), ["routingSlip"] = new JsonArray("kernel://vscode/"),
    });

    static JsonObject Command(string type, string token, JsonObject command) =>
        new() { ["token"] = token, ["commandType"] = type, ["command"] = command, ["routingSlip"] = new JsonArray() };

    void Send(Process process, JsonObject message)
    {
        try
        {
            lock (writing) process.StandardInput.BaseStream.Write(Encoding.UTF8.GetBytes(message.ToJsonString() + "\n"));
        }
        catch (Exception problem) when (problem is IOException or InvalidOperationException)
        {
            // What its end means is told by its exit code.
        }
    }
}
