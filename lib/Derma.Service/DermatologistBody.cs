namespace Derma.Service;

/// <summary>A practice or clinic.</summary>
/// <param name="Id">Stable within its source.</param>
/// <param name="Name">Its name.</param>
/// <param name="Address">One line, or empty.</param>
/// <param name="Latitude">Degrees.</param>
/// <param name="Longitude">Degrees.</param>
/// <param name="Kilometres">From the asked place, as the crow flies.</param>
/// <param name="Certification">As the source reports it, or "unknown".</param>
/// <param name="OpenNow">Null where the source does not say.</param>
/// <param name="Phone">Or null.</param>
/// <param name="Website">Or null.</param>
public sealed record DermatologistBody(
    string Id, string Name, string Address, double Latitude, double Longitude, double Kilometres, string Certification, bool? OpenNow, string? Phone, string? Website)
{
    internal static DermatologistBody Of(Dermatologist one) => new(
        one.Id, one.Name, one.Address, one.Position.Latitude, one.Position.Longitude, one.Kilometres, one.Certification, one.OpenNow, one.Phone, one.Website);
}
