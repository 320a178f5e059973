namespace Derma.Papers;

/// <summary>
/// Writes what a run trained as model files, from the run's folder alone: the first seed's weights, and weights of the vote and
/// temperatures that are fitted on the validation photos.
/// </summary>
/// <param name="options">The run's choices, its folder among them.</param>
public sealed class RunModels(LabOptions options)
{
    /// <summary>Name of the weighted vote's file, without its ending.</summary>
    public const string Ensemble = "smart-derma-ensemble";

    /// <summary>Name of the vote's file in which DenseNet121 works with whole numbers, without its ending.</summary>
    public const string Integer = "smart-derma-ensemble-int8";

    /// <summary>Name of the distilled network's file, without its ending.</summary>
    public const string Distilled = "smart-derma-distilled";

    /// <summary>The network of the three that a cascade asks first: the fastest.</summary>
    public const string First = NetworkNames.MobileNetV3Large;

    readonly RunFolder run = RunFolder.Existing(options.RunFolder
        ?? throw new ArgumentException("The options name no run.", nameof(options)));

    /// <summary>The folder that the files go to.</summary>
    public string Models { get; } = Path.Combine(options.Root, "models");

    /// <summary>Where a model's file lies: its name, with the size where that is not the run's own.</summary>
    /// <param name="name"><see cref="Ensemble"/> or a network's name.</param>
    /// <param name="imageSize">Width and height of its photos; the run's where null.</param>
    public string PathOf(string name, int? imageSize = null) =>
        Path.Combine(Models, Size(imageSize) == options.Scale.SmartDerma.ImageSize ? $"{name}.onnx" : $"{name}-{Size(imageSize)}.onnx");

    /// <summary>Whether the file is there, by this version of the library and from this run as it is now.</summary>
    public bool IsFresh(string name, int? imageSize = null)
    {
        var path = PathOf(name, imageSize);
        if (!File.Exists(path) || ModelContract.Info(OnnxFile.ReadMetadata(path)) is not { } info) return false;
        return (info.Run, info.ImageSize, info.LibraryVersion) == (Run, Size(imageSize), ModelContract.LibraryVersion)
            && PaperExperiments.All.All(experiment =>
                File.GetLastWriteTimeUtc(run.Training(experiment, options.Seed).Best) <= File.GetLastWriteTimeUtc(path));
    }

    /// <summary>Writes the weighted vote of the three networks as one file, and beside it the network that a cascade asks first.</summary>
    /// <returns>Path of the vote's file.</returns>
    /// <exception cref="UserError">The run lacks a network.</exception>
    public string WriteEnsemble(int? imageSize = null)
    {
        var seeds = PaperExperiments.All.ToDictionary(e => e.Network.Architecture, Trained);
        var (vote, path) = (CardedModel.Vote(seeds), PathOf(Ensemble, imageSize));
        EnsembleMember[] members =
            [.. PaperExperiments.All.Select(e => (Name: e.Network.Architecture, Of: e))
                .Select(e => new EnsembleMember(e.Name, Load(e.Of, seeds[e.Name]), vote.Weights![e.Name]))];
        try
        {
            var info = Info(path, vote, Size(imageSize), members.ToDictionary(member => member.Name, member => member.Weight)) with
            {
                Cascade = CascadeOf(WriteNetwork(First, imageSize), seeds[First].Validation, vote.Validation),
            };
            OnnxExport.SaveEnsemble(members, info, path);
            return path;
        }
        finally
        {
            foreach (var member in members) member.Model.Dispose();
        }
    }

    static CascadeInfo CascadeOf(string file, Predictions first, Predictions vote)
    {
        var rule = CascadeRule.Find(TemperatureScaling.Apply(first, TemperatureScaling.Fit(first)), vote);
        return new CascadeInfo(First, Path.GetFileName(file), rule.From, rule.Alone);
    }

    /// <summary>Writes the network that has learnt from the vote (notebook 39).</summary>
    /// <param name="student">What was trained.</param>
    /// <param name="imageSize">Width and height of its photos; the run's where null.</param>
    /// <returns>Its path.</returns>
    /// <exception cref="UserError">The run lacks it.</exception>
    internal string WriteStudent(StudentExperiment student, int? imageSize = null)
    {
        var (seed, path) = (Trained(student), PathOf(Distilled, imageSize));
        using var model = Load(student, seed);
        var info = Info(path, CardedModel.Of(student, seed), Size(imageSize), Alone(student.Network.Architecture));
        OnnxExport.Save(model, info with { DistilledFrom = "Smart Derma ensemble" }, path);
        return path;
    }

