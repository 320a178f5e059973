namespace Derma.Papers.Tests;

[Collection(TensorLibrary.Name)]
public sealed class RunModelsTests : IDisposable
{
    const int Classes = 3;

    readonly TemporaryFolder root = new();

    public void Dispose() => root.Dispose();

    [Fact]
    public void The_votes_file_has_the_weights_and_the_temperature_that_validation_finds()
    {
        var validation = Finish("first");
        var path = Models("first").WriteEnsemble();
        Assert.Equal(Path.Combine(root.Path, "models", "smart-derma-ensemble.onnx"), path);
        var found = WeightSearch.Run(validation).Found.Weights;
        using var predictor = Predictor.Load(path);
        Assert.Equal(PaperExperiments.All.Select(experiment => (experiment.Network.Architecture, found[experiment.Network.Architecture])), predictor.Info.Weights.Select(w => (w.Key, w.Value)));
        Assert.Equal(TemperatureScaling.Fit(SoftVote.Combine(validation, found)), predictor.Info.Temperature);
        Assert.Equal(("first, smoke, seed 1", 64, "Built-in drawings", true), (predictor.Info.Run, predictor.Info.ImageSize, predictor.Info.TrainedOn, predictor.Info.Synthetic));
    }

    [Fact]
    public void A_networks_file_holds_the_kept_weights_also_at_another_size()
    {
        Finish("first");
        var path = Models("first").WriteNetwork(NetworkNames.MobileNetV3Large, imageSize: 96);
        Assert.Equal("mobilenet_v3_large-96.onnx", Path.GetFileName(path));
        using var model = Trained(NetworkNames.MobileNetV3Large);
        var photos = Exports.Photos(1, 96);
        Exports.AssertNear(Exports.Logits(model, photos, 96).Select(z => (double)z), OnnxRun.Of(path, photos, 96)["logits"], 1e-4);
    }

    [Fact]
    public void A_file_is_fresh_until_its_run_is_another_or_is_trained_again()
    {
        Finish("first");
        Finish("second");
        Assert.False(Models("first").IsFresh(NetworkNames.MobileNetV3Large));
        Models("first").WriteNetwork(NetworkNames.MobileNetV3Large);
        Assert.True(Models("first").IsFresh(NetworkNames.MobileNetV3Large));
        Assert.False(Models("first").IsFresh(NetworkNames.MobileNetV3Large, imageSize: 96));
        Assert.False(Models("second").IsFresh(NetworkNames.MobileNetV3Large));
        File.SetLastWriteTimeUtc(Path.Combine(Folder("first", NetworkNames.DenseNet121), "best.safetensors"), DateTime.UtcNow.AddMinutes(1));
        Assert.False(Models("first").IsFresh(NetworkNames.MobileNetV3Large));
    }

    [Fact]
    public void A_run_that_lacks_a_network_says_how_to_train_it()
    {
        Finish("first");
        Directory.Delete(Folder("first", NetworkNames.EfficientNetB3), recursive: true);
        var message = Assert.Throws<UserError>(() => Models("first").WriteEnsemble()).Message;
        Assert.Contains("no trained EfficientNet-B3", message);
        Assert.Contains("--only 31,32,33", message);
        Assert.Contains("--only 19", Assert.Throws<UserError>(() => Models("first").WriteAttempt(9)).Message);
        Assert.Contains("attempts 1 to 10", Assert.Throws<UserError>(() => Models("first").WriteAttempt(11)).Message);
        Assert.Contains("densenet121", Assert.Throws<UserError>(() => Models("first").WriteNetwork("resnet50")).Message);
        Assert.False(Directory.Exists(Path.Combine(root.Path, "models")));
    }

    [Fact]
    public void A_notebook_finds_the_three_networks_only_where_all_are_there()
    {
        var validation = Finish("first");
        var lab = Lab.OpenTransfer("test", RunFolder.OptionsOf(Path.Combine(root.Path, "runs", "first"), root.Path));
        var found = lab.FindMembers()!;
        Assert.Equal(PaperExperiments.All.Select(experiment => validation[experiment.Network.Architecture].Probabilities), found.Select(member => member.Validation.Probabilities));
        Directory.Delete(Folder("first", NetworkNames.DenseNet121), recursive: true);
        Assert.Null(lab.FindMembers());
    }

    [Fact]
    public void An_attempts_file_answers_as_the_attempt_did_after_its_last_epoch()
    {
        var brief = Scales.Smoke with { AttemptSteps = 3 };
        var lab = Lab.Open("test", new LabOptions { Root = root.Path, Scale = brief, Threads = 2, RunFolder = Path.Combine(root.Path, "runs", "first") });
        var (predictions, photos) = (lab.Train(Attempts.Second).Validation, lab.Pixels(Subset.Validation));
        float[] planes = [.. from i in Enumerable.Range(0, 4) from c in Enumerable.Range(0, 3) from p in Enumerable.Range(0, 64 * 64) select photos.Pixels(i)[p * 3 + c] / 255f];
        var outputs = OnnxRun.Of(Models("first").WriteAttempt(2), planes, 64);
        Exports.AssertNear(predictions.Probabilities.Take(4 * 22).Select(value => (double)value), outputs["probabilities"], 1e-5);
    }

    [Fact]
    public void A_folder_without_choices_is_no_run() =>
        Assert.Contains("run.json", Assert.Throws<UserError>(() => RunFolder.OptionsOf(root.Path, root.Path)).Message);

    [Fact]
    public void Choices_that_were_cut_short_are_named()
    {
        File.WriteAllText(root.File("run.json"), "{ \"scale\": \"smo");
        Assert.Contains(root.File("run.json"), Assert.Throws<UserError>(() => RunFolder.OptionsOf(root.Path, root.Path)).Message);
    }

    RunModels Models(string run) => new(RunFolder.OptionsOf(Path.Combine(root.Path, "runs", run), root.Path));

    string Folder(string run, string network) => Path.Combine(root.Path, "runs", run, "networks", network, "seed-1");

    static Classifier Trained(string network) => Exports.Filled(Networks.Build(network, Classes));

    /// <summary>A run that looks finished: weights that a formula makes, predictions written down.</summary>
    Dictionary<string, Predictions> Finish(string run)
    {
        RunFolder.Open(new LabOptions { Root = root.Path, Scale = Scales.Smoke, Threads = 2, RunFolder = Path.Combine(root.Path, "runs", run) });
        return PaperExperiments.All.Select((experiment, i) => (experiment.Network.Architecture, Finish(run, experiment.Network.Architecture, Answers.Random(i + 1, 30, Classes, skill: i)))).ToDictionary();
    }

    Predictions Finish(string run, string network, Predictions validation)
    {
        using var model = Trained(network);
        Safetensors.Save(new CheckpointOptions(Folder(run, network)).Best, model);
        var metrics = new RunMetrics
        {
            Status = "Completed", Epochs = 1, Steps = 1, Seconds = 1, TrainAccuracy = 1, ValidationAccuracy = 1, ValidationInterval = new Interval(0, 1),
            BalancedAccuracy = 1, MacroF1 = 1, BestEpoch = 1, BestValidationAccuracy = 1, LowestLossEpoch = 1, TrainLoss = 1, ValidationLoss = 1,
        };
        new TrainedSeed(1, new TrainingFolder(Folder(run, network)), History.Empty, metrics, validation).Tested(validation).Save();
        return validation;
    }
}
