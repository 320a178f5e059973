using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Derma.Papers;

/// <summary>Why a paper leaves a choice to whoever repeats it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ContradictionKind>))]
public enum ContradictionKind
{
    /// <summary>What it says cannot all hold.</summary>
    Contradiction,

    /// <summary>It does not say.</summary>
    Silence,
}

/// <summary>A named option of the library that decides what a paper leaves open.</summary>
/// <param name="Name">Type and member, such as <c>TrainingOptions.LearningRate</c>.</param>
/// <param name="Value">What the workbook uses.</param>
/// <param name="Others">What else can be tried, and where it is.</param>
public sealed record DecidingOption(string Name, string Value, string Others);

/// <summary>A place where a paper contradicts itself or is silent, and how the workbook decides.</summary>
public sealed record Contradiction
{
    /// <summary>Its number on the pages; 1 to 34 are contradictions, 35 and above silences.</summary>
    public required int Number { get; init; }

    /// <summary>A stable, readable name, such as <c>learning-rates</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Contradiction or silence.</summary>
    public required ContradictionKind Kind { get; init; }

    /// <summary>A heading.</summary>
    public required string Title { get; init; }

    /// <summary>What the paper says, with the section.</summary>
    public required string Says { get; init; }

    /// <summary>Why that cannot all hold, or does not settle the matter.</summary>
    public required string Why { get; init; }

    /// <summary>What the workbook does.</summary>
    public required string Decision { get; init; }

    /// <summary>The options that decide; empty where there is nothing to choose.</summary>
    public required ImmutableArray<DecidingOption> Options { get; init; }

    /// <summary>The notebooks on whose pages it matters.</summary>
    public required ImmutableArray<string> Notebooks { get; init; }
}

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
        ?? throw new UserError(
            $"There is no contradiction {number}; choose one of {string.Join(", ", All.Select(item => item.Number).Distinct())}.");

    /// <summary>The one of an id.</summary>
    /// <exception cref="UserError">There is none; the message names the nearest ids.</exception>
    public Contradiction this[string id] => All.FirstOrDefault(item => item.Id == id)
        ?? throw new UserError($"There is no contradiction '{id}'; "
            + $"the nearest are {string.Join(", ", NearestNames.Of(id, All.Select(item => item.Id), 3))}.");

    /// <summary>The one of a number in either paper; where both have it, the one that names the notebook.</summary>
    /// <exception cref="UserError">There is none; the message names the numbers there are.</exception>
    public static Contradiction Find(int number, string notebook) =>
        Both.On(notebook).FirstOrDefault(item => item.Number == number) ?? Both[number];

    /// <summary>Those that matter on the page of a notebook.</summary>
    public ImmutableArray<Contradiction> On(string notebook) => [.. All.Where(item => item.Notebooks.Contains(notebook))];

    static Contradictions Read(string resource) =>
        new([.. EmbeddedJson.Read<ContradictionFile>(typeof(Contradictions).Assembly, resource).Contradictions
            .OrderBy(item => item.Number)]);

    sealed record ContradictionFile(string Paper, ImmutableArray<Contradiction> Contradictions);
}
