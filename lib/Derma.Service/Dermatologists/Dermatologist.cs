namespace Derma.Service;

/// <summary>A practice or clinic near the asked place (Smart Derma 3.9).</summary>
/// <param name="Id">Stable within its source.</param>
/// <param name="Name">Name of the practice.</param>
/// <param name="Address">One line, or empty.</param>
/// <param name="Position">Where it is.</param>
/// <param name="Kilometres">Great-circle distance from the asked place.</param>
/// <param name="Certification">As the source reports it; "unknown" where it does not.</param>
/// <param name="OpenNow">Null where the source does not say.</param>
/// <param name="Phone">Or null.</param>
/// <param name="Website">Or null.</param>
public sealed record Dermatologist(
    string Id, string Name, string Address, GeoPoint Position, double Kilometres, string Certification, bool? OpenNow, string? Phone, string? Website)
{
    internal const string Unknown = "unknown";
}
