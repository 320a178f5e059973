namespace Derma.Papers;

/// <summary>The words that pages and <c>claims.json</c> use for a verdict.</summary>
public static class VerdictWords
{
    /// <summary>The verdict in words, such as "needs the original data".</summary>
    public static string Words(this Verdict verdict) => verdict switch
    {
        Verdict.Reproduced => "reproduced",
        Verdict.NotReproduced => "not reproduced",
        Verdict.ImpossibleAsPrinted => "impossible as printed",
        Verdict.DiffersByDesign => "differs by design",
        Verdict.NeedsOriginalData => "needs the original data",
        Verdict.NotChecked => "not checked",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, null),
    };

    /// <summary>How many there are of each verdict, such as "3 reproduced, 1 not checked".</summary>
    public static string Counts(IEnumerable<Verdict> verdicts) =>
        string.Join(", ", verdicts.GroupBy(verdict => verdict).OrderBy(group => group.Key).Select(group => $"{group.Count()} {group.Key.Words()}"));

    /// <summary>The verdict that the words stand for, or null where they are none.</summary>
    public static Verdict? Parse(string words) =>
        Enum.GetValues<Verdict>().Cast<Verdict?>().FirstOrDefault(verdict => verdict!.Value.Words() == words);
}
