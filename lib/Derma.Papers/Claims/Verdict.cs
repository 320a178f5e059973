namespace Derma.Papers;

/// <summary>What a run can say about one printed number.</summary>
public enum Verdict
{
    /// <summary>This run measured what the paper measured, on data that can say so, and found it within the tolerance.</summary>
    Reproduced,

    /// <summary>This run measured what the paper measured, on data that can say so, and found something else.</summary>
    NotReproduced,

    /// <summary>Structure that was counted or seen here in the built thing: parameters, layers, parts of an answer.</summary>
    Counted,

    /// <summary>The same, with another result.</summary>
    CountedOtherwise,

    /// <summary>Follows from the paper's own numbers.</summary>
    Consistent,

    /// <summary>Contradicted by the paper's own numbers or by arithmetic; no measurement could reproduce it.</summary>
    ImpossibleAsPrinted,

    /// <summary>An option or a length that this run used as the paper prints it.</summary>
    SetAsPrinted,

    /// <summary>An option or a length that this run's scale cuts; the row shows the run's own.</summary>
    DiffersByScale,

    /// <summary>Measured under conditions that differ on purpose; the note says which.</summary>
    DiffersByDesign,

    /// <summary>Not testable here: without the data that the paper used, or the machine in the cloud.</summary>
    NeedsOriginalData,

    /// <summary>Testable, but the notebook that checks it was not part of the run.</summary>
    NotChecked,
}

/// <summary>The words that pages and <c>claims.json</c> use for a verdict.</summary>
public static class VerdictWords
{
    /// <summary>The verdict in words, such as "needs the original data".</summary>
    public static string Words(this Verdict verdict) => verdict switch
    {
        Verdict.Reproduced => "reproduced",
        Verdict.NotReproduced => "not reproduced",
        Verdict.Counted => "counted",
        Verdict.CountedOtherwise => "counted otherwise",
        Verdict.Consistent => "consistent",
        Verdict.ImpossibleAsPrinted => "impossible as printed",
        Verdict.SetAsPrinted => "set as printed",
        Verdict.DiffersByScale => "differs by scale",
        Verdict.DiffersByDesign => "differs by design",
        Verdict.NeedsOriginalData => "needs the original data",
        Verdict.NotChecked => "not checked",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, null),
    };

    /// <summary>How many there are of each verdict, such as "3 reproduced, 1 not checked".</summary>
    public static string Counts(IEnumerable<Verdict> verdicts) =>
        string.Join(", ", verdicts.GroupBy(verdict => verdict).OrderBy(group => group.Key)
            .Select(group => $"{group.Count()} {group.Key.Words()}"));

    /// <summary>The verdict that the words stand for, or null where they are none.</summary>
    public static Verdict? Parse(string words) =>
        Enum.GetValues<Verdict>().Cast<Verdict?>().FirstOrDefault(verdict => verdict!.Value.Words() == words);
}

/// <summary>From a measured value and the conditions of its run to a verdict.</summary>
static class Judge
{
    /// <summary>The verdict of a measured value.</summary>
    public static Verdict Of(Claim claim, ClaimValue measured, ClaimContext context)
    {
        var admitted = claim.Expected.Admits(measured, claim.Tolerance);
        return claim.Kind switch
        {
            ClaimKind.Structural => admitted ? Verdict.Counted : Verdict.CountedOtherwise,
            ClaimKind.Arithmetic => admitted ? Verdict.Consistent : Verdict.ImpossibleAsPrinted,
            ClaimKind.Option or ClaimKind.Setting when admitted => Verdict.SetAsPrinted,
            ClaimKind.Setting when !context.IsPaperScale => Verdict.DiffersByScale,
            ClaimKind.Option or ClaimKind.Setting => Verdict.DiffersByDesign,
            ClaimKind.Data when CanTest(claim, context) => admitted ? Verdict.Counted : Verdict.CountedOtherwise,
            ClaimKind.Accuracy when CanTest(claim, context) => admitted ? Verdict.Reproduced : Verdict.NotReproduced,
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
        return IsItsData(claim, context)
            ? $"Measured on the original data set, but at the {context.Scale} scale."
            : $"Measured on {context.DataSetId}, another data set.";
    }

    static bool CanTest(Claim claim, ClaimContext context) =>
        IsItsData(claim, context) && !context.Synthetic && (context.IsPaperScale || claim.Kind == ClaimKind.Data);

    static bool IsItsData(Claim claim, ClaimContext context) =>
        claim.DataSet is { } id ? context.DataSetId == id : context.OriginalOf == claim.Paper;
}
