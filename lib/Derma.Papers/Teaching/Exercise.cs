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
            $"No exercise {exercise} checks itself; choose one of {string.Join(", ", SameNotebook(exercise))}.");
        if (answer is null) return View(exercise, "open", "is open", "Put your answer in place of null and run the cell again.");
        return rule.Fault(answer, lab) is { } fault
            ? View(exercise, "off", "is not right yet", char.ToUpperInvariant(fault[0]) + fault[1..] + ".")
            : View(exercise, "right", "is right", "");
    }

    static IEnumerable<string> SameNotebook(string exercise)
    {
        var all = ExerciseRules.All.Select(rule => rule.Exercise).ToList();
        var near = all.Where(other => other.Split('.')[0] == exercise.Split('.')[0]).ToList();
        return near.Count > 0 ? near : NearestNames.Of(exercise, all, 3);
    }

    static HtmlView View(string exercise, string state, string says, string more) =>
        new(Html.Of($"<p class=\"dw-check dw-{state}\" role=\"status\"><strong>{exercise} {says}.</strong> {more}</p>"));
}
