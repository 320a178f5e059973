using System.Globalization;
using System.Text.Json;

namespace Derma.Papers;

/// <summary>One model of a run, as a card tells of it.</summary>
/// <param name="Name">Its name for a reader.</param>
/// <param name="Origin">Where its weights come from, and what may be done with them.</param>
/// <param name="Validation">What it answers to the validation photos.</param>
/// <param name="Test">What it answers to the test photos; null where there are none.</param>
sealed record CardedModel(string Name, string Origin, Predictions Validation, Predictions? Test)
{
    const string Fresh = "Fresh weights, trained in this run alone.";

    /// <summary>What it cost; null for a vote of networks that are listed themselves.</summary>
    public RunMetrics? Metrics { get; init; }

    /// <summary>Every option of its training; empty for a vote.</summary>
    public IReadOnlyList<(string Option, string Value)> Recipe { get; init; } = [];

    /// <summary>The photos that it is judged on: test photos where there are any.</summary>
    public Predictions Judged => Test ?? Validation;

    /// <summary>Weights of its members; null for anything but a vote.</summary>
    public EnsembleWeights? Weights { get; init; }

    /// <summary>Every model that a run holds, first seeds alone: attempts, networks and their vote, students, what notebook 50
    /// trained.</summary>
    /// <param name="options">The run's choices, its folder among them.</param>
    public static IReadOnlyList<CardedModel> In(LabOptions options)
    {
        var run = RunFolder.Existing(options.RunFolder!);
        TrainedSeed? Find(Experiment experiment) => TrainedSeed.Find(options.Seed, run.Training(experiment, options.Seed));
        var members = PaperExperiments.All.ToDictionary(experiment => experiment.Network.Architecture, Find);
        Experiment[] alone =
        [
            .. Attempts.All, .. PaperExperiments.All, StudentExperiment.FromVote, StudentExperiment.FromLabels,
            .. Transferred(run, options.Seed),
        ];
        return
        [
            .. from experiment in alone let found = Find(experiment) where found is not null select Of(experiment, found),
            .. members.ContainsValue(null) ? [] : (CardedModel[])[Vote(members!)],
        ];
    }

    /// <summary>The vote of networks, with the weights that their validation photos find.</summary>
    /// <param name="members">The networks by name.</param>
    public static CardedModel Vote(IReadOnlyDictionary<string, TrainedSeed> members)
    {
        Dictionary<string, Predictions> Part(Func<TrainedSeed, Predictions> part) =>
            members.ToDictionary(one => one.Key, one => part(one.Value));
        var validation = Part(seed => seed.Validation);
        var weights = WeightSearch.Run(validation).Found.Weights;
        var shares = members.Keys.Select(name => weights[name].ToString("0.00", CultureInfo.InvariantCulture));
        return new($"Smart Derma ensemble ({string.Join(" / ", shares)})", "The weights of this run's three networks.",
            SoftVote.Combine(validation, weights), SoftVote.Combine(Part(seed => seed.Test), weights)) { Weights = weights };
    }

    /// <summary>A model that was trained.</summary>
    public static CardedModel Of(Experiment experiment, TrainedSeed seed) =>
        new(experiment.Name, OriginOf(experiment), seed.Validation, seed.Metrics.TestAccuracy is null ? null : seed.Test)
        {
            Metrics = seed.Metrics, Recipe = experiment.Options(),
        };

    static string OriginOf(Experiment experiment) => experiment switch
    {
        TransferExperiment { Network: { KeepsWeights: true, IsResNet: true } } =>
            $"{ImageNetResNet18.Package} {ImageNetResNet18.Version} from NuGet (MIT licence), trained on ImageNet by CNTK; "
                + "no more is known of that training. ImageNet's photos were gathered for research.",
        TransferExperiment { Network: { KeepsWeights: true } } => "A network of this run, trained on its photos before.",
        SmartDermaExperiment { Network.PretrainedWeights: { } file } =>
            $"The weights in {Path.GetFileName(file)}; their licence is their maker's.",
        StudentExperiment { Training.Distillation: not null } => "Fresh weights that learnt from the vote of this run's three networks.",
        _ => Fresh,
    };

    // Where a fine-tuning started stands in its own record: the notebook that trained it chose.
    static IEnumerable<Experiment> Transferred(RunFolder run, long seed)
    {
        foreach (var keeps in (bool[])[true, false])
        {
            var training = keeps ? TransferRecipe.FineTuning : TransferRecipe.FromScratch;
            var experiment = new TransferExperiment { Network = new() { Donor = "", KeepsWeights = keeps }, Training = training };
            var config = Path.Combine(run.Training(experiment, seed).Location, "config.json");
            if (!File.Exists(config)) continue;
            var network = JsonDocument.Parse(File.ReadAllText(config)).RootElement.GetProperty("experiment")
                .GetProperty(nameof(experiment.Network));
            yield return experiment with
            {
                Network = experiment.Network with
                {
                    Donor = network.GetProperty(nameof(TransferOptions.Donor)).GetString()!,
                    IsResNet = network.GetProperty(nameof(TransferOptions.IsResNet)).GetBoolean(),
                },
            };
        }
    }
}
