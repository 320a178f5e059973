namespace Derma.Papers;

/// <summary>What a run can say about one printed number.</summary>
public enum Verdict
{
    /// <summary>Measured, and equal within the tolerance.</summary>
    Reproduced,

    /// <summary>Measured under the paper's conditions, and different.</summary>
    NotReproduced,

    /// <summary>Contradicted by the paper's own numbers or by arithmetic; no measurement could reproduce it.</summary>
    ImpossibleAsPrinted,

    /// <summary>Measured under conditions that differ on purpose; the note says which.</summary>
    DiffersByDesign,

    /// <summary>Not testable here: without the data that the paper used, or the machine in the cloud.</summary>
    NeedsOriginalData,

    /// <summary>Testable, but the notebook that checks it was not part of the run.</summary>
    NotChecked,
}
