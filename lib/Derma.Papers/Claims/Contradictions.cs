using System.Collections.Immutable;

namespace Derma.Papers;

/// <summary>What a paper leaves to whoever repeats it, in order of number.</summary>
public sealed class Contradictions
{
    Contradictions(ImmutableArray<Contradiction> all) => All = all;

    /// <summary>The CNN report's.</summary>
    public static Contradictions CnnReport { get; } = Read("cnn-contradictions.json");

    /// <summary>Smart Derma's.</summary>
    public static Contradictions SmartDerma { get; } = Read("smart-derma-contradictions.json");

    /// <summary>Both papers'; number 34 concerns both and comes twice.</summary>
    public static Contradictions Both { get; } = new([.. CnnReport.All.Concat(SmartDerma.All).OrderBy(item => item.Number)]);

    /// <summary>All of them.</summary>
    public ImmutableArray<Contradiction> All { get; }

    /// <summary>The one of a number.</summary>
    /// <exception cref="UserError">There is none; the message names the numbers there are.</exception>
    public Contradiction this[int number] => All.FirstOrDefault(item => item.Number == number)
        ?? throw new UserError($"There is no contradiction {number}; choose one of {string.Join(", ", All.Select(item => item.Number).Distinct())}.");

    /// <summary>The one of an id.</summary>
    /// <exception cref="UserError">There is none; the message names the nearest ids.</exception>
    public Contradiction this[string id] => All.FirstOrDefault(item => item.Id == id)
        ?? throw new UserError($"There is no contradiction '{id}'; the nearest are {string.Join(", ", NearestNames.Of(id, All.Select(item => item.Id), 3))}.");

    /// <summary>The one of a number in either paper; where both have it, the one that names the notebook.</summary>
    /// <exception cref="UserError">There is none; the message names the numbers there are.</exception>
    public static Contradiction Find(int number, string notebook) =>
        Both.On(notebook).FirstOrDefault(item => item.Number == number) ?? Both[number];

    /// <summary>Those that matter on the page of a notebook.</summary>
    public ImmutableArray<Contradiction> On(string notebook) => [.. All.Where(item => item.Notebooks.Contains(notebook))];

    static Contradictions Read(string resource) =>
        new([.. EmbeddedJson.Read<ContradictionFile>(typeof(Contradictions).Assembly, resource).Contradictions.OrderBy(item => item.Number)]);

    sealed record ContradictionFile(string Paper, ImmutableArray<Contradiction> Contradictions);
}
