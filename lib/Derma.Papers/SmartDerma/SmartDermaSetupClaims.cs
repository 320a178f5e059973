namespace Derma.Papers;

/// <summary>What Smart Derma says of its data (section 4.1) and its training (section 4.2), held against a run's own choices.</summary>
public static class SmartDermaSetupClaims
{
    const double BytesPerGigabyte = 1e9;

    /// <summary>The 13 classes, spelled as in section 4.1.2.</summary>
    static readonly string[] PrintedClasses =
    [
        "Vitiligo", "Psoriasis", "Actinic Keratosis", "Basal Cell Carcinoma", "Eczema", "Sun Damage", "Acne", "Normal",
        "Seborrheic Keratosis",
        "Melanoma", "Moles", "Tinea", "Warts",
    ];

    /// <summary>Checks classes, counts and the three parts.</summary>
    /// <param name="book">The notebook's claims.</param>
    /// <param name="photos">The run's photos, divided into training, validation and test.</param>
    /// <param name="bytes">Size of the run's photo files, or null where nobody added it up.</param>
    public static IReadOnlyList<ClaimCheck> CheckData(ClaimBook book, PhotoSet photos, long? bytes = null)
    {
        double Share(Subset subset) => photos.Of(subset).Count / (double)photos.Photos.Count;
        List<ClaimCheck> checks =
        [
            book.Check("smart.data.images", photos.Photos.Count),
            book.Check("smart.data.classes", photos.Classes.Count),
            book.Check("smart.data.class-names", PrintedClasses.Intersect(photos.Classes.Select(name => name.Replace('_', ' '))).Count()),
            book.Check("smart.data.train-share", Share(Subset.Train)),
            book.Check("smart.data.validation-share", Share(Subset.Validation)),
            book.Check("smart.data.test-share", Share(Subset.Test)),
        ];
        if (bytes is { } size) checks.Add(book.Check("smart.data.gigabytes", size / BytesPerGigabyte));
        if (Count(photos, "Melanoma") is { } melanoma && Count(photos, "Warts") is { } warts && Count(photos, "Tinea") is { } tinea)
            checks.Add(book.Check("smart.data.melanoma-over-warts-and-tinea", melanoma > Math.Max(warts, tinea)));
        return checks;
    }

    /// <summary>Checks the recipe that a network of this run was trained with.</summary>
    /// <param name="book">The notebook's claims.</param>
    /// <param name="trained">The network, as this run trained it.</param>
    /// <param name="imageSize">Side of the run's photos in pixels.</param>
    public static IReadOnlyList<ClaimCheck> CheckRecipe(ClaimBook book, Trained<SmartDermaExperiment> trained, int imageSize)
    {
        var training = trained.AsRun.Training;
        return
        [
            book.Check("smart.data.image-size", imageSize),
            book.Check("smart.training.epochs", trained.History.Epochs.Count),
            book.Check("smart.training.batch-size", training.BatchSize),
            book.Check("smart.training.optimizer", training.Optimizer.ToString()),
            book.Check("smart.training.learning-rate", training.LearningRate),
            book.Check("smart.training.best-by", training.BestBy.ToString()),
        ];
    }

    /// <summary>Checks the ends of the ranges that a grid search tried (section 4.2.2).</summary>
    /// <param name="book">The notebook's claims.</param>
    /// <param name="results">The trials of this run.</param>
    public static IReadOnlyList<ClaimCheck> CheckGrid(ClaimBook book, IReadOnlyList<TrialResult> results) =>
    [
        book.Check("smart.training.dropout-lowest", results.Min(result => result.Trial.Dropout)),
        book.Check("smart.training.dropout-highest", results.Max(result => result.Trial.Dropout)),
        book.Check("smart.training.weight-decay-lowest", results.Min(result => result.Trial.WeightDecay)),
        book.Check("smart.training.weight-decay-highest", results.Max(result => result.Trial.WeightDecay)),
    ];

    static int? Count(PhotoSet photos, string folder)
    {
        var label = photos.Classes.ToList().IndexOf(folder);
        return label < 0 ? null : photos.Photos.Count(photo => photo.Label == label);
    }
}

/// <summary>What one network costs.</summary>
/// <param name="Parameters">Trainable parameters.</param>
/// <param name="MultiplyAdds">Multiply-adds of one photo.</param>
public sealed record NetworkSize(long Parameters, long MultiplyAdds);

/// <summary>What the networks themselves say about Smart Derma's description of them (section 3.2). Nothing is trained for it.</summary>
public static class SmartDermaNetworkClaims
{
    /// <summary>The classes of the paper, on which its networks are judged whatever data a run uses.</summary>
    public const int PrintedClasses = 13;

