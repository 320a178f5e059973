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
