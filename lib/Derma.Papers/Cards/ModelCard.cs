using System.Globalization;

namespace Derma.Papers;

/// <summary>Model cards (Mitchell and others 2019): what was trained on what, how well it does for whom, and what it is not for.</summary>
public static class ModelCard
{
    /// <summary>On every card.</summary>
    public const string NotForDiagnosis =
        "Not for diagnosis. These models show how two papers' experiments are re-run; none of them says anything about anybody's skin.";

    const string Accuracy = "accuracy", BalancedAccuracy = "balanced accuracy";

    // Of one core under load, roughly; what a machine really draws is measured at its plug.
    const double WattsPerCore = 10;

    /// <summary>A card of all that a run holds.</summary>
    /// <param name="options">The run's choices, its folder among them.</param>
    /// <exception cref="UserError">The run holds no trained model, or its photos cannot be opened.</exception>
    public static Card Of(LabOptions options)
    {
        var models = CardedModel.In(options);
        if (models.Count == 0)
            throw new UserError($"The run in {options.RunFolder} holds no trained model, so there is nothing to write a card about.");
        return Of(options, $"Models of the run {NameOf(options)}", models, tested =>
            tested ? LabPhotos.OpenThreeParts(options) : LabPhotos.Open(options));
    }

    /// <summary>A card of one model, from what the run holds alone.</summary>
    internal static Card Of(LabOptions options, CardedModel model) => Of(options, model.Name, [model], _ => null);

    // The CNN report's photos come in two parts and have no test part; Smart Derma's come in three.
    static Card Of(LabOptions options, string title, IReadOnlyList<CardedModel> models, Func<bool, PhotoSet?> photos)
    {
        var sets = models.GroupBy(model => model.Test is not null).Select(of => (Shown: of.First(), Photos: photos(of.Key))).ToArray();
        var best = models.MaxBy(model => model.Validation.Metrics().BalancedAccuracy)!;
        var seen = sets.First(set => (set.Shown.Test is null) == (best.Test is null)).Photos;
        IReadOnlyList<CardFigure> figures = [.. models.SelectMany(Figures)];
        return new Card(NameOf(options), title, NotForDiagnosis, LicenceOf(options),
        [
            Use(options), .. sets.Select(set => CardData.Of(options, set.Shown, set.Photos)), Results(figures), Calibrated(models),
            CardSlices.Classes(best), .. seen is null ? [] : CardSlices.People(best, seen),
            Weights(models), Recipe(best), Cost(models), Limits(options, best),
        ])
        {
            Figures = figures,
        };
    }

    static CardSection Use(LabOptions options) => new("What it is for",
    [
        "Teaching and checking: reading how a network was trained, repeating it, and seeing what its numbers can say.",
        "It is not for finding out what anybody has, nor for sorting patients, nor for reassuring them.",
        options.Data == LabOptions.BuiltIn ? "It was trained on built-in drawings: its answers about real photos mean nothing at all." : "",
    ]);

    static CardSection Results(IReadOnlyList<CardFigure> figures) => new("Results",
        [
            "Accuracy with Wilson's 95 % interval, balanced accuracy with a bootstrap's. "
                + "Test photos chose nothing; validation photos may have.",
        ])
    {
        Header = ["Model", "Photos", "Accuracy", "95 % interval", "Balanced accuracy", "95 % interval"],
        Rows =
        [
            .. figures.Where(figure => figure.Name is Accuracy or BalancedAccuracy)
                .GroupBy(figure => (figure.Model, figure.Part, figure.Photos))
                .Select(of => (IReadOnlyList<string>)
                    [of.Key.Model, $"{CardText.Cell(of.Key.Photos)} {of.Key.Part}", .. of.SelectMany(ValueAndInterval)]),
        ],
    };

    static IEnumerable<string> ValueAndInterval(CardFigure figure) =>
        [Numbers.Percent(figure.Value), Numbers.Percent(new Interval(figure.Low!.Value, figure.High!.Value))];

    static CardSection Calibrated(IReadOnlyList<CardedModel> models) => new("Calibration",
        ["How far confidence is from being right (expected calibration error, 15 bins), as answered and after one temperature that the "
            + "validation photos chose."])
    {
        Header = ["Model", "Photos", "Error as answered", "Temperature", "Error with it"],
        Rows = [.. models.Select(CalibrationRow)],
    };

