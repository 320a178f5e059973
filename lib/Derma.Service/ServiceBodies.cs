namespace Derma.Service;

/// <summary>What <c>GET /healthz</c> answers: how the service is.</summary>
/// <param name="Status">"ok", or "stopping".</param>
/// <param name="Model">Which model it has loaded.</param>
/// <param name="Synthetic">Whether the model was trained on drawings: then its answers mean nothing.</param>
/// <param name="KeepsPhotos">Whether it was started to keep photos and answers.</param>
/// <param name="QueueDepth">Photos that are being decoded, wait or are in the model.</param>
public sealed record HealthBody(string Status, string Model, bool Synthetic, bool KeepsPhotos, int QueueDepth)
{
    internal static HealthBody Of(ModelInfo model, ServiceState state) =>
        new(state.Acceptance.Closed ? "stopping" : "ok", model.Id, model.Synthetic, state.Keep is not null, state.Queue.Depth);
}

/// <summary>What <c>GET /api/dermatologists</c> answers: a page of practices, the nearest first.</summary>
/// <param name="Items">The practices.</param>
/// <param name="Next">The parameter <c>page</c> of the next page; null on the last.</param>
/// <param name="Source">Who says so, with the credit that its licence asks for.</param>
/// <param name="SampleData">Whether the practices are invented.</param>
public sealed record DermatologistsBody(IReadOnlyList<DermatologistBody> Items, string? Next, string Source, bool SampleData)
{
    internal static DermatologistsBody Of(DermatologistPage page) =>
        new([.. page.Items.Select(DermatologistBody.Of)], page.Next, page.Source, page.SampleData);
}

/// <summary>A practice or clinic of <see cref="DermatologistsBody"/>.</summary>
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
    string Id, string Name, string Address, double Latitude, double Longitude, double Kilometres, string Certification,
    bool? OpenNow, string? Phone, string? Website)
{
    internal static DermatologistBody Of(Dermatologist one) => new(
        one.Id, one.Name, one.Address, one.Position.Latitude, one.Position.Longitude, one.Kilometres, one.Certification,
        one.OpenNow, one.Phone, one.Website);
}

/// <summary>What <c>GET /api/places</c> answers: towns that fit a typed name.</summary>
/// <param name="Items">The best first.</param>
public sealed record PlacesBody(IReadOnlyList<PlaceBody> Items)
{
    internal static PlacesBody Of(IReadOnlyList<Place> places) =>
        new([.. places.Select(place => new PlaceBody(place.Name, place.Position.Latitude, place.Position.Longitude))]);
}

/// <summary>A town of <see cref="PlacesBody"/>.</summary>
/// <param name="Name">Town and country.</param>
/// <param name="Latitude">Degrees.</param>
/// <param name="Longitude">Degrees.</param>
public sealed record PlaceBody(string Name, double Latitude, double Longitude);

/// <summary>
/// What every address answers where something is wrong: problem details (RFC 9457) of the type <c>application/problem+json</c>.
/// </summary>
/// <param name="Type">Always "about:blank": <paramref name="Code"/> says more.</param>
/// <param name="Title">The status in words.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Detail">One sentence for the person who asked.</param>
/// <param name="Code">For programs, in words with hyphens; <c>docs/service.md</c> lists them.</param>
public sealed record ProblemBody(string Type, string Title, int Status, string Detail, string Code);
