namespace Derma.Core;

/// <summary>Checks that the options of all networks share.</summary>
public static class OptionChecks
{
    public static void Require(bool condition, string otherwise)
    {
        if (!condition) throw new UserError($"The network's options do not fit: {otherwise}.");
    }

    public static void RequireClasses(int classes) => Require(classes >= 2, $"Classes is {classes}: a classifier needs at least 2");

    /// <summary>A share of activations or branches to drop.</summary>
    public static void RequireShare(string option, double share) =>
        Require(share is >= 0 and < 1, FormattableString.Invariant($"{option} is {share}: it must be at least 0 and below 1"));
}
