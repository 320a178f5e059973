namespace Derma.Papers;

/// <summary>From a measured value and the conditions of its run to a verdict.</summary>
static class Judge
{
    /// <summary>The verdict of a measured value.</summary>
    public static Verdict Of(Claim claim, ClaimValue measured, ClaimContext context)
    {
        var admitted = claim.Expected.Admits(measured, claim.Tolerance);
        return claim.Kind switch
        {
            ClaimKind.Structural => admitted ? Verdict.Reproduced : Verdict.NotReproduced,
            ClaimKind.Arithmetic => admitted ? Verdict.Reproduced : Verdict.ImpossibleAsPrinted,
            ClaimKind.Option => admitted ? Verdict.Reproduced : Verdict.DiffersByDesign,
            ClaimKind.Data or ClaimKind.Accuracy when CanTest(claim, context) => admitted ? Verdict.Reproduced : Verdict.NotReproduced,
            ClaimKind.Cost or ClaimKind.Remote => Verdict.DiffersByDesign,
            _ => Verdict.NeedsOriginalData,
        };
    }

    /// <summary>The verdict of a claim that nothing measured.</summary>
    public static Verdict Unmeasured(Claim claim) => claim.Kind switch
    {
        ClaimKind.Cost => Verdict.DiffersByDesign,
        ClaimKind.Data or ClaimKind.Accuracy or ClaimKind.Remote or ClaimKind.External => Verdict.NeedsOriginalData,
        _ => Verdict.NotChecked,
    };

    /// <summary>Why the measured value cannot test the claim; null where it can.</summary>
    public static string? Remark(Claim claim, ClaimContext context)
    {
        if (claim.Kind is not (ClaimKind.Data or ClaimKind.Accuracy) || CanTest(claim, context)) return null;
        if (context.Synthetic) return "Measured on built-in drawings, which cannot reproduce it.";
        return context.OriginalOf == claim.Paper
            ? $"Measured on the original data set, but at the {context.Scale} scale."
            : $"Measured on {context.DataSetId}, another data set.";
    }

    static bool CanTest(Claim claim, ClaimContext context) =>
        context.OriginalOf == claim.Paper && !context.Synthetic && (context.IsPaperScale || claim.Kind == ClaimKind.Data);
}
