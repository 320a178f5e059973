using System.Text.Json.Serialization;

namespace Derma.Papers;

/// <summary>One number that a paper prints: a row of the ledger.</summary>
public sealed record Claim
{
    /// <summary>Stable and readable, such as <c>cnn.attempt-09.validation-accuracy</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The paper's short name.</summary>
    public string Paper { get; init; } = "";

    /// <summary>Section, figure or table.</summary>
    public required string Place { get; init; }

    /// <summary>Address of the work that prints it (a DOI where it has one); empty for the two papers.</summary>
    public string Source { get; init; } = "";

    /// <summary>
    /// Id of the data set whose photos can test it, where that is not the one that its paper was written with; null elsewhere.
    /// </summary>
    public string? DataSet { get; init; }

    /// <summary>The paper's own words.</summary>
    public required string Quoted { get; init; }

    /// <summary>The value printed, in <see cref="Unit"/>.</summary>
    public required ClaimValue Expected { get; init; }

    /// <summary>Unit of the expected and the measured value; shares are fractions of one.</summary>
    public required string Unit { get; init; }

    /// <summary>
    /// How far a measured value may lie outside the expected one, in the same unit: 0 for counts, half the last printed digit, 0.05 where
    /// the paper says "around", and 0.025 where the CNN report gives a range or a bound of accuracies (the 95 % half-width for 1,546
    /// photos).
    /// </summary>
    public double Tolerance { get; init; }

    /// <summary>How it can be checked.</summary>
    public required ClaimKind Kind { get; init; }

    /// <summary>The notebook that checks it.</summary>
    public required string Notebook { get; init; }

    /// <summary>What exactly is measured, or why it cannot be; may be empty.</summary>
    public string Note { get; init; } = "";

    /// <summary>The part of the id that a reader can link to.</summary>
    [JsonIgnore]
    public string Anchor => Id.Replace('.', '-');
}

/// <summary>How a printed number can be checked, which decides the verdicts it can get.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ClaimKind>))]
public enum ClaimKind
{
    /// <summary>A count of what the description leads to: parameters, layers, parts of an answer. Exact, on every run.</summary>
    Structural,

    /// <summary>An option or a length that a run uses: epochs, size, rate, batch, grid. Compared with the run's own.</summary>
    Setting,

    /// <summary>A number that must follow from others, printed or mathematical. Where it does not, the paper contradicts itself.</summary>
    Arithmetic,

    /// <summary>A choice that the paper leaves open or contradicts; a named option decides, and may differ from the wording.</summary>
    Option,

    /// <summary>A fact about the files of the original data set.</summary>
    Data,

    /// <summary>A result of training; compared only on the original data set at the paper's scale.</summary>
    Accuracy,

    /// <summary>A time on the author's machine.</summary>
    Cost,

    /// <summary>
    /// A time over a network to the author's machine in the cloud. Only a remote service can be put beside it; an emulation cannot.
    /// </summary>
    Remote,

    /// <summary>A figure quoted from another work.</summary>
    External,
}
