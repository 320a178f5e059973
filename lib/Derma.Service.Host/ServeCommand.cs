using System.CommandLine;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Derma.Service.Host;

/// <summary>
/// The prediction service until Ctrl-C or SIGTERM, as this program and <c>workbook serve</c> start it: options of the command line, and the
/// two secrets from the environment, which is read nowhere else.
/// </summary>
public static class ServeCommand
{
    /// <summary>What it does, for <c>--help</c>.</summary>
    public const string About = "Serve the model: web page and REST. Not for diagnosis.";

    /// <summary>The exit code of a mistake in the options.</summary>
    public const int Usage = 2;

    const string CertificatePassword = "DERMA_CERTIFICATE_PASSWORD";

    static readonly ServiceOptions Usual = new();

    static readonly Option<int> Port = new("--port") { Description = "port; 0 takes a free one", DefaultValueFactory = _ => Usual.Port };
    static readonly Option<string> Address = new("--host")
    {
        Description = "address to listen on; 0.0.0.0 lets other machines in", DefaultValueFactory = _ => Usual.Host,
    };

    static readonly Option<string?> Model = new("--model")
    {
        Description = "model file (default of the workbook: models/smart-derma-ensemble.onnx)",
    };

    static readonly Option<string?> Policy = new("--policy")
    {
        Description = "vote: all networks answer; cascade: the small one where it is sure enough, else all; "
            + "distilled: one that learnt from the vote (default: as the model is)",
    };

    static readonly Option<int?> Threads = new("--threads")
    {
        Description = "threads inside one run of the model (default: all processors)",
    };

    static readonly Option<bool> Flips = new("--flips")
    {
        Description = "answer with the mean over the photo and its mirror images; three times as slow",
    };

    static readonly Option<double> SureFrom = new("--sure-from")
    {
        Description = "below this confidence, 0 to 1, the answer is \"not sure\"",
        DefaultValueFactory = _ => new PredictorOptions().SureFrom,
    };

    static readonly Option<string?> Keep = new("--keep")
    {
        Description = "folder that keeps photos, without metadata, and answers; without it nothing is kept",
    };

    static readonly Option<double> Wait = new("--wait")
    {
        Description = "seconds that the photos under way may take; one more is refused, by what was measured so far",
        DefaultValueFactory = _ => Usual.LongestWait.TotalSeconds,
    };

    static readonly Option<int> Queue = new("--queue")
    {
        Description = "photos under way at most: decoded, waiting or in the model", DefaultValueFactory = _ => Usual.QueueLength,
    };

    static readonly Option<int?> Batch = new("--batch")
    {
        Description = "photos that the model takes at once at most (default: what answers most a second here, measured at the start)",
    };

    static readonly Option<string> Ways = new("--schedule")
    {
        Description = "one: a vote's networks one after the other on all threads; beside: each beside the others on its share; "
            + "measured: the faster of the two here",
        DefaultValueFactory = _ => "measured",
    };

    static readonly Option<int> Limit = new("--limit")
    {
        Description = "requests to /api a minute from one client on another machine; 0: no limit",
        DefaultValueFactory = _ => Usual.RequestsAMinute,
    };

    static readonly Option<string[]> Proxies = new("--proxy")
    {
        Description = "address or network (10.0.0.0/8) of a reverse proxy on another machine, whose X-Forwarded-For names the client",
    };

    static readonly Option<string> Directory = new("--directory")
    {
        Description = $"who finds dermatologists: sample (invented), google (key in {Directories.GoogleKeyVariable}), osm",
        DefaultValueFactory = _ => "sample",
    };

    static readonly Option<string?> Certificate = new("--certificate")
    {
        Description = $"PFX file: speak TLS (its password in {CertificatePassword})",
    };

    /// <summary>Gives a command the service's options and what it does.</summary>
    /// <param name="command">The command.</param>
    /// <param name="modelFile">The path of the model by the value of <c>--model</c>, which may be null, and by whether the distilled one
    /// is wanted.</param>
    public static Command AddTo(Command command, Func<string?, bool, string> modelFile)
    {
        Option[] all = [Port, Address, Model, Policy, Threads, Ways, Flips, SureFrom, Keep, Queue, Wait, Batch, Limit, Proxies,
            Directory, Certificate];
        foreach (var option in all) command.Options.Add(option);
        command.SetAction((parsed, stop) => ServeAsync(parsed, modelFile, stop));
        return command;
    }

    /// <summary>The model that <c>--model</c> names.</summary>
    /// <param name="named">The option's value.</param>
    /// <exception cref="UserError">It names none, or one that is not there.</exception>
    public static string NamedModel(string? named) => named is null ? throw new UserError("Which model? Name its file by --model.")
        : File.Exists(named) ? Path.GetFullPath(named)
        : throw new UserError($"--model names {named}, but there is no such file.");

