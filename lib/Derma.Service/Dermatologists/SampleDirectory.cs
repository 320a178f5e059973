namespace Derma.Service;

/// <summary>Invented practices around real towns, for trying the finder without a network. Nobody can be found with it.</summary>
/// <param name="time">Says what "now" is; the system's clock where null.</param>
public sealed class SampleDirectory(TimeProvider? time = null) : IDermatologistDirectory
{
    const string Source = "Sample data: these practices are invented";

    readonly LocalHours hours = new(time ?? TimeProvider.System);

    /// <inheritdoc/>
    public Task<DermatologistPage> SearchAsync(DermatologistQuery query, CancellationToken cancellation = default)
    {
        query.Check();
        return Task.FromResult(DermatologistPage.Of(SampleClinics.All.Select(clinic => Entry(clinic, query.Near)), query, Source, sampleData: true));
    }

    Dermatologist Entry(SampleClinic clinic, GeoPoint near) => new(
        clinic.Id, clinic.Name, clinic.Address, clinic.Position, near.KilometresTo(clinic.Position), clinic.Certification,
        clinic.Hours is null ? null : hours.IsOpen(clinic.Hours, clinic.Zone), clinic.Phone, clinic.Website);
}
