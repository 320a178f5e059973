namespace Derma.Core;

/// <summary>A card: what somebody should know of a set of photos or of a model before using it.</summary>
/// <param name="Id">A short name, of which files can be called.</param>
/// <param name="Title">Its name for a reader.</param>
/// <param name="Notice">What every card says first: that nothing here is for diagnosis.</param>
/// <param name="Licence">What may be done with it.</param>
/// <param name="Sections">What is known, in order.</param>
public sealed record Card(string Id, string Title, string Notice, string Licence, IReadOnlyList<CardSection> Sections)
{
    /// <summary>Measured numbers, for programs; a reader has them in the sections.</summary>
    public IReadOnlyList<CardFigure> Figures { get; init; } = [];
}

/// <summary>A section of a card: sentences, then a table where there is one.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Text">Sentences; empty ones are left out.</param>
public sealed record CardSection(string Title, IReadOnlyList<string> Text)
{
    /// <summary>The table's columns; none for no table.</summary>
    public IReadOnlyList<string> Header { get; init; } = [];

    /// <summary>The table's rows.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows { get; init; } = [];
}

/// <summary>One measured number.</summary>
/// <param name="Model">What was measured.</param>
/// <param name="Part">The photos: validation or test.</param>
/// <param name="Name">Its name, such as balanced accuracy.</param>
/// <param name="Value">The number; shares are fractions of one.</param>
/// <param name="Low">Lower end of its 95 % interval; null where there is none.</param>
/// <param name="High">Upper end.</param>
/// <param name="Photos">How many photos it was measured on.</param>
public sealed record CardFigure(string Model, string Part, string Name, double Value, double? Low, double? High, int Photos);
