namespace Derma.Papers;

/// <summary>
/// A small network that learns from the vote of the three, so that one answer costs a fraction of theirs. The paper has no such
/// experiment; it deploys all three networks (3.6).
/// </summary>
public sealed record StudentExperiment : Experiment
{
    /// <summary>The small network.</summary>
    public required NetworkOptions Network { get; init; }

    /// <summary>The recipe of the three networks on a MobileNetV3-Small that learns from labels alone.</summary>
    public static StudentExperiment FromLabels { get; } = new()
    {
        Network = new() { Architecture = NetworkNames.MobileNetV3Small, BatchNormMomentum = 0.1 }, Training = PaperExperiments.Recipe,
    };

    /// <summary>The same network, taught by the vote.</summary>
    public static StudentExperiment FromVote { get; } =
        FromLabels with { Training = FromLabels.Training with { Distillation = new Distillation() } };

    /// <inheritdoc/>
    protected override string Title =>
        $"{NetworkNames.Title(Network.Architecture)}, {(Training.Distillation is null ? "labels alone" : "taught by the vote")}";

    /// <inheritdoc/>
    protected override string Group => "students";

    /// <inheritdoc/>
    protected override string Id => Training.Distillation is null ? "labels" : "vote";

    /// <inheritdoc/>
    protected override object OptionsOfNetwork => Network;

    internal override Judged Judged => Judged.BestEpochOnTest;

    internal override string Notebooks => "39";

    /// <inheritdoc/>
    public override Classifier Build(int classes, int imageSize, long seed) => Network.Build(classes, seed);

    /// <summary>What the first seed's vote, with the weights that validation chose, says about the training photos as they are.</summary>
    internal override Predictions? Teacher(Lab lab)
    {
        if (Training.Distillation is null) return null;
        var answers = lab.Members().ToDictionary(member => member.Experiment.Network.Architecture, member =>
        {
            var seed = member.Seeds[0];
            using var network = member.Experiment.Build(lab.Photos.Classes.Count, seed.Seed);
            Safetensors.LoadInto(network, seed.Folder.Best);
            return Evaluator.Predict(network, lab.Pixels(Subset.Train), lab.Photos.Classes);
        });
        return SoftVote.Combine(answers, lab.SearchWeights()[0].Found.Weights);
    }

    internal override CheckpointOptions Checkpoints(string folder, int epochs) => new(folder);

    internal override LoggingOptions Logging(int epochs) => LoggingOptions.Curves;
}
