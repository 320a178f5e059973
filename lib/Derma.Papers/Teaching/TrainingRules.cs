namespace Derma.Papers;

/// <summary>Exercises whose answer is a training, or several that each change one thing.</summary>
static class TrainingRules
{
    /// <summary>A training with one set-up, whatever its variant is called and however long it ran.</summary>
    /// <param name="exercise">The exercise's number.</param>
    /// <param name="asked">The set-up.</param>
    public static ExerciseRule OneTraining(string exercise, Attempt asked) =>
        ExerciseRule.Object<Trained<Attempt>>(exercise, (answer, _) => Fault(answer.Experiment, asked));

    /// <summary>Several trainings of the same number of steps, in any order.</summary>
    /// <param name="exercise">The exercise's number.</param>
    /// <param name="start">What each of them changes.</param>
    /// <param name="asked">Their set-ups.</param>
    public static ExerciseRule SeveralTrainings(string exercise, Attempt start, params Attempt[] asked) =>
        ExerciseRule.Object<IReadOnlyList<Trained<Attempt>>>(exercise, (answers, _) => Fault(answers, start, asked));

    static string? Fault(IReadOnlyList<Trained<Attempt>> answers, Attempt start, Attempt[] asked)
    {
        if (answers.Count != asked.Length) return $"{asked.Length} trainings are asked for, and there are {answers.Count}";
        if (asked.FirstOrDefault(one => answers.All(answer => Fault(answer.Experiment, one) is not null)) is { } missing)
            return $"none of them changes {Changed(missing, start)} as asked, and nothing else";
        return answers.Select(answer => answer.Seeds[0].Metrics.Steps).Distinct().Count() == 1 ? null
            : "they are not equally long: give each the same steps";
    }

    static string Changed(Attempt to, Attempt from) => string.Join(" and ", to.ChangesFrom(from).Select(change => change.Option));

    static string? Fault(Attempt answer, Attempt asked) =>
        answer.Variant.Length == 0 ? "it has no Variant, so it is the report's own training"
        : answer.ChangesFrom(asked) is [var change, ..] ? $"{change.Option} is {change.After}, which is not what is asked for"
        : null;
}
