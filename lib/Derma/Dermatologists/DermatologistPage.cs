namespace Derma.Dermatologists;

/// <summary>A page of answers, the nearest first.</summary>
/// <param name="Items">The practices.</param>
/// <param name="Next">Asks for the next page; null on the last.</param>
/// <param name="Source">Who says so, with the credit that its licence asks for.</param>
/// <param name="SampleData">Whether the practices are invented.</param>
public sealed record DermatologistPage(IReadOnlyList<Dermatologist> Items, string? Next, string Source, bool SampleData);
