namespace Derma.Papers;

/// <summary>What the papers' printed numbers imply about each other. Nothing is trained or opened for it.</summary>
public static class PrintedArithmetic
{
    /// <summary>For each arithmetic claim that follows from other rows of its paper, the value that those rows give.</summary>
    public static IReadOnlyDictionary<string, ClaimValue> Implied { get; } =
        CnnArithmetic.Of(Ledger.CnnReport).Concat(SmartDermaArithmetic.Of(Ledger.SmartDerma)).ToDictionary();
}
