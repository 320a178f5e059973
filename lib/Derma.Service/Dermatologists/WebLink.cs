namespace Derma.Service;

/// <summary>Links that others wrote.</summary>
static class WebLink
{
    /// <summary>The link where it is one for a browser; null where it is missing or anything else, such as a script.</summary>
    public static string? OrNull(string? link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) ? uri.AbsoluteUri : null;
}
