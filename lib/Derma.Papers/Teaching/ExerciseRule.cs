using System.Globalization;

namespace Derma.Papers;

/// <summary>What an exercise takes for an answer.</summary>
/// <param name="Exercise">Its number, such as <c>12.2</c>: notebook and place in the notebook's list.</param>
/// <param name="Fault">From an answer and the lab it was found in to what is wrong about it; null where it is right.</param>
public sealed record ExerciseRule(string Exercise, Func<object, Lab, string?> Fault)
{
    /// <summary>A number is asked for.</summary>
    /// <param name="exercise">The exercise's number.</param>
    /// <param name="right">The answer, which may depend on the photos and the scale.</param>
    /// <param name="tolerance">How far an answer may be off, as a share of the right one.</param>
    /// <param name="hint">Said of an answer that is none of the slips.</param>
    /// <param name="slips">Wrong answers that one comes to easily.</param>
    public static ExerciseRule Number(string exercise, Func<Lab, double> right, double tolerance, string hint, params Slip[] slips) =>
        new(exercise, (answer, lab) => AsNumber(answer) is not { } number ? $"a number is asked for, and this is {Kind(answer)}"
            : Equal(number, right(lab), tolerance) ? null
            : slips.FirstOrDefault(slip => Equal(number, slip.Value(lab), tolerance))?.Hint ?? hint);

    /// <summary>A word or a name is asked for; case and spaces around it do not matter.</summary>
    /// <param name="exercise">The exercise's number.</param>
    /// <param name="right">The answer, which may depend on the photos and the scale.</param>
    /// <param name="hint">Said of any other answer.</param>
    public static ExerciseRule Word(string exercise, Func<Lab, string> right, string hint) =>
        new(exercise, (answer, lab) => answer is not string word ? $"a word is asked for, and this is {Kind(answer)}"
            : string.Equals(word.Trim(), right(lab), StringComparison.OrdinalIgnoreCase) ? null : hint);

    /// <summary>An object is asked for, such as a training: one whose set-up is the exercise's.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="exercise">The exercise's number.</param>
    /// <param name="fault">What is wrong about it; null where it is right.</param>
    public static ExerciseRule Object<T>(string exercise, Func<T, Lab, string?> fault) =>
        new(exercise, (answer, lab) => answer is T item ? fault(item, lab)
            : $"{A(Name(typeof(T)))} is asked for, and this is {Kind(answer)}");

    static bool Equal(double answer, double right, double tolerance) =>
        Math.Abs(answer - right) <= Math.Max(tolerance * Math.Abs(right), 1e-9 * Math.Max(1, Math.Abs(right)));

    static double? AsNumber(object answer) =>
        Numbers.IsNumber(answer) ? Convert.ToDouble(answer, CultureInfo.InvariantCulture) : null;

    static string Kind(object answer) => answer is string ? "a text" : Numbers.IsNumber(answer) ? "a number" : A(Name(answer.GetType()));

    static string A(string noun) => $"{("AEIOU".Contains(noun[0]) ? "an" : "a")} {noun}";

    static string Name(Type type) => type.IsGenericType
        ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.Name;
}

/// <summary>A wrong answer that one comes to easily.</summary>
/// <param name="Value">The wrong answer.</param>
/// <param name="Hint">What was overlooked.</param>
public sealed record Slip(Func<Lab, double> Value, string Hint)
{
    /// <summary>A wrong number that is the same in every run.</summary>
    public Slip(double value, string hint)
        : this(_ => value, hint)
    {
    }
}
