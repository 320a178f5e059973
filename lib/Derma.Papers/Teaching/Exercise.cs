namespace Derma.Papers;

/// <summary>Tells a student whether an answer is right, without a network and without giving the answer away.</summary>
public static class Exercise
{
    /// <summary>Looks at an answer.</summary>
    /// <param name="exercise">The exercise's number, such as <c>12.2</c>.</param>
    /// <param name="answer">What was found; null for an exercise that is still open.</param>
    /// <param name="lab">The lab it was found in.</param>
    /// <exception cref="UserError">No exercise of that number checks itself.</exception>
    public static HtmlView Check(string exercise, object? answer, Lab lab)
    {
        var rule = ExerciseRules.All.FirstOrDefault(rule => rule.Exercise == exercise) ?? throw new UserError(
            $"No exercise {exercise} checks itself; the nearest that do are "
            + $"{string.Join(", ", NearestNames.Of(exercise, ExerciseRules.All.Select(rule => rule.Exercise), 3))}.");
        if (answer is null) return View(exercise, "open", "is open", "Put your answer in place of null and run the cell again.");
        return rule.Fault(answer, lab) is { } fault
            ? View(exercise, "off", "is not right yet", char.ToUpperInvariant(fault[0]) + fault[1..] + ".")
            : View(exercise, "right", "is right", "");
    }

    static HtmlView View(string exercise, string state, string says, string more) =>
        new(Html.Of($"<p class=\"dw-check dw-{state}\" role=\"status\"><strong>{exercise} {says}.</strong> {more}</p>"));
}
