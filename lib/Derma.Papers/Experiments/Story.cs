namespace Derma.Papers;

/// <summary>The ten attempts as one story: the table, and what the report's explanations would have to show.</summary>
public static class Story
{
    /// <summary>One row an attempt: printed and measured accuracies.</summary>
    public static HtmlView StoryTable(this Lab lab) => Tables.Of(
        ["Attempt", "Printed: training", "validation", "Here: training", "validation", "95 % interval", "Gap", "Best epoch's validation", "Steps", "Seconds"],
        lab.Trained().Select(attempt => (IReadOnlyList<object?>)
        [
            attempt.Name,
            Printed(lab, attempt, "train-accuracy"),
            Printed(lab, attempt, "validation-accuracy"),
            LabViews.Percent(attempt, m => m.TrainAccuracy),
            LabViews.Percent(attempt, m => m.ValidationAccuracy),
            $"{LabViews.Percent(attempt.ValidationInterval.Low)} to {LabViews.Percent(attempt.ValidationInterval.High)}",
            LabViews.Percent(attempt, m => m.Gap),
            LabViews.Percent(attempt, m => m.BestValidationAccuracy),
            attempt.Seeds[0].Metrics.Steps,
            attempt.Mean(m => m.Seconds).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture),
        ]),
        lab.Photos.Synthetic ? "Ten attempts: the report's photos, and this run's built-in drawings" : $"Ten attempts: the report's photos, and {lab.Photos.Title}");

    /// <summary>Eight statements that follow from the report, each with what this run measured.</summary>
    public static HtmlView StoryChecks(this Lab lab)
    {
        var checks = StoryCheck.Of(lab.Trained());
        return Tables.Of(
            ["What should hold", "Measured", "Holds here"],
            checks.Select(check => (IReadOnlyList<object?>)[check.Statement, check.Measured, check.Holds switch { true => "yes", false => "no", null => "not in this run" }]),
            $"{checks.Count(check => check.Holds == true)} of {checks.Count(check => check.Holds is not null)} hold");
    }

    static string Printed(Lab lab, TrainedAttempt attempt, string figure)
    {
        var id = $"cnn.attempt-{attempt.Attempt.Number:00}.{figure}";
        return lab.Claims.Ledger.Contains(id) ? ClaimText.Expected(lab.Claims.Ledger[id]) : "–";
    }
}