    static async Task<int> ServeAsync(ParseResult parsed, Func<string?, bool, string> modelFile, CancellationToken stop)
    {
        var directory = Directories.Create(parsed.GetValue(Directory)!, Environment.GetEnvironmentVariable(Directories.GoogleKeyVariable));
        using var certificate = Load(parsed.GetValue(Certificate), Environment.GetEnvironmentVariable(CertificatePassword));
        using var log = LoggerFactory.Create(to => to.AddSimpleConsole(line =>
            (line.SingleLine, line.TimestampFormat, line.ColorBehavior) = (true, "yyyy-MM-dd HH:mm:ss ", LoggerColorBehavior.Disabled)));
        var policy = parsed.GetValue(Policy);
        if (policy is not (null or "vote" or "cascade" or "distilled"))
            throw new UserError($"--policy is '{policy}'; choose vote, cascade or distilled.");
        var file = modelFile(parsed.GetValue(Model), policy == "distilled");
        using var predictor = Predictor.Load(file, Answering(parsed) with { Cascade = policy == "cascade" });
        Require(policy, predictor, file);
        using var signals = new StopSignals();
        // Decoding holds pool threads; what only waits for the model or the network must not queue behind it.
        ThreadPool.SetMinThreads(4 * Environment.ProcessorCount, Environment.ProcessorCount);
        var options = Serving(parsed) with { Certificate = certificate, Log = log };
        if (parsed.GetValue(Batch) is null) options = options with { MaxBatch = predictor.MeasureBatch(options.LongestWait / 2) };
        await using var service = await PredictionService.StartAsync(predictor, options, directory, stop);
        Greet(service.Address, predictor, options.MaxBatch);
        await signals.First;
        Console.WriteLine("Stopping: what is accepted is answered first.");
        return 0;
    }

    static void Require(string? policy, Predictor predictor, string file)
    {
        if (policy is null || policy.Equals($"{predictor.Policy}", StringComparison.OrdinalIgnoreCase)) return;
        throw new UserError($"--policy {policy} does not go with {file}, which is {AnswerPolicies.Words(predictor.Policy)}; "
            + "leave --policy out, or name another model.");
    }

    static PredictorOptions Answering(ParseResult parsed)
    {
        var options = new PredictorOptions
        {
            Flips = parsed.GetValue(Flips), SureFrom = parsed.GetValue(SureFrom), Schedule = Laid(parsed.GetValue(Ways)!),
        };
        if (options.SureFrom is not (>= 0 and <= 1)) throw new UserError("--sure-from must be 0 to 1.");
        return parsed.GetValue(Threads) switch
        {
            null => options,
            > 0 and var threads => options with { Threads = threads },
            var wrong => throw new UserError($"--threads is {wrong}; it must be at least 1."),
        };
    }

    static Schedule Laid(string way) => way switch
    {
        "one" => Schedule.OneGraph,
        "beside" => Schedule.SideBySide,
        "measured" => Schedule.Measured,
        _ => throw new UserError($"--schedule is '{way}'; choose one, beside or measured."),
    };

    static ServiceOptions Serving(ParseResult parsed) => new()
    {
        Port = parsed.GetValue(Port),
        Host = parsed.GetValue(Address)!,
        QueueLength = parsed.GetValue(Queue),
        LongestWait = TimeSpan.FromSeconds(parsed.GetValue(Wait)),
        MaxBatch = parsed.GetValue(Batch) ?? Usual.MaxBatch,
        RequestsAMinute = parsed.GetValue(Limit),
        Proxies = [.. (parsed.GetValue(Proxies) ?? []).Select(Network)],
        KeepFolder = parsed.GetValue(Keep) is { } folder ? Path.GetFullPath(folder) : null,
    };

    static IPNetwork Network(string text) =>
        IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : IPNetwork.TryParse(text, out var network) ? network
        : throw new UserError($"--proxy is {text}; it must be an address, such as 10.0.0.5, or a network, such as 10.0.0.0/8.");

    static X509Certificate2? Load(string? file, string? password)
    {
        if (file is null) return null;
        try
        {
            return X509CertificateLoader.LoadPkcs12FromFile(file, password);
        }
        catch (Exception error) when (error is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new UserError(
                $"The certificate {file} cannot be read; it must be a PFX file, with its password in {CertificatePassword}.");
        }
    }

    static void Greet(Uri address, Predictor predictor, int batch)
    {
        var info = predictor.Info;
        Console.WriteLine($"{address}");
        Console.WriteLine(
            $"{info.Title}, trained on {info.TrainedOn}; {AnswerPolicies.Words(predictor.Policy)}; "
            + $"{predictor.Provider}, {predictor.Schedule}, {(batch == 1 ? "one photo" : $"up to {batch} photos")} at once. "
            + "Not for diagnosis.");
        if (info.Synthetic) Console.WriteLine("The model was trained on drawings: its answers about real photos mean nothing.");
        Console.WriteLine("Ctrl-C answers what is accepted and stops; a second one stops at once.");
    }
}
