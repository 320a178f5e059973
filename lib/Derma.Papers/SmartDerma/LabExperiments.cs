namespace Derma.Papers;

/// <summary>Trainings and votes of Smart Derma's notebooks; everything trained is found in the run's folder by the notebooks that follow.</summary>
public static class LabExperiments
{
    /// <summary>An experiment as the lab's scale trains it: with its threads, and no more epochs than the scale has.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="experiment">As the paper has it.</param>
    public static Experiment AtScale(this Lab lab, Experiment experiment) => lab.Options.Scale.SmartDerma.Shorten(
        experiment with { Training = experiment.Training with { Threads = lab.Options.Threads } }, lab.Photos.Synthetic);

    /// <summary>Trains an experiment with every seed of the run, or reads what the run already holds of it.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="experiment">What to train, as the paper has it; the scale shortens it.</param>
    /// <param name="view">A live curve, or null.</param>
    /// <exception cref="OperationCanceledException">Stopped; running it again goes on.</exception>
    public static TrainedExperiment Train(this Lab lab, Experiment experiment, TrainingView? view = null)
    {
        var shortened = lab.AtScale(experiment);
        if (lab.Networks.TryGetValue(shortened, out var known)) return known;
        var training = new ExperimentTraining(shortened, lab);
        return lab.Networks[shortened] = new TrainedExperiment(
            shortened, [.. lab.Seeds.Select(seed => training.Run(seed, lab.Run.NetworkFolder(experiment.FolderName, seed), view))]);
    }

    /// <summary>The paper's three networks, trained; those that the run holds are read.</summary>
    public static IReadOnlyList<TrainedExperiment> Members(this Lab lab, TrainingView? view = null) =>
        [.. PaperExperiments.All.Select(experiment => lab.Train(experiment, view))];

    /// <summary>The vote of the three networks with the given weights, once a seed.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="name">What the vote is called.</param>
    /// <param name="weights">A weight for each network, by name.</param>
    public static TrainedVote Vote(this Lab lab, string name, EnsembleWeights weights) => lab.Vote(name, _ => weights);

    /// <summary>The vote of the three networks with weights of each seed's own.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="name">What the vote is called.</param>
    /// <param name="weights">From the place of a seed among the run's seeds to its weights.</param>
    public static TrainedVote Vote(this Lab lab, string name, Func<int, EnsembleWeights> weights)
    {
        var members = lab.Members();
        return new TrainedVote(name,
        [
            .. lab.Seeds.Select((seed, i) => new VoteSeed(
                seed,
                weights(i),
                SoftVote.Combine(members.Predictions(i, s => s.Validation), weights(i)),
                SoftVote.Combine(members.Predictions(i, s => s.Test), weights(i)))),
        ]);
    }

    /// <summary>The vote in which every network counts the same (experiment 4).</summary>
    public static TrainedVote EqualVote(this Lab lab) =>
        lab.Vote(SmartDermaModels.Title(SmartDermaModels.Equal), EnsembleWeights.Equal([.. PaperExperiments.All.Select(e => e.Network)]));

    /// <summary>The vote with the paper's weights (4.2.2).</summary>
    public static TrainedVote PaperVote(this Lab lab) => lab.Vote("the paper's weights", EnsembleWeights.Paper);

    /// <summary>Weights searched on the validation photos, once a seed (experiment 5).</summary>
    public static IReadOnlyList<WeightSearchResult> SearchWeights(this Lab lab)
    {
        var members = lab.Members();
        return [.. lab.Seeds.Select((_, i) => WeightSearch.Run(members.Predictions(i, seed => seed.Validation)))];
    }

    /// <summary>The vote with the weights that a search found.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="searches">One search a seed.</param>
    public static TrainedVote FoundVote(this Lab lab, IReadOnlyList<WeightSearchResult> searches) =>
        lab.Vote(SmartDermaModels.Title(SmartDermaModels.Optimised), i => searches[i].Found.Weights);

    /// <summary>Predictions of several networks for the same photos, by the network's name.</summary>
    /// <param name="members">Trained networks.</param>
    /// <param name="seed">Place of a seed among the run's seeds.</param>
    /// <param name="part">Validation or test.</param>
    public static IReadOnlyDictionary<string, Predictions> Predictions(
        this IReadOnlyList<TrainedExperiment> members, int seed, Func<ExperimentSeed, Predictions> part) =>
        members.ToDictionary(member => member.Experiment.Network, member => part(member.Seeds[seed]));
}
