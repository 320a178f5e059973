using Microsoft.AspNetCore.Http;

namespace Derma.Service;

/// <summary>What browsers are told on every answer: nothing from elsewhere, no inline script, camera and position for this page alone.</summary>
static class SafeHeaders
{
    const string Page = "default-src 'self'; img-src 'self' blob: data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>A report is one file that needs nothing else: its style is inside, and it has no script.</summary>
    public const string Report = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void Set(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Page;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Permissions-Policy"] = "camera=(self), geolocation=(self), microphone=()";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
    }
}
