namespace Derma.Service;

/// <summary>Finds dermatologists near a place (Smart Derma 3.9).</summary>
public interface IDermatologistDirectory
{
    /// <summary>Looks up one page.</summary>
    /// <exception cref="UserError">The query is out of range.</exception>
    /// <exception cref="DirectoryError">The source does not answer, or not in a way that is understood.</exception>
    Task<DermatologistPage> SearchAsync(DermatologistQuery query, CancellationToken cancellation = default);
}
