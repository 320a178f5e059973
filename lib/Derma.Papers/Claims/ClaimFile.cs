using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Derma.Papers;

/// <summary>
/// Claims on disk: an array of <c>{id, paper, place, quoted, expected, measured, tolerance, verdict, notebook, note}</c>.
/// </summary>
public static class ClaimFile
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the array, whole or not at all.</summary>
    /// <param name="path">The file; its folder is created where it is missing.</param>
    /// <param name="checks">The rows, in their order.</param>
    public static void Write(string path, IEnumerable<ClaimCheck> checks) =>
        AtomicFile.WriteText(path, JsonSerializer.Serialize(checks.Select(Row.Of), Options) + "\n");

    /// <summary>Reads an array that <see cref="Write"/> wrote.</summary>
    /// <param name="path">The file.</param>
    /// <param name="ledger">The ledger that its ids belong to.</param>
    /// <exception cref="UserError">The file is no such array, or names a claim that the ledger lacks.</exception>
    public static ImmutableArray<ClaimCheck> Read(string path, Ledger ledger)
    {
        try
        {
            var rows = JsonSerializer.Deserialize<ImmutableArray<Row>>(File.ReadAllBytes(path), Options);
            return [.. rows.Select(row => row.Check(ledger))];
        }
        catch (JsonException problem)
        {
            throw new UserError($"{path} is no list of claims ({problem.Message}); delete it and run its notebook again.");
        }
    }

    /// <summary>Joins the notebooks' files of a run into one with every row of the ledger, checked or not.</summary>
    /// <param name="folder">The run's folder: reads <c>claims/*.json</c>, writes <c>claims.json</c>.</param>
    /// <param name="ledger">The ledger of a paper, or of both.</param>
    /// <returns>One check for each row, in the ledger's order; where two notebooks checked a row, the one that the ledger names.</returns>
    public static ImmutableArray<ClaimCheck> Merge(string folder, Ledger ledger)
    {
        var found = NotebookFiles(folder).SelectMany(file => Read(file, ledger)).ToLookup(check => check.Claim.Id);
        ImmutableArray<ClaimCheck> merged =
        [
            .. ledger.Claims.Select(claim =>
                found[claim.Id].FirstOrDefault(check => check.Notebook == claim.Notebook)
                ?? found[claim.Id].FirstOrDefault()
                ?? ClaimCheck.Unmeasured(claim)),
        ];
        Write(Path.Combine(folder, "claims.json"), merged);
        return merged;
    }

    static IEnumerable<string> NotebookFiles(string folder)
    {
        var claims = Path.Combine(folder, "claims");
        return Directory.Exists(claims) ? Directory.EnumerateFiles(claims, "*.json").Order(StringComparer.Ordinal) : [];
    }

    sealed record Row(
        string Id, string Paper, string Place, string Quoted, ClaimValue Expected, ClaimValue? Measured,
        double Tolerance, string Verdict, string Notebook, string Note)
    {
        public static Row Of(ClaimCheck check) => new(
            check.Claim.Id, check.Claim.Paper, check.Claim.Place, check.Claim.Quoted, check.Claim.Expected, check.Measured,
            check.Claim.Tolerance, check.Verdict.Words(), check.Notebook, check.Note);

        public ClaimCheck Check(Ledger ledger) => new(
            ledger[Id], Measured, VerdictWords.Parse(Verdict) ?? throw new JsonException($"'{Verdict}' is no verdict"), Notebook, Note);
    }
}