    /// <summary>Writes one network.</summary>
    /// <param name="network">Name of one of the paper's three.</param>
    /// <param name="imageSize">Width and height of its photos; the run's where null.</param>
    /// <returns>Its path.</returns>
    /// <exception cref="UserError">The paper has no such network, or the run lacks it.</exception>
    public string WriteNetwork(string network, int? imageSize = null)
    {
        var experiment = Experiment(network);
        var seed = Trained(experiment);
        var path = PathOf(network, imageSize);
        using var model = Load(experiment, seed);
        OnnxExport.Save(model, Info(path, CardedModel.Of(experiment, seed), Size(imageSize), Alone(network)), path);
        return path;
    }

    /// <summary>Writes an attempt of the CNN report, as it was after its last epoch; its photos are of the run's size.</summary>
    /// <param name="number">1 to 10.</param>
    /// <returns>Its path.</returns>
    /// <exception cref="UserError">There is no such attempt, or the run lacks it.</exception>
    public string WriteAttempt(int number)
    {
        if (number < 1 || number > Attempts.All.Length)
            throw new UserError($"There is no attempt {number}; the report has attempts 1 to {Attempts.All.Length}.");
        var attempt = Attempts.All[number - 1];
        return WriteLast(attempt, $"attempt-{number:00}", $"CNN report, {attempt.Name}", options.Scale.ImageSize);
    }

    /// <summary>Writes the network of an experiment as it was after its last epoch.</summary>
    /// <param name="experiment">What was trained.</param>
    /// <param name="name">Name of the file without its ending.</param>
    /// <param name="title">The model's name for a reader.</param>
    /// <param name="imageSize">Width and height of its photos.</param>
    /// <returns>The file's path.</returns>
    /// <exception cref="UserError">The run lacks it.</exception>
    internal string WriteLast(Experiment experiment, string name, string title, int imageSize)
    {
        var (seed, path) = (Trained(experiment), Path.Combine(Models, $"{name}.onnx"));
        using var model = experiment.Build(seed.Validation.Classes.Count, imageSize, options.Seed);
        Checkpoint.Load(seed.Folder.Last).RestoreWeights(model);
        OnnxExport.Save(model, Info(path, CardedModel.Of(experiment, seed) with { Name = title }, imageSize, Alone(name)), path);
        return path;
    }

    /// <summary>One of the paper's three networks with its trained weights.</summary>
    /// <exception cref="UserError">The paper has no such network, or the run lacks it.</exception>
    public Classifier Load(string network)
    {
        var experiment = Experiment(network);
        return Load(experiment, Trained(experiment));
    }

    string Run => $"{run.Name}, {options.Scale.Name}, seed {options.Seed}";

    int Size(int? imageSize) => imageSize ?? options.Scale.SmartDerma.ImageSize;

    static IReadOnlyDictionary<string, double> Alone(string name) => new Dictionary<string, double> { [name] = 1 };

    static SmartDermaExperiment Experiment(string network) =>
        PaperExperiments.All.FirstOrDefault(experiment => experiment.Network.Architecture == network)
        ?? throw new UserError($"Smart Derma has no network '{network}'; "
            + $"it has {string.Join(", ", PaperExperiments.All.Select(e => e.Network.Architecture))}.");

    TrainedSeed Trained(Experiment experiment) => TrainedSeed.Find(options.Seed, run.Training(experiment, options.Seed))
        ?? throw new UserError($"The run in {run.Location} holds no trained {experiment.Name}; "
            + $"'./workbook run --only {experiment.Notebooks} --out {run.Location}' trains it, with the choices of its run.json.");

    Classifier Load(Experiment experiment, TrainedSeed seed)
    {
        var model = experiment.Build(seed.Validation.Classes.Count, options.Scale.SmartDerma.ImageSize, options.Seed);
        Safetensors.LoadInto(model, seed.Folder.Best);
        model.eval();
        return model;
    }

    ModelInfo Info(string path, CardedModel model, int size, IReadOnlyDictionary<string, double> weights) => new()
    {
        Id = Path.GetFileNameWithoutExtension(path),
        Title = model.Name,
        Classes = model.Validation.Classes,
        ImageSize = size,
        Weights = weights,
        Temperature = TemperatureScaling.Fit(model.Validation),
        Card = ModelCard.Of(options, model),
        Run = Run,
        TrainedOn = options.Data == LabOptions.BuiltIn
            ? "Built-in drawings"
            : Catalog.Default.Find(options.Data.Split('=')[0])?.Title ?? options.Data.Split('=')[0],
        Synthetic = options.Data == LabOptions.BuiltIn,
        LibraryVersion = ModelContract.LibraryVersion,
    };
}

