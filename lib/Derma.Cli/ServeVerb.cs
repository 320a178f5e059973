using System.CommandLine;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Derma.Cli;

/// <summary><c>workbook serve</c>: the prediction service until Ctrl-C or SIGTERM.</summary>
static class ServeVerb
{
    public const string Name = "serve";

    const string CertificatePassword = "DERMA_CERTIFICATE_PASSWORD";

    static readonly ServiceOptions Usual = new();

    static readonly Option<int> Port = new("--port") { Description = "port; 0 takes a free one", DefaultValueFactory = _ => Usual.Port };
    static readonly Option<string> Host = new("--host") { Description = "address to listen on; 0.0.0.0 lets other machines in", DefaultValueFactory = _ => Usual.Host };
    static readonly Option<string?> Model = new("--model") { Description = "model file (default: models/smart-derma-ensemble.onnx)" };
    static readonly Option<int?> Threads = new("--threads") { Description = "threads inside one run of the model (default: all processors)" };
    static readonly Option<bool> Flips = new("--flips") { Description = "answer with the mean over the photo and its mirror images; three times as slow" };
    static readonly Option<double> SureFrom = new("--sure-from") { Description = "below this confidence, 0 to 1, the answer is \"not sure\"", DefaultValueFactory = _ => new PredictorOptions().SureFrom };
    static readonly Option<string?> Keep = new("--keep") { Description = "folder that keeps photos, without metadata, and answers; without it nothing is kept" };
    static readonly Option<double> Wait = new("--wait") { Description = "seconds that the photos under way may take; one more is refused, by what was measured so far", DefaultValueFactory = _ => Usual.LongestWait.TotalSeconds };
    static readonly Option<int> Queue = new("--queue") { Description = "photos under way at most: decoded, waiting or in the model", DefaultValueFactory = _ => Usual.QueueLength };
    static readonly Option<int> Batch = new("--batch") { Description = "photos that the model takes at once at most", DefaultValueFactory = _ => Usual.MaxBatch };
    static readonly Option<string> Directory = new("--directory") { Description = $"who finds dermatologists: sample (invented), google (key in {Directories.GoogleKeyVariable}), osm", DefaultValueFactory = _ => "sample" };
    static readonly Option<string?> Certificate = new("--certificate") { Description = $"PFX file: speak TLS (its password in {CertificatePassword})" };

    public static Command Create()
    {
        var command = new Command(Name, "Serve the model: web page and REST. Not for diagnosis.") { Port, Host, Model, Threads, Flips, SureFrom, Keep, Queue, Wait, Batch, Directory, Certificate };
        command.SetAction((parsed, stop) => ServeAsync(parsed, stop));
        return command;
    }

    /// <summary>The model of <c>--model</c>, or the one that the notebooks write.</summary>
    /// <exception cref="UserError">It is not there.</exception>
    public static string ModelFile(string? named)
    {
        if (named is not null) return File.Exists(named) ? Path.GetFullPath(named) : throw new UserError($"--model names {named}, but there is no such file.");
        var usual = Path.Combine(Repository.Root, "models", "smart-derma-ensemble.onnx");
        return File.Exists(usual) ? usual
            : throw new UserError($"There is no model {usual} yet; './workbook run' or './workbook export' writes it, and --model takes another.");
    }

    static async Task<int> ServeAsync(ParseResult parsed, CancellationToken stop)
    {
        var directory = Directories.Create(parsed.GetValue(Directory)!);
        using var certificate = Load(parsed.GetValue(Certificate));
        using var log = LoggerFactory.Create(to => to.AddSimpleConsole(line => (line.SingleLine, line.TimestampFormat, line.ColorBehavior) = (true, "yyyy-MM-dd HH:mm:ss ", LoggerColorBehavior.Disabled)));
        using var predictor = Predictor.Load(ModelFile(parsed.GetValue(Model)), Answering(parsed));
        using var signals = new StopSignals();
        // Decoding holds pool threads; what only waits for the model or the network must not queue behind it.
        ThreadPool.SetMinThreads(4 * Environment.ProcessorCount, Environment.ProcessorCount);
        await using var service = await PredictionService.StartAsync(predictor, Serving(parsed) with { Certificate = certificate, Log = log }, directory, stop);
        Greet(service.Address, predictor);
        await signals.First;
        Console.WriteLine("Stopping: what is accepted is answered first.");
        return ExitCode.Success;
    }

    static PredictorOptions Answering(ParseResult parsed)
    {
        var options = new PredictorOptions { Flips = parsed.GetValue(Flips), SureFrom = parsed.GetValue(SureFrom) };
        if (options.SureFrom is not (>= 0 and <= 1)) throw new UserError("--sure-from must be 0 to 1.");
        return parsed.GetValue(Threads) switch
        {
            null => options,
            > 0 and var threads => options with { Threads = threads },
            var wrong => throw new UserError($"--threads is {wrong}; it must be at least 1."),
        };
    }

    static ServiceOptions Serving(ParseResult parsed) => new()
    {
        Port = parsed.GetValue(Port),
        Host = parsed.GetValue(Host)!,
        QueueLength = parsed.GetValue(Queue),
        LongestWait = TimeSpan.FromSeconds(parsed.GetValue(Wait)),
        MaxBatch = parsed.GetValue(Batch),
        KeepFolder = parsed.GetValue(Keep) is { } folder ? Path.GetFullPath(folder) : null,
    };

    static X509Certificate2? Load(string? file)
    {
        if (file is null) return null;
        try
        {
            return X509CertificateLoader.LoadPkcs12FromFile(file, Environment.GetEnvironmentVariable(CertificatePassword));
        }
        catch (Exception error) when (error is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new UserError($"The certificate {file} cannot be read; it must be a PFX file, with its password in {CertificatePassword}.");
        }
    }

    static void Greet(Uri address, Predictor predictor)
    {
        Console.WriteLine($"{address}");
        Console.WriteLine($"{predictor.Info.Title}, trained on {predictor.Info.TrainedOn}; {predictor.Provider}, {predictor.Options.Threads} threads. Not for diagnosis.");
        if (predictor.Info.Synthetic) Console.WriteLine("The model was trained on drawings: its answers about real photos mean nothing.");
        Console.WriteLine("Ctrl-C answers what is accepted and stops; a second one stops at once.");
    }
}
