namespace Derma.Core;

/// <summary>Refuses an option that is out of range, by name.</summary>
public static class OptionCheck
{
    /// <exception cref="UserError">The condition does not hold.</exception>
    public static void Require(bool condition, string option, object? value, string expected)
    {
        if (!condition) throw new UserError(FormattableString.Invariant($"{option} is {value} but must be {expected}."));
    }
}
