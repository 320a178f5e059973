namespace Derma.Papers;

/// <summary>The ten attempts as one story: the table, and what the report's explanations would have to show.</summary>
public static class Story
{
    /// <summary>One row an attempt: printed and measured accuracies.</summary>
    public static HtmlView StoryTable(this Lab lab) => Tables.Of(
        ["Attempt", "Printed: training; validation", "Training", "Validation", "95 % interval", "Steps"],
        lab.Trained().Select(attempt => (IReadOnlyList<object?>)
        [
            attempt.Label,
            $"{Printed(lab, attempt, "train-accuracy")}; {Printed(lab, attempt, "validation-accuracy")}",
            AttemptViews.Percent(attempt, m => m.TrainAccuracy),
            AttemptViews.Percent(attempt, m => m.ValidationAccuracy),
            LabViews.Words(attempt.ValidationInterval),
            attempt.Seeds[0].Metrics.Steps,
        ]),
        $"Ten attempts: the report's photos, and {(lab.Photos.Synthetic ? "this run's built-in drawings" : lab.Photos.Title)}");

    /// <summary>Eight statements that follow from the report, each with what this run measured.</summary>
    public static HtmlView StoryChecks(this Lab lab)
    {
        var checks = StoryCheck.Of(lab.Trained());
        return Tables.Of(
            ["What should hold", "Measured", "Holds here"],
            checks.Select(check => (IReadOnlyList<object?>)
                [check.Statement, check.Measured,
                    check.Holds switch { true => "yes", false => "no", null => "not to be judged in this run" }]),
            $"{checks.Count(check => check.Holds == true)} of {checks.Count(check => check.Holds is not null)} hold");
    }

    static string Printed(Lab lab, Trained<Attempt> attempt, string figure)
    {
        var id = $"cnn.attempt-{attempt.Experiment.Number:00}.{figure}";
        return lab.Claims.Ledger.Contains(id) ? ClaimText.Expected(lab.Claims.Ledger[id]) : "–";
    }
}

/// <summary>One statement about the ten attempts that the report's explanations imply, and whether a run bears it out.</summary>
/// <param name="Statement">What should hold.</param>
/// <param name="Measured">The numbers compared.</param>
/// <param name="Holds">Whether it does; null where the run lacks an attempt, or one of them did not learn.</param>
public sealed record StoryCheck(string Statement, string Measured, bool? Holds)
{
    /// <summary>All statements, on the mean of each attempt's seeds after its last epoch.</summary>
    /// <param name="attempts">Trained attempts, any of the ten.</param>
    public static IReadOnlyList<StoryCheck> Of(IReadOnlyList<Trained<Attempt>> attempts)
    {
        var byNumber = attempts.ToDictionary(attempt => attempt.Experiment.Number, Ends.Of);
        Ends? At(int number) => byNumber.GetValueOrDefault(number);
        return
        [
            Check("Attempt 1 ends at 95 % training accuracy or more, at least 15 points above validation",
                At(1), At(1), (_, first) => first.Train >= 0.95 && first.Gap >= 0.15),
            Check("Attempt 2 has a lower training accuracy than attempt 1 and still overfits by 10 points",
                At(1), At(2), (first, second) => second.Train < first.Train && second.Gap >= 0.10),
            Check("Augmentation cuts the gap: attempt 3's is under half of attempt 1's",
                At(1), At(3), (first, third) => third.Gap < first.Gap / 2),
            Check("Attempt 4 beats attempt 3 on validation",
                At(3), At(4), (third, fourth) => fourth.Validation > third.Validation),
            Check("Attempt 8 is worse than attempt 7 on validation",
                At(7), At(8), (seventh, eighth) => eighth.Validation < seventh.Validation),
            Check("Attempt 9 beats attempt 8 on validation",
                At(8), At(9), (eighth, ninth) => ninth.Validation > eighth.Validation),
            Check("Attempt 10 exceeds attempt 9 in training accuracy and in gap",
                At(9), At(10), (ninth, tenth) => tenth.Train > ninth.Train && tenth.Gap > ninth.Gap),
            BestOfAll(byNumber),
        ];
    }

    static StoryCheck Check(string statement, Ends? a, Ends? b, Func<Ends, Ends, bool> holds)
    {
        if (a is null || b is null) return new StoryCheck(statement, "–", null);
        var measured = ReferenceEquals(a, b) ? b.ToString() : $"{a}; {b}";
        // That attempt 8 learns next to nothing is what the report says of it.
        return new StoryCheck(statement, measured, new[] { a, b }.All(end => end.Learned || end.Number == 8) ? holds(a, b) : null);
    }

    static StoryCheck BestOfAll(Dictionary<int, Ends> byNumber)
    {
        const string statement = "Attempt 10 has the best validation accuracy of all ten";
        if (byNumber.Count < Attempts.All.Length) return new StoryCheck(statement, "–", null);
        var rank = 1 + byNumber.Values.Count(other => other.Validation > byNumber[10].Validation);
        return new StoryCheck(statement, $"rank {rank} of {byNumber.Count}", rank == 1);
    }

    sealed record Ends(int Number, string Label, double Train, double Validation, bool Learned)
    {
        public double Gap => Train - Validation;

        public static Ends Of(Trained<Attempt> attempt) => new(
            attempt.Experiment.Number, attempt.Label, attempt.Mean(m => m.TrainAccuracy), attempt.Mean(m => m.ValidationAccuracy),
            attempt.Learned);

        public override string ToString() => $"{Label}: training {LabViews.Percent(Train)}, validation {LabViews.Percent(Validation)}";
    }
}
