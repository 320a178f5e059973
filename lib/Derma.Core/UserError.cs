namespace Derma.Core;

/// <summary>Input that a person can mend: a missing folder, an unknown id, a photo set of one class.</summary>
/// <param name="message">One sentence that names the file or option and says what to do.</param>
public class UserError(string message) : Exception(message);

/// <summary>Refuses options that are out of range, by name.</summary>
public static class OptionCheck
{
    /// <summary>Refuses one option.</summary>
    /// <param name="condition">What must hold.</param>
    /// <param name="option">Its name.</param>
    /// <param name="value">Its value.</param>
    /// <param name="expected">What it must be: "at least 1".</param>
    /// <exception cref="UserError">The condition does not hold.</exception>
    public static void Require(bool condition, string option, object? value, string expected)
    {
        if (!condition) throw new UserError(FormattableString.Invariant($"{option} is {value} but must be {expected}."));
    }

    /// <summary>Refuses options of a network that do not fit each other.</summary>
    /// <param name="condition">What must hold.</param>
    /// <param name="otherwise">What is wrong where it does not.</param>
    /// <exception cref="UserError">The condition does not hold.</exception>
    public static void Require(bool condition, string otherwise)
    {
        if (!condition) throw new UserError($"The network's options do not fit: {otherwise}.");
    }

    /// <summary>Refuses a classifier of fewer than two classes.</summary>
    /// <param name="classes">Number of classes.</param>
    /// <exception cref="UserError">There are fewer than two.</exception>
    public static void RequireClasses(int classes) => Require(classes >= 2, $"Classes is {classes}: a classifier needs at least 2");

    /// <summary>Refuses what is no share of activations or branches to drop.</summary>
    /// <param name="option">Its name.</param>
    /// <param name="share">At least 0 and below 1.</param>
    /// <exception cref="UserError">The share is out of range.</exception>
    public static void RequireShare(string option, double share) =>
        Require(share is >= 0 and < 1, FormattableString.Invariant($"{option} is {share}: it must be at least 0 and below 1"));
}
