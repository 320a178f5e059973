namespace Derma.Dermatologists;

/// <summary>Invented practices that come with the library.</summary>
public sealed class SampleDirectory : IDermatologistDirectory
{
    /// <summary>The one that the service takes where nothing else is named.</summary>
    public static SampleDirectory Default => throw new NotImplementedException();

    /// <inheritdoc/>
    public Task<DermatologistPage> SearchAsync(DermatologistQuery query, CancellationToken cancellation = default) => throw new NotImplementedException();
}
