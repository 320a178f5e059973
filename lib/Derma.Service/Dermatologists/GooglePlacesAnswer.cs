namespace Derma.Service;

/// <summary>The fields of a Text Search answer that are asked for; each may be missing.</summary>
sealed record GooglePlacesAnswer(IReadOnlyList<GooglePlacesAnswer.Place>? Places, string? NextPageToken)
{
    internal sealed record Place(
        string? Id, Text? DisplayName, string? FormattedAddress, Point? Location, string? BusinessStatus, Hours? CurrentOpeningHours,
        string? InternationalPhoneNumber, string? WebsiteUri)
    {
        /// <summary>Null for what cannot be shown on a map or is closed for good.</summary>
        public Dermatologist? Entry(GeoPoint near)
        {
            if (Id is null || Location is not { Latitude: { } latitude, Longitude: { } longitude } || BusinessStatus == "CLOSED_PERMANENTLY") return null;
            var position = new GeoPoint(latitude, longitude);
            return new(Id, DisplayName?.Value ?? "Dermatologist", FormattedAddress ?? "", position, near.KilometresTo(position), Dermatologist.Unknown,
                BusinessStatus == "CLOSED_TEMPORARILY" ? false : CurrentOpeningHours?.OpenNow, InternationalPhoneNumber, WebLink.OrNull(WebsiteUri));
        }
    }

    internal sealed record Text([property: System.Text.Json.Serialization.JsonPropertyName("text")] string? Value);

    internal sealed record Point(double? Latitude, double? Longitude);

    internal sealed record Hours(bool? OpenNow);
}
