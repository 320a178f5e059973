namespace Derma.Service;

/// <summary>An invented practice.</summary>
/// <param name="Id">Stable: the town and a number.</param>
/// <param name="Name">Says that it is a sample.</param>
/// <param name="Address">Invented too.</param>
/// <param name="Position">Within a few kilometres of the town's middle.</param>
/// <param name="Certification">"unknown" for some, as directories leave it out.</param>
/// <param name="Hours">As OpenStreetMap writes them, in the town's time.</param>
/// <param name="Zone">The town's time zone.</param>
/// <param name="Phone">From a range that is reserved for fiction, or null.</param>
/// <param name="Website">Under <c>.example</c>, which nobody can own (RFC 2606), or null.</param>
sealed record SampleClinic(
    string Id, string Name, string Address, GeoPoint Position, string Certification, string? Hours, string Zone, string? Phone, string? Website);
