namespace Derma.Dermatologists;

/// <summary>Invented practices that come with the library.</summary>
public sealed class SampleDirectory(TimeProvider? time = null) : IDermatologistDirectory
{
    /// <inheritdoc/>
    public Task<DermatologistPage> SearchAsync(DermatologistQuery query, CancellationToken cancellation = default) => throw new NotImplementedException(time?.ToString());
}
