using System.Collections.Immutable;

namespace Derma.Papers;

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
