using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Derma.Cli;

/// <summary>One program of a benchmark: what to start, with which environment.</summary>
sealed record BenchProgram(string Name, string File, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>Runs it to its end and reads the JSON line that it prints.</summary>
    /// <exception cref="UserError">It failed or printed something else.</exception>
    public JsonElement Run()
    {
        var start = new ProcessStartInfo(File, Arguments) { RedirectStandardOutput = true };
        foreach (var (name, value) in Environment) start.Environment[name] = value;
        using var process = Process.Start(start) ?? throw new UserError($"{File} could not be started.");
        var line = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? JsonDocument.Parse(line).RootElement
            : throw new UserError($"The benchmark '{Name}' ended with exit code {process.ExitCode}.");
    }
}

/// <summary>The programs that a benchmark compares: the same network and steps in C#, Python and C++.</summary>
sealed class BenchPrograms(int threads)
{
    const int Batch = 32, NetworkBatch = 16, NetworkSize = 224, LongSteps = 1_000;

    const int EpochPhotos = 1_024, EpochPhotoSize = 256, EpochSize = 64, EpochsTimed = 2;

    const string ReportCnn = "report_cnn";

    /// <summary>What mallopt does in C#, for programs that cannot call it: glibc reads it at start.</summary>
    static readonly Dictionary<string, string> KeepLargeBlocks = new()
    {
        ["MALLOC_MMAP_THRESHOLD_"] = "1073741824",
        ["MALLOC_TRIM_THRESHOLD_"] = "2147483647",
    };

    static readonly Dictionary<string, string> Defaults = [];

    static readonly string Folder = Path.Combine(Repository.Root, "tests", "bench");

    readonly Lazy<string> cpp = new(CompileCpp);

    /// <summary>How fast this machine multiplies and adds at best.</summary>
    public BenchProgram Peak() => CSharp("peak", ["peak", Text(threads)]);

    public IReadOnlyList<BenchProgram> Steps(int size, int steps) =>
    [
        .. Steps(ReportCnn, size, Batch, steps),
        new("C++, same memory and layout", cpp.Value, [Text(size), Text(Batch), Text(steps), Text(threads), "nhwc"],
            Threads(KeepLargeBlocks)),
    ];

    public IReadOnlyList<BenchProgram> NetworkSteps(string network, int steps) => [.. Steps(network, NetworkSize, NetworkBatch, steps)];

    /// <summary>Answers of one network, or of the vote of three.</summary>
    public IReadOnlyList<BenchProgram> Answers(string network, int batch, int runs)
    {
        string[] numbers = [network, Text(NetworkSize), Text(batch), Text(runs), Text(threads)];
        return
        [
            CSharp("C#, ONNX Runtime", ["eval", "onnx", .. numbers]),
            CSharp("C#, training framework", ["eval", "torch", .. numbers]),
            Python("Python, as its users run it", "eval.py", [.. numbers, "nchw"], Defaults),
            Python("Python, same memory and layout", "eval.py", [.. numbers, "nhwc"], KeepLargeBlocks),
        ];
    }

    public IReadOnlyList<BenchProgram> Epochs()
    {
        var photos = Scratch($"photos-{EpochPhotoSize}");
        CSharp("drawing", ["draw", photos, Text(EpochPhotoSize), Text(EpochPhotos)]).Run();
        return
        [
            CSharp("C#", ["epoch", photos, Text(EpochSize), Text(EpochsTimed), Text(threads)]),
            Python(
                "Python, 2 workers", "epoch.py",
                [Path.Combine(photos, "train"), Text(EpochSize), Text(EpochsTimed), Text(threads), "2"], Defaults),
        ];
    }

    public BenchProgram LongRun() =>
        CSharp("C#", ["step", ReportCnn, Text(EpochSize), Text(Batch), Text(LongSteps), Text(threads), "nhwc", "keep"]);

