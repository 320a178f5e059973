namespace Derma.Papers;

/// <summary>
/// Trainings and votes of Smart Derma's notebooks; everything trained is found in the run's folder by the notebooks that follow.
/// </summary>
public static class LabExperiments
{
    const double PeakFactor = 2;

    /// <summary>An experiment as the lab's scale trains it: with its threads, and no more epochs than the scale has.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="experiment">As the paper has it.</param>
    public static SmartDermaExperiment AtScale(this Lab lab, SmartDermaExperiment experiment) => lab.Options.Scale.SmartDerma.Shorten(
        experiment with { Training = experiment.Training with { Threads = lab.Options.Threads } }, lab.Photos.Synthetic);

    /// <summary>
    /// An experiment with a scale's epochs. A short training follows a one-cycle rate, which settles at any length; a plateau of a
    /// few epochs would say nothing. Its peak is twice the printed rate, since most of the cycle lies below.
    /// </summary>
    /// <param name="scale">The scale.</param>
    /// <param name="experiment">As the paper has it.</param>
    /// <param name="drawings">Whether the photos are the built-in drawings.</param>
    public static SmartDermaExperiment Shorten(this SmartDermaScale scale, SmartDermaExperiment experiment, bool drawings)
    {
        var training = experiment.Training;
        if ((drawings ? scale.Epochs.Drawings : scale.Epochs.Photos) is not { } epochs || epochs >= training.Epochs) return experiment;
        return experiment with
        {
            Training = training with
            {
                Epochs = epochs, Schedule = RateSchedule.OneCycle, LearningRate = PeakFactor * training.LearningRate,
                WarmUp = null, Plateau = null, EarlyStopping = null,
            },
        };
    }

    /// <summary>Trains an experiment with every seed of the run, or reads what the run already holds of it.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="experiment">What to train, as the paper has it; the scale shortens it.</param>
    /// <param name="view">A live curve, or null.</param>
    /// <exception cref="OperationCanceledException">Stopped; running it again goes on.</exception>
    public static Trained<SmartDermaExperiment> Train(this Lab lab, SmartDermaExperiment experiment, TrainingView? view = null) =>
        lab.TrainAsIs(lab.AtScale(experiment), view);

    /// <summary>Trains a small network with the lengths that the scale gives the three, or reads what the run already holds of
    /// it.</summary>
    /// <param name="lab">The lab; of the three networks, which teach it, those that its run lacks are trained.</param>
    /// <param name="student">What to train.</param>
    /// <param name="view">A live curve, or null.</param>
    /// <exception cref="OperationCanceledException">Stopped; running it again goes on.</exception>
    public static Trained<StudentExperiment> Train(this Lab lab, StudentExperiment student, TrainingView? view = null)
    {
        lab.Members(view);
        var asNetwork = lab.AtScale(new SmartDermaExperiment { Network = student.Network, Training = student.Training });
        return lab.TrainAsIs(student with { Training = asNetwork.Training }, view);
    }

    /// <summary>The paper's three networks, trained; those that the run holds are read.</summary>
    public static IReadOnlyList<Trained<SmartDermaExperiment>> Members(this Lab lab, TrainingView? view = null) =>
        [.. PaperExperiments.All.Select(experiment => lab.Train(experiment, view))];

    /// <summary>The paper's three networks as the run holds them; null where it lacks one, and nothing is trained.</summary>
    public static IReadOnlyList<Trained<SmartDermaExperiment>>? FindMembers(this Lab lab)
    {
        Trained<SmartDermaExperiment>[] found =
            [.. PaperExperiments.All.Select(experiment => lab.FindAsIs(lab.AtScale(experiment))).OfType<Trained<SmartDermaExperiment>>()];
        return found.Length == PaperExperiments.All.Count ? found : null;
    }

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
        lab.Vote(SmartDermaModels.Title(SmartDermaModels.Equal),
            EnsembleWeights.Equal([.. PaperExperiments.All.Select(e => e.Network.Architecture)]));

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
        this IReadOnlyList<Trained<SmartDermaExperiment>> members, int seed, Func<TrainedSeed, Predictions> part) =>
        members.ToDictionary(member => member.Experiment.Network.Architecture, member => part(member.Seeds[seed]));
}

/// <summary>A soft vote, once a seed. Pictures are the first seed's.</summary>
/// <param name="Name">Name for a reader.</param>
/// <param name="Seeds">One entry a seed.</param>
public sealed record TrainedVote(string Name, IReadOnlyList<VoteSeed> Seeds)
{
    /// <summary>The first seed's mean probabilities of the validation photos.</summary>
    public Predictions Validation => Seeds[0].Validation;

    /// <summary>The first seed's mean probabilities of the test photos.</summary>
    public Predictions Test => Seeds[0].Test;
}

/// <summary>The vote of one seed's three networks.</summary>
/// <param name="Seed">Their seed.</param>
/// <param name="Weights">A weight for each network.</param>
/// <param name="Validation">Mean probabilities of the validation photos.</param>
/// <param name="Test">Mean probabilities of the test photos.</param>
public sealed record VoteSeed(long Seed, EnsembleWeights Weights, Predictions Validation, Predictions Test);