/// <summary>
/// The model files that notebooks 40 to 43 and the service use: exported into <c>models/</c> from what the run has trained.
/// </summary>
public static class LabModels
{
    /// <summary>
    /// The weighted ensemble of the run's three networks (first seed; weights and temperature fitted on validation photos);
    /// exported where the file is missing or of another run.
    /// </summary>
    /// <param name="lab">The lab; a network that its run lacks is trained.</param>
    /// <param name="imageSize">Width and height it takes; the lab's own where null. The paper's is 224.</param>
    /// <returns>Path of the model file.</returns>
    public static string EnsembleModel(this Lab lab, int? imageSize = null)
    {
        lab.Members();
        var models = lab.Models();
        return models.IsFresh(RunModels.Ensemble, imageSize) ? models.PathOf(RunModels.Ensemble, imageSize)
            : models.WriteEnsemble(imageSize);
    }

    /// <summary>
    /// The same vote with the convolutions of DenseNet121, or of all networks, in 8-bit whole numbers, whose ranges the validation photos
    /// show. The two others are full of activations that stay floats, and gain nothing (notebook 40).
    /// </summary>
    /// <param name="lab">The lab; a network that its run lacks is trained.</param>
    /// <param name="imageSize">Width and height it takes; the lab's own where null.</param>
    /// <param name="all">All three networks instead of DenseNet121.</param>
    /// <returns>Path of the model file.</returns>
    public static string IntegerModel(this Lab lab, int? imageSize = null, bool all = false)
    {
        const int Photos = 16;
        var source = lab.EnsembleModel(imageSize);
        var path = lab.Models().PathOf(all ? $"{RunModels.Integer}-all" : RunModels.Integer, imageSize);
        if (File.Exists(path) && File.GetLastWriteTimeUtc(path) >= File.GetLastWriteTimeUtc(source)) return path;
        var size = imageSize ?? lab.ImageSize;
        var shown = lab.Photos.Sample(Subset.Validation, Photos, lab.Options.Seed).Of(Subset.Validation);
        var pixels = PixelCache.Load(shown, size, lab.Options.Threads);
        var photos = Enumerable.Range(0, pixels.Count).Select(i => new PreparedPhoto(size, pixels.Pixels(i).ToArray(), []));
        IntegerFile.Write(source, all ? null : NetworkNames.DenseNet121, [.. photos], path);
        return path;
    }

    /// <summary>One network of the run, the same way.</summary>
    /// <param name="lab">The lab; a network that its run lacks is trained.</param>
    /// <param name="network">Name of one of the paper's three.</param>
    /// <param name="imageSize">Width and height it takes; the lab's own where null.</param>
    /// <returns>Path of the model file.</returns>
    public static string NetworkModel(this Lab lab, string network, int? imageSize = null)
    {
        lab.Train(PaperExperiments.All.First(experiment => experiment.Network.Architecture == network));
        var models = lab.Models();
        return models.IsFresh(network, imageSize) ? models.PathOf(network, imageSize) : models.WriteNetwork(network, imageSize);
    }

    /// <summary>
    /// The network to start from: the one that NuGet serves where its package is there, else the run's own MobileNetV3, which learnt other
    /// drawings or photos from scratch.
    /// </summary>
    /// <param name="lab">The lab.</param>
    public static TransferOptions Donor(this Lab lab)
    {
        var file = ImageNetResNet18.FileIn(lab.Options.Packages);
        return File.Exists(file) ? new TransferOptions { Donor = "ResNet-18", File = file, IsResNet = true } : new TransferOptions
        {
            Donor = "MobileNetV3", File = lab.NetworkModel(NetworkNames.MobileNetV3Large),
        };
    }

    /// <summary>The fine-tuned network as a model file for the service, <c>models/transfer.onnx</c>.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="trained">What was trained.</param>
    /// <returns>Path of the model file.</returns>
    public static string TransferModel(this Lab lab, Trained<TransferExperiment> trained) =>
        lab.Models().WriteLast(trained.Experiment, "transfer", trained.Name, lab.ImageSize);

    /// <summary>The distilled network as a model file for the service, <c>models/smart-derma-distilled.onnx</c>.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="trained">What was trained.</param>
    /// <param name="imageSize">Width and height it takes; the lab's own where null.</param>
    /// <returns>Path of the model file.</returns>
    public static string StudentModel(this Lab lab, Trained<StudentExperiment> trained, int? imageSize = null) =>
        lab.Models().WriteStudent(trained.Experiment, imageSize);

    /// <summary>The run's model files.</summary>
    public static RunModels Models(this Lab lab) => new(lab.Options with { RunFolder = lab.Run.Location });
}
