using System.Globalization;
using TorchSharp.Modules;

namespace Derma.Papers;

/// <summary>What the notebooks of experiments 1 to 3 show.</summary>
public static class ExperimentViews
{
    const string Unset = "–";

    /// <summary>The recipe, option by option: as printed in the paper or chosen for it, and as this run's scale trains.</summary>
    public static HtmlView RecipeTable(this Lab lab, SmartDermaExperiment experiment) => Tables.Of(
        ["Option", "The paper's scale", $"Scale “{lab.Options.Scale.Name}”"],
        from option in experiment.Options()
            .Zip(lab.AtScale(experiment).Options(), (paper, here) => (paper.Option, Paper: paper.Value, Here: here.Value))
        where (option.Paper, option.Here) != (Unset, Unset)
        select (IReadOnlyList<object?>)[option.Option, option.Paper, option.Here == option.Paper ? "the same" : option.Here],
        $"The recipe of {experiment.Name}");

    /// <summary>Final figures of trained networks on the test photos, with intervals, beside two baselines.</summary>
    public static HtmlView Numbers(this Lab lab, params IReadOnlyList<Trained<SmartDermaExperiment>> trained) => LabViews.Join(
        Tables.Of(
            [
                "Network", "Seed", "Epochs", "Kept epoch (best F1)", "Epoch of the lowest loss", "Validation accuracy", "Test accuracy",
                "95 % interval",
                "Balanced accuracy", "95 % interval", "Macro F1", "Seconds",
            ],
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
    public static HtmlView Judge(this Lab lab, Trained<SmartDermaExperiment> trained)
    {
        CheckNetwork(lab, trained.AsRun);
        if (trained.Experiment.Network.Architecture == NetworkNames.MobileNetV3Large)
            SmartDermaSetupClaims.CheckRecipe(lab.Claims, trained, lab.ImageSize);
        SmartDermaClaims.CheckModel(lab.Claims, trained.Experiment.Network.Architecture, trained.Test.Metrics(), Intervals(trained.Test));
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
            name, LabViews.Percent(metrics.Accuracy), LabViews.Words(metrics.AccuracyInterval), LabViews.Percent(balanced.Value),
            LabViews.Words(balanced.Interval),
            metrics.Macro.F1.ToString("0.000", CultureInfo.InvariantCulture),
        ];
    }

    static IReadOnlyList<object?> Row(Trained<SmartDermaExperiment> network, TrainedSeed seed) =>
    [
        network.Name, seed.Seed, seed.Metrics.Epochs, seed.Metrics.BestEpoch, seed.Metrics.LowestLossEpoch,
        LabViews.Percent(seed.Metrics.ValidationAccuracy), .. Figures(network.Name, seed.Test).Skip(1),
        seed.Metrics.Seconds.ToString("0.0", CultureInfo.InvariantCulture),
    ];

    static void CheckNetwork(Lab lab, SmartDermaExperiment experiment)
    {
        var (book, network) = (lab.Claims, experiment.Network.Architecture);
        using var model = experiment.Build(lab.Photos.Classes.Count, seed: 0);
        var convolutions = model.modules().OfType<Conv2d>().ToList();
        SmartDermaNetworkClaims.CheckNetwork(book, network, model.Classes, convolutions.Count, model.modules().OfType<Linear>().Count());
        if (network == NetworkNames.MobileNetV3Large)
            SmartDermaNetworkClaims.CheckBlock(
                book,
                expansionKernel: (int)convolutions.First(c => c.out_channels > c.in_channels && c.groups == 1
                    && c.in_channels > 3).kernel_size[0],
                depthwiseKernels: [.. convolutions.Where(c => c.groups > 1).Select(c => (int)c.kernel_size[0])],
                gate: Networks.GateOf(model)!);
        if (network == NetworkNames.EfficientNetB3)
            SmartDermaNetworkClaims.CheckFigure2(book, [.. StemAndProjections(convolutions).Select(c => (int)c.out_channels).Take(3)]);
    }

    static IEnumerable<Conv2d> StemAndProjections(IReadOnlyList<Conv2d> convolutions) =>
    [
        .. convolutions.Where(c => c.groups == 1 && c.kernel_size[0] > 1).Take(1),
        .. convolutions.Where(c => c.groups == 1 && c.kernel_size[0] == 1 && c.bias is null),
    ];
}

/// <summary>The inside of a training, as its event file tells it to TensorBoard (4.2.3).</summary>
public static class DiagnosticsViews
{
    /// <summary>Gradient norms, activations, weights and learning rate of the first seed.</summary>
    public static HtmlView Of(Trained<SmartDermaExperiment> trained)
    {
        var diagnostics = Diagnostics.Load(trained.Seeds[0].Folder.Diagnostics);
        return LabViews.Join(
            new HtmlView(ChartHtml.Of(TrainingCharts.GradientNorms(diagnostics))),
            new HtmlView(ChartHtml.Of(TrainingCharts.Activations(diagnostics))),
            new HtmlView(ChartHtml.Of(TrainingCharts.WeightHistograms(diagnostics))),
            new HtmlView(ChartHtml.Of(TrainingCharts.LearningRate(trained.History))),
            TrainingCharts.BestEpochs(trained.History));
    }
}