    public BenchProgram Hostile(string model) => CSharp("hostile uploads", ["hostile", Workbook, model]);

    public BenchProgram Mutations(string model, int count) => CSharp("mutated photos", ["mutations", Workbook, model, Text(count)]);

    public BenchProgram Service(int requests, int loadSeconds) => CSharp(
        "service", ["service", Workbook, Scratch("models"), Text(threads), Text(requests), Text(loadSeconds)]);

    /// <summary>The ways to answer that a run's models offer, at the paper's size.</summary>
    public BenchProgram Policies(string run, int requests) => CSharp(
        "policies", ["policies", Workbook, run, Repository.Root, Text(NetworkSize), Text(threads), Text(requests)]);

    public IReadOnlyList<BenchProgram> Inference(int runs) =>
    [
        .. PaperExperiments.All.Select(experiment => experiment.Network.Architecture).Prepend("ensemble").Select(network => Python(
            $"{network}: Python eval of pixels in memory", "eval.py",
            [network, Text(NetworkSize), Text(1), Text(runs), Text(threads), "nhwc"], KeepLargeBlocks)),
    ];

    /// <summary>The notebook runner, nbclient with Python's own kernel, and dotnet-repl where it is installed.</summary>
    public IReadOnlyList<BenchProgram> Runners() =>
    [
        CSharp("workbook run", ["notebook", Workbook, Scratch("runner")]),
        CSharp("nbclient, ipykernel", ["notebook", Path.Combine(Folder, "python", "notebook.py"), Scratch("nbclient")]),
        .. Surroundings.Program("dotnet-repl") is null ? (BenchProgram[])[]
            : [CSharp("dotnet-repl", ["notebook", "dotnet-repl", Scratch("dotnet-repl")])],
    ];

    IEnumerable<BenchProgram> Steps(string network, int size, int batch, int steps)
    {
        string[] numbers = [network, Text(size), Text(batch), Text(steps), Text(threads)];
        yield return CSharp("C#", ["step", .. numbers, "nhwc", "keep"]);
        yield return Python("Python, as its users run it", "step.py", [.. numbers, "nchw"], Defaults);
        yield return Python("Python, same memory and layout", "step.py", [.. numbers, "nhwc"], KeepLargeBlocks);
    }

    BenchProgram CSharp(string name, string[] arguments) =>
        new(name, "dotnet", [Bench, .. arguments], Threads(Defaults));

    BenchProgram Python(string name, string script, string[] arguments, Dictionary<string, string> environment) =>
        new(name, "/usr/bin/python3", [Path.Combine(Folder, "python", script), .. arguments], Threads(environment));

    Dictionary<string, string> Threads(Dictionary<string, string> environment) => new(environment) { ["OMP_NUM_THREADS"] = Text(threads) };

    static string CompileCpp()
    {
        var (source, program) = (Path.Combine(Folder, "cpp", "step.cpp"), Scratch("step"));
        Directory.CreateDirectory(Path.GetDirectoryName(program)!);
        if (File.Exists(program) && File.GetLastWriteTimeUtc(program) > File.GetLastWriteTimeUtc(source)) return program;
        Console.WriteLine("compiling the C++ program …");
        string[] arguments =
            ["-O2", "-std=c++17", "-I/usr/include/torch/csrc/api/include", source, "-o", program, "-ltorch", "-ltorch_cpu", "-lc10"];
        using var compiler = Process.Start("g++", arguments);
        compiler.WaitForExit();
        return compiler.ExitCode == 0 ? program
            : throw new UserError("The C++ program did not compile; the bench needs g++ and libtorch-dev.");
    }

    /// <summary>This program.</summary>
    static string Workbook => typeof(BenchPrograms).Assembly.Location;

    static string Bench => Path.Combine(Repository.Artifacts, "bin", "Derma.Bench", "release", "Derma.Bench.dll");

    static string Scratch(string name) => Path.Combine(Repository.Artifacts, "bench", name);

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
