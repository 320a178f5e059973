namespace Derma.Papers;

/// <summary>One claim beside what a run found.</summary>
/// <param name="Claim">The row of the ledger.</param>
/// <param name="Measured">The value found, in the claim's unit; null where nothing measured it.</param>
/// <param name="Verdict">What the run can say.</param>
/// <param name="Notebook">The notebook that measured it.</param>
/// <param name="Note">What was measured, under which conditions, with its interval.</param>
public sealed record ClaimCheck(Claim Claim, ClaimValue? Measured, Verdict Verdict, string Notebook, string Note)
{
    /// <summary>A measured claim, judged.</summary>
    /// <param name="claim">The row of the ledger.</param>
    /// <param name="measured">The value found, in the claim's unit.</param>
    /// <param name="context">The run's conditions.</param>
    /// <param name="notebook">The notebook that measured it.</param>
    /// <param name="interval">Its 95 % interval, in the same unit.</param>
    /// <param name="note">Anything a reader should know besides.</param>
    public static ClaimCheck Of(
        Claim claim, ClaimValue measured, ClaimContext context, string notebook, Interval? interval = null, string? note = null)
    {
        var range = interval is { } ends
            ? $"95 % interval {ClaimText.Number(ends.Low, claim.Unit)} to {ClaimText.Number(ends.High, claim.Unit)}."
            : null;
        var text = Sentences(claim.Note, range, note, Judge.Remark(claim, context));
        return new ClaimCheck(claim, measured, Judge.Of(claim, measured, context), notebook, text);
    }

    /// <summary>A claim that nothing measured.</summary>
    /// <param name="claim">The row of the ledger.</param>
    public static ClaimCheck Unmeasured(Claim claim) => Unmeasured(
        claim, Judge.Unmeasured(claim) == Verdict.NotChecked ? $"Not measured in this run; {claim.Notebook} checks it." : "");

    /// <summary>A claim that a notebook could not measure.</summary>
    /// <param name="claim">The row of the ledger.</param>
    /// <param name="note">Why, and what there is to see instead.</param>
    public static ClaimCheck Unmeasured(Claim claim, string note) =>
        new(claim, null, Judge.Unmeasured(claim), claim.Notebook, Sentences(claim.Note, note));

    static string Sentences(params IEnumerable<string?> parts) => string.Join(' ', parts.Where(part => !string.IsNullOrEmpty(part)));
}
