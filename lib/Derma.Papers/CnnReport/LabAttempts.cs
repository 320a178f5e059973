namespace Derma.Papers;

/// <summary>
/// Trainings of the CNN report's notebooks; everything trained is found in the run's folder by the notebooks that follow.
/// </summary>
public static class LabAttempts
{
    const int VariantShare = 4;

    /// <summary>
    /// An attempt as the lab's scale trains it: with its budget of steps, its threads and the class weights of its photos.
    /// </summary>
    /// <param name="lab">The lab.</param>
    /// <param name="attempt">As the report has it.</param>
    /// <param name="steps">A budget of optimizer steps in place of the scale's; null for the scale's.</param>
    public static Attempt AtScale(this Lab lab, Attempt attempt, int? steps = null) => attempt with
    {
        Network = attempt.NetworkFor(lab.Photos.Classes.Count, lab.ImageSize) with
        {
            BatchNormMomentum = attempt.Network.BatchNormMomentum ?? lab.Options.Scale.BatchNormMomentum,
        },
        Training = attempt.TrainingOn(attempt.ClassWeighting == 0 ? [] : lab.CountPerClass(), steps ?? lab.StepsFor(attempt)) with
        {
            ValidateEvery = lab.Options.Scale.ValidateEvery, Threads = lab.Options.Threads,
        },
    };

    /// <summary>Trains an attempt with every seed of the run, or reads what the run already holds of it.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="attempt">What to train; an attempt that continues another trains that one first where it is missing.</param>
    /// <param name="view">A live curve, or null.</param>
    /// <param name="steps">A budget of optimizer steps in place of the scale's, to give variants the same length; null for the scale's.
    /// </param>
    /// <exception cref="UserError">The run holds a training of this name with other options, such as another budget.</exception>
    /// <exception cref="OperationCanceledException">Stopped; running it again goes on.</exception>
    public static Trained<Attempt> Train(this Lab lab, Attempt attempt, TrainingView? view = null, int? steps = null)
    {
        var origin = attempt.ContinuesFrom is { } number ? lab.Find(number) ?? lab.Train(Attempts.All[number - 1], view) : null;
        var trained = lab.TrainAsIs(
            lab.AtScale(attempt, steps), view, origin is null ? null : i =>
                new Origin(origin.Seeds[i].Folder.Last, attempt.KeepsOptimizerState));
        return trained with { Experiment = attempt, AsRun = trained.Experiment };
    }

    /// <summary>What this run holds of one of the ten attempts, or null.</summary>
    public static Trained<Attempt>? Find(this Lab lab, int number) => lab.FindAsIs(Attempts.All[number - 1]);

    /// <summary>One of the ten attempts, which this run must hold.</summary>
    /// <exception cref="UserError">It does not.</exception>
    public static Trained<Attempt> Found(this Lab lab, int number) => lab.Find(number)
        ?? throw new UserError($"This run holds no attempt {number}; notebook {Attempts.All[number - 1].Notebooks} trains it.");

    /// <summary>Those of the ten attempts that this run holds, in order.</summary>
    public static IReadOnlyList<Trained<Attempt>> Trained(this Lab lab) =>
        [.. Attempts.All.Select(attempt => lab.FindAsIs(attempt)).OfType<Trained<Attempt>>()];

    /// <summary>
    /// A recipe of our own has a budget of its own, the report's attempts by the scale's budget, their variants by a quarter of it.
    /// </summary>
    static int? StepsFor(this Lab lab, Attempt attempt)
    {
        var scale = lab.Options.Scale;
        if (attempt.Training.Schedule == RateSchedule.OneCycle)
            return lab.Photos.Synthetic ? scale.RecipeSteps.Drawings : scale.RecipeSteps.Photos;
        return attempt.Variant.Length == 0 ? StepsFor(scale, attempt) : StepsFor(scale, attempt) / VariantShare;
    }

    /// <summary>The scale's steps, less where the report stopped the attempt by hand, more where it goes on for longer than its origin
    /// did.</summary>
    static int? StepsFor(Scale scale, Attempt attempt)
    {
        if (attempt.Number == 1 && scale.FirstAttemptSteps is { } first) return first;
        var asLong = attempt.ContinuesFrom is { } origin ? Attempts.All[origin - 1].Training.Epochs : attempt.Training.Epochs;
        return scale.AttemptSteps * attempt.EpochsRun / asLong;
    }

    /// <summary>Training photos of each class, those that cannot be read left out.</summary>
    static int[] CountPerClass(this Lab lab)
    {
        var (counts, photos) = (new int[lab.Photos.Classes.Count], lab.Pixels(Subset.Train));
        for (var i = 0; i < photos.Count; i++) counts[photos.Label(i)]++;
        return counts;
    }
}
