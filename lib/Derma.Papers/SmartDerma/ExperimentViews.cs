using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using TorchSharp.Modules;

namespace Derma.Papers;

/// <summary>What the notebooks of experiments 1 to 3 show.</summary>
public static class ExperimentViews
{
    static readonly JsonSerializerOptions Names = new() { IncludeFields = true, Converters = { new JsonStringEnumConverter() } };

    /// <summary>The recipe, option by option: as printed in the paper or chosen for it, and as this run's scale trains.</summary>
    public static HtmlView RecipeTable(this Lab lab, Experiment experiment)
    {
        var (paper, here) = (Options(experiment), Options(lab.AtScale(experiment)));
        return Tables.Of(
            ["Option", "The paper's scale", $"Scale “{lab.Options.Scale.Name}”"],
            paper.Keys.Union(here.Keys).Select(name => (IReadOnlyList<object?>)
                [name, paper.GetValueOrDefault(name, "–"), here.GetValueOrDefault(name) == paper.GetValueOrDefault(name) ? "the same" : here.GetValueOrDefault(name, "–")]),
            $"The recipe of {experiment.Name}");
    }

    /// <summary>Final figures of trained networks on the test photos, with intervals, beside two baselines.</summary>
    public static HtmlView Numbers(this Lab lab, params IReadOnlyList<TrainedExperiment> trained) => LabViews.Join(
        Tables.Of(
            ["Network", "Seed", "Epochs", "Kept epoch (best F1)", "Epoch of the lowest loss", "Validation accuracy", "Test accuracy", "95 % interval", "Balanced accuracy", "95 % interval", "Macro F1", "Seconds"],
            trained.SelectMany(network => network.Seeds.Select(seed => Row(network, seed))),
            $"On {lab.Pixels(Subset.Test).Count} test photos at {lab.ImageSize} × {lab.ImageSize} pixels"),
        lab.BaselineTable());

    /// <summary>What needs no network: the largest class, and ridge regression on colours and a thumbnail.</summary>
    public static HtmlView BaselineTable(this Lab lab)
    {
        var (train, validation, test) = (lab.Pixels(Subset.Train), lab.Pixels(Subset.Validation), lab.Pixels(Subset.Test));
        var ridge = RidgeBaseline.Fit(train, validation, lab.Photos.Classes);
        return Tables.Of(
            ["Baseline", "Test accuracy", "95 % interval", "Balanced accuracy", "95 % interval", "Macro F1"],
            [
                Figures("the largest class, always", MajorityBaseline.Predict(train, test, lab.Photos.Classes)),
                Figures($"ridge regression (λ = {ridge.Penalty.ToString("0.###", CultureInfo.InvariantCulture)})", ridge.Predict(test)),
            ],
            "What a network must beat, on the same test photos");
    }

    /// <summary>Checks what the paper prints about one network: its layers, its recipe, its results.</summary>
    public static HtmlView Judge(this Lab lab, TrainedExperiment trained)
    {
        CheckNetwork(lab.Claims, trained.Experiment.Network);
        if (trained.Experiment.Network == NetworkNames.MobileNetV3Large) CheckRecipe(lab.Claims, PaperExperiments.MobileNetV3);
        SmartDermaClaims.CheckModel(lab.Claims, trained.Experiment.Network, trained.Test.Metrics(), Intervals(trained.Test));
        return lab.Verdicts();
    }

    internal static MacroIntervals Intervals(Predictions predictions) => new()
    {
        Recall = Bootstrap.Of(predictions, BootstrapFigure.BalancedAccuracy).Interval,
        F1 = Bootstrap.Of(predictions, BootstrapFigure.MacroF1).Interval,
    };

    internal static IReadOnlyList<object?> Figures(string name, Predictions predictions)
    {
        var metrics = predictions.Metrics();
        var balanced = Bootstrap.Of(predictions, BootstrapFigure.BalancedAccuracy);
        return
        [
            name, LabViews.Percent(metrics.Accuracy), Words(metrics.AccuracyInterval), LabViews.Percent(balanced.Value), Words(balanced.Interval),
            metrics.Macro.F1.ToString("0.000", CultureInfo.InvariantCulture),
        ];
    }

    internal static string Words(Interval interval) => $"{LabViews.Percent(interval.Low)} to {LabViews.Percent(interval.High)}";

    static IReadOnlyList<object?> Row(TrainedExperiment network, ExperimentSeed seed) =>
    [
        network.Name, seed.Seed, seed.Metrics.Epochs, seed.Metrics.BestEpoch, seed.Metrics.LowestLossEpoch, LabViews.Percent(seed.Metrics.ValidationAccuracy),
        .. Figures(network.Name, seed.Test).Skip(1), seed.Metrics.Seconds.ToString("0.0", CultureInfo.InvariantCulture),
    ];

    static void CheckNetwork(ClaimBook book, string network)
    {
        using var model = Networks.Build(network, SmartDermaNetworkClaims.PrintedClasses);
        var convolutions = model.modules().OfType<Conv2d>().ToList();
        SmartDermaNetworkClaims.CheckNetwork(book, network, model.Classes, convolutions.Count, model.modules().OfType<Linear>().Count());
        if (network == NetworkNames.MobileNetV3Large)
            SmartDermaNetworkClaims.CheckBlock(
                book,
                expansionKernel: (int)convolutions.First(c => c.out_channels > c.in_channels && c.groups == 1 && c.in_channels > 3).kernel_size[0],
                depthwiseKernels: [.. convolutions.Where(c => c.groups > 1).Select(c => (int)c.kernel_size[0])],
                gate: nameof(Hardsigmoid));
        if (network == NetworkNames.EfficientNetB3)
            SmartDermaNetworkClaims.CheckFigure2(book, [.. convolutions.Where(c => c.groups == 1 && c.kernel_size[0] > 1).Take(1).Concat(Projections(convolutions)).Select(c => (int)c.out_channels).Take(3)]);
    }

    static IEnumerable<Conv2d> Projections(IEnumerable<Conv2d> convolutions) => convolutions.Where(c => c.groups == 1 && c.kernel_size[0] == 1 && c.bias is null);

    static void CheckRecipe(ClaimBook book, Experiment experiment) => SmartDermaSetupClaims.CheckRecipe(
        book, Scales.Paper.SmartDerma.ImageSize, experiment.Training.Epochs, experiment.Training.BatchSize,
        experiment.Training.Optimizer.ToString(), experiment.Training.LearningRate, experiment.Training.BestBy.ToString());

    static Dictionary<string, string> Options(Experiment experiment)
    {
        var element = JsonSerializer.SerializeToElement(experiment, Names);
        string[] hidden = [nameof(Experiment.Variant), nameof(Experiment.FolderName), nameof(Experiment.Name), nameof(Experiment.Training)];
        return element.EnumerateObject().Where(option => !hidden.Contains(option.Name))
            .Concat(element.GetProperty(nameof(Experiment.Training)).EnumerateObject())
            .Where(option => option.Value.ValueKind != JsonValueKind.Null)
            .ToDictionary(option => option.Name, option => OptionText.Of(option.Value));
    }
}
