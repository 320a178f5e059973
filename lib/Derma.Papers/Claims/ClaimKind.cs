using System.Text.Json.Serialization;

namespace Derma.Papers;

/// <summary>How a printed number can be checked, which decides the verdicts it can get.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ClaimKind>))]
public enum ClaimKind
{
    /// <summary>A count that follows from the description: parameters, layers, epochs, photos. Exact, on every run.</summary>
    Structural,

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

    /// <summary>A time over a network to the author's machine in the cloud. Only a remote service can be put beside it; an emulation cannot.</summary>
    Remote,

    /// <summary>A figure quoted from another work.</summary>
    External,
}