    /// <summary>Checks the number of logits, and of DenseNet121 the number of layers.</summary>
    /// <param name="book">The notebook's claims.</param>
    /// <param name="network">Its name, such as <c>densenet121</c>.</param>
    /// <param name="outputs">Logits of the network built for the <see cref="PrintedClasses"/>.</param>
    /// <param name="convolutions">Its convolutions.</param>
    /// <param name="linearLayers">Its linear layers.</param>
    /// <exception cref="UserError">The network is none of the paper's.</exception>
    public static IReadOnlyList<ClaimCheck> CheckNetwork(ClaimBook book, string network, int outputs, int convolutions, int linearLayers)
    {
        var prefix = $"smart.model.{SmartDermaModels.Key(network)}.";
        List<ClaimCheck> checks = [book.Check(prefix + "logits", outputs)];
        if (book.Ledger.Contains(prefix + "layers"))
            checks.Add(book.Check(prefix + "layers", convolutions + linearLayers, note: $"{convolutions} + {linearLayers}."));
        return checks;
    }

    /// <summary>Checks the block that Fig. 4 draws against MobileNetV3's.</summary>
    /// <param name="book">The notebook's claims.</param>
    /// <param name="expansionKernel">Kernel of the convolution that widens a block's input.</param>
    /// <param name="depthwiseKernels">Kernels of all depthwise convolutions.</param>
    /// <param name="gate">Name of the activation that scales the channels.</param>
    public static IReadOnlyList<ClaimCheck> CheckBlock(ClaimBook book, int expansionKernel, IReadOnlyCollection<int> depthwiseKernels,
        string gate) =>
    [
        book.Check("smart.fig-4.pointwise-kernel", expansionKernel),
        book.Check("smart.fig-4.depthwise-kernel", depthwiseKernels.Max(),
            note: $"Here {string.Join(" and ", depthwiseKernels.Distinct().Order())}."),
        book.Check("smart.fig-4.gate", gate),
    ];

    /// <summary>Checks the filters that Fig. 2 draws against EfficientNet-B3's.</summary>
    /// <param name="book">The notebook's claims.</param>
    /// <param name="firstFilters">Channels of the stem and the first two stages.</param>
    public static ClaimCheck CheckFigure2(ClaimBook book, IReadOnlyList<int> firstFilters) =>
        book.Check("smart.fig-2.filters", string.Join(", ", firstFilters));

    /// <summary>Checks what is said to be light, costly or cheaper (sections 3.2.2 to 3.2.4, 6.1).</summary>
    /// <param name="book">The notebook's claims.</param>
    /// <param name="sizes">All three networks by name, with the printed classes at the printed size.</param>
    /// <exception cref="UserError">A name is none of the paper's networks.</exception>
    public static IReadOnlyList<ClaimCheck> CheckSizes(ClaimBook book, IReadOnlyDictionary<string, NetworkSize> sizes)
    {
        var byKey = sizes.ToDictionary(pair => SmartDermaModels.Key(pair.Key), pair => pair.Value);
        string Fewest(Func<NetworkSize, long> count) => byKey.MinBy(pair => count(pair.Value)).Key;
        var costliest = byKey.MaxBy(pair => pair.Value.MultiplyAdds);
        return
        [
            book.Check("smart.model.mobilenet-v3.lightest",
                Fewest(s => s.Parameters) == "mobilenet-v3" && Fewest(s => s.MultiplyAdds) == "mobilenet-v3"),
            book.Check("smart.model.densenet121.costliest", costliest.Key == "densenet121"),
            book.Check("smart.model.efficientnet-b3.fewer-parameters", Fewest(s => s.Parameters) == "efficientnet-b3",
                note: string.Join("; ", byKey
                    .Select(pair => FormattableString.Invariant($"{SmartDermaModels.Title(pair.Key)} {pair.Value.Parameters:N0}"))) + "."),
            book.Check("smart.ensemble.multiply-adds-ratio",
                byKey.Values.Sum(size => size.MultiplyAdds) / (double)costliest.Value.MultiplyAdds),
        ];
    }

    /// <summary>Puts the time of the ensemble's answer beside that of its slowest network.</summary>
    /// <param name="book">The notebook's claims.</param>
    /// <param name="slowestNetwork">Seconds for one photo.</param>
    /// <param name="ensemble">Seconds for one photo.</param>
    public static ClaimCheck CheckLatency(ClaimBook book, double slowestNetwork, double ensemble) =>
        book.Check("smart.ensemble.latency-ratio", ensemble / slowestNetwork);
}
