namespace Derma.Service;

/// <summary>A page of practices, the nearest first.</summary>
/// <param name="Items">The practices.</param>
/// <param name="Next">The parameter <c>page</c> of the next page; null on the last.</param>
/// <param name="Source">Who says so, with the credit that its licence asks for.</param>
/// <param name="SampleData">Whether the practices are invented.</param>
public sealed record DermatologistsBody(IReadOnlyList<DermatologistBody> Items, string? Next, string Source, bool SampleData)
{
    internal static DermatologistsBody Of(DermatologistPage page) => new([.. page.Items.Select(DermatologistBody.Of)], page.Next, page.Source, page.SampleData);
}
