using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Derma.Papers;

/// <summary>Every number that a paper prints, or that several print, in the papers' order. It never changes.</summary>
public sealed class Ledger
{
    readonly FrozenDictionary<string, Claim> _byId;

    Ledger(ImmutableArray<Claim> claims)
    {
        Claims = claims;
        _byId = claims.ToFrozenDictionary(claim => claim.Id);
    }

    /// <summary>The CNN report: ten attempts at 22 classes.</summary>
    public static Ledger CnnReport { get; } = Read("cnn-report.json");

    /// <summary>Smart Derma: three networks and their ensembles at 13 classes.</summary>
    public static Ledger SmartDerma { get; } = Read("smart-derma.json");

    /// <summary>The rows of both papers; no id is in both.</summary>
    public static Ledger Both { get; } = new([.. CnnReport.Claims, .. SmartDerma.Claims]);

    /// <summary>Numbers that other works print, each with its source: what notebooks 50 to 54 hold their results against.</summary>
    public static Ledger Published { get; } = Read("published.json");

    /// <summary>Every row of the three ledgers.</summary>
    public static Ledger All { get; } = new([.. Both.Claims, .. Published.Claims]);

    /// <summary>All rows, in the paper's order.</summary>
    public ImmutableArray<Claim> Claims { get; }

    /// <summary>The row of an id.</summary>
    /// <exception cref="UserError">No row has that id; the message names the nearest ones.</exception>
    public Claim this[string id] =>
        _byId.TryGetValue(id, out var claim) ? claim : throw new UserError(
            $"The ledger has no claim '{id}'; the nearest are {string.Join(", ", NearestNames.Of(id, _byId.Keys, 3))}.");

    /// <summary>Whether a row has that id.</summary>
    public bool Contains(string id) => _byId.ContainsKey(id);

    static Ledger Read(string resource)
    {
        var paper = EmbeddedJson.Read<LedgerFile>(typeof(Ledger).Assembly, resource);
        return new Ledger([.. paper.Claims.Select(claim => claim with { Paper = paper.Paper })]);
    }

    sealed record LedgerFile(string Paper, ImmutableArray<Claim> Claims);
}
