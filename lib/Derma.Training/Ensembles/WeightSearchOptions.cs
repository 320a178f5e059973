namespace Derma.Training;

/// <summary>How finely ensemble weights are searched.</summary>
public sealed record WeightSearchOptions
{
    /// <summary>Steps from 0 to 1: 20 gives weights of 0, 0.05, …, 1, and 231 of them for three models.</summary>
    public int Divisions { get; init; } = 20;

    /// <summary>How often the local refinement halves the step before it ends: 3 ends at 0.05 / 8.</summary>
    public int Halvings { get; init; } = 3;

    /// <summary>Refuses what cannot be searched.</summary>
    /// <exception cref="UserError">No division, or a negative number of halvings.</exception>
    public void Validate()
    {
        if (Divisions < 1) throw new UserError($"Divisions is {Divisions}; give at least one, such as 20 for steps of 0.05.");
        if (Halvings < 0) throw new UserError($"Halvings is {Halvings}; give 0 for no refinement.");
    }
}
