using System.Collections.Immutable;

namespace Derma.Papers;

/// <summary>The conditions of a run, which decide what its numbers can say about the paper's.</summary>
public sealed record ClaimContext
{
    /// <summary>Id of the data set in use.</summary>
    public required string DataSetId { get; init; }

    /// <summary>Whether its photos are the built-in drawings.</summary>
    public required bool Synthetic { get; init; }

    /// <summary>Name of the scale.</summary>
    public required string Scale { get; init; }

    /// <summary>Whether sizes and epochs are those the paper prints.</summary>
    public required bool IsPaperScale { get; init; }

    /// <summary>The paper whose own data set it is; null where it is none's.</summary>
    public required string? OriginalOf { get; init; }
}

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

/// <summary>The claims that one notebook checks in one session. Checking a claim again replaces what was found before.</summary>
/// <param name="ledger">The numbers of a paper, or of both.</param>
/// <param name="notebook">Id of the notebook, such as <c>19-attempt-09</c>.</param>
/// <param name="context">The run's conditions.</param>
public sealed class ClaimBook(Ledger ledger, string notebook, ClaimContext context)
{
    readonly Dictionary<string, ClaimCheck> _checks = [];

    /// <summary>The numbers of a paper, or of both.</summary>
    public Ledger Ledger => ledger;

    /// <summary>Id of the notebook.</summary>
    public string Notebook => notebook;

    /// <summary>The run's conditions.</summary>
    public ClaimContext Context => context;

    /// <summary>What was checked so far, in the ledger's order.</summary>
    public ImmutableArray<ClaimCheck> Checks =>
        [.. ledger.Claims.Where(claim => _checks.ContainsKey(claim.Id)).Select(claim => _checks[claim.Id])];

    /// <summary>Puts a measured value beside the printed one.</summary>
    /// <param name="id">Id of the claim.</param>
    /// <param name="measured">A number in the claim's unit (shares as fractions of one), a text, or yes or no.</param>
    /// <param name="interval">The 95 % interval of a measured share.</param>
    /// <param name="note">Anything a reader should know besides.</param>
    /// <exception cref="UserError">The ledger has no such claim.</exception>
    public ClaimCheck Check(string id, ClaimValue measured, Interval? interval = null, string? note = null) =>
        _checks[id] = ClaimCheck.Of(ledger[id], measured, context, notebook, interval, note);

    /// <summary>Keeps a claim that this run cannot measure, with the reason.</summary>
    /// <param name="id">Id of the claim.</param>
    /// <param name="note">Why, and what there is to see instead.</param>
    /// <exception cref="UserError">The ledger has no such claim.</exception>
    public ClaimCheck Leave(string id, string note) => _checks[id] = ClaimCheck.Unmeasured(ledger[id], note);

    /// <summary>Checks several claims whose ids share a beginning.</summary>
    /// <param name="prefix">Such as <c>cnn.attempt-07.</c>; each key is appended to it.</param>
    /// <param name="measured">A value for each ending.</param>
    /// <exception cref="UserError">The ledger has no such claim.</exception>
    public IReadOnlyList<ClaimCheck> Check(string prefix, IReadOnlyDictionary<string, ClaimValue> measured) =>
        [.. measured.Select(pair => Check(prefix + pair.Key, pair.Value))];

    /// <summary>Checks, from the printed numbers alone, the arithmetic that belongs to this notebook.</summary>
    public IReadOnlyList<ClaimCheck> CheckArithmetic() =>
    [
        .. ledger.Claims
            .Where(claim => claim.Notebook == notebook && PrintedArithmetic.Implied.ContainsKey(claim.Id))
            .Select(claim => Check(claim.Id, PrintedArithmetic.Implied[claim.Id])),
    ];

    /// <summary>Writes the checks as a JSON array, whole or not at all.</summary>
    /// <param name="path">The file; its folder is created where it is missing.</param>
    public void Save(string path) => ClaimFile.Write(path, Checks);
}