    static IReadOnlyList<string> CalibrationRow(CardedModel model)
    {
        var (judged, temperature) = (model.Judged, TemperatureScaling.Fit(model.Validation));
        string Error(Predictions of) => Numbers.Percent(Calibration.Of(of).ExpectedError);
        return
        [
            model.Name, CardText.Cell(judged.Count), Error(judged), Numbers.Digits(temperature),
            Error(TemperatureScaling.Apply(judged, temperature)),
        ];
    }

    static CardSection Weights(IReadOnlyList<CardedModel> models) => new("Where the weights come from", [])
    {
        Header = ["Model", "Weights"], Rows = [.. models.Select(model => (IReadOnlyList<string>)[model.Name, model.Origin])],
    };

    static CardSection Recipe(CardedModel model) => new($"How {model.Name} was trained",
        [model.Weights is null ? "" : "A vote is not trained: its weights are those that were best on the validation photos."])
    {
        Header = ["Option", "Value"],
        Rows = [.. model.Recipe.Where(option => option.Value != "–")
            .Select(option => (IReadOnlyList<string>)[option.Option, option.Value])],
    };

    static CardSection Cost(IReadOnlyList<CardedModel> models) => new("What it cost",
        [
            FormattableString.Invariant($"Energy was not measured. Two cores at {WattsPerCore} W each would draw {2 * WattsPerCore} Wh ")
                + "an hour, the rest of the machine apart.",
        ])
    {
        Header = ["Model", "Training photos", "Epochs", "Steps", "Minutes", "On"],
        Rows = [.. models.Where(model => model.Metrics is not null).Select(model => CostRow(model.Name, model.Metrics!))],
    };

    static IReadOnlyList<string> CostRow(string name, RunMetrics metrics) =>
    [
        name, CardText.Cell(metrics.TrainPhotos), CardText.Cell(metrics.Epochs), CardText.Cell(metrics.Steps),
        (metrics.Seconds / 60).ToString("0.0", CultureInfo.InvariantCulture), metrics.Machine ?? "not recorded",
    ];

    static CardSection Limits(LabOptions options, CardedModel best) => new("Limits",
    [
        $"It knows {best.Validation.Classes.Count} classes and answers with one of them whatever it is shown: a photo of a shoe gets a "
            + "name, too.",
        options.Scale.IsAsPrinted ? ""
            : $"It was trained at the {options.Scale.Name} scale: smaller pictures and shorter than the papers print.",
        "Photos of other cameras, other clinics and other skin than the training photos' lower its accuracy by an amount that nothing "
            + "here measures.",
        "A class or group with few photos has a wide interval; where it is wide, nothing is known.",
    ]);

    static IEnumerable<CardFigure> Figures(CardedModel model) => Parts(model).SelectMany(part =>
    {
        var (figures, balanced) = (part.Of.Metrics(), Balanced(part.Of));
        CardFigure Figure(string name, double value, Interval? interval) =>
            new(model.Name, part.Name, name, value, interval?.Low, interval?.High, part.Of.Count);
        return (CardFigure[])
        [
            Figure(Accuracy, figures.Accuracy, figures.AccuracyInterval), Figure(BalancedAccuracy, balanced.Value, balanced.Interval),
            Figure("macro F1", figures.Macro.F1, null), Figure("expected calibration error", Calibration.Of(part.Of).ExpectedError, null),
        ];
    });

    static IEnumerable<(string Name, Predictions Of)> Parts(CardedModel model) =>
        model.Test is { } test ? [("validation", model.Validation), ("test", test)] : [("validation", model.Validation)];

    static BootstrapEstimate Balanced(Predictions of) => Bootstrap.Of(of, BootstrapFigure.BalancedAccuracy, new() { Resamples = 1_000 });

    static string NameOf(LabOptions options) => Path.GetFileName(options.RunFolder!);

    static string LicenceOf(LabOptions options) =>
        options.Data == LabOptions.BuiltIn ? "The workbook's own, as its code: the drawings are made by it."
        : Catalog.Default.Find(options.Data.Split('=')[0]) is { } entry ? $"Trained on photos under: {entry.Licence}"
        : "Trained on photos whose licence is not known here; ask whoever they are from before passing the weights on.";
}
