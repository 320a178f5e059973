using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Derma.Service;

/// <summary>The web page's files, which lie inside the library.</summary>
sealed class PageFiles
{
    const string Prefix = "page/", Start = "index.html";

    static readonly Dictionary<string, string> ContentTypes = new()
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".json"] = "application/json; charset=utf-8",
        [".svg"] = "image/svg+xml",
    };

    readonly Dictionary<string, PageFile> files = typeof(PageFiles).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToDictionary(name => name[Prefix.Length..], Read, StringComparer.Ordinal);

    public IResult Index(HttpResponse response) => Asset(Start, response);

    /// <summary>One file; unknown names are "not found", and names never become paths.</summary>
    public IResult Asset(string name, HttpResponse response)
    {
        if (!files.TryGetValue(name, out var file)) return Results.NotFound();
        // Browsers ask each time whether it is still the same, and mostly get a short yes.
        response.Headers.CacheControl = "no-cache";
        return Results.Bytes(file.Content, file.ContentType, entityTag: file.Tag);
    }

    static PageFile Read(string name)
    {
        using var stream = typeof(PageFiles).Assembly.GetManifestResourceStream(name)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content))[..32];
        return new PageFile(content, ContentTypes[Path.GetExtension(name)], new EntityTagHeaderValue($"\"{hash}\""));
    }

    sealed record PageFile(byte[] Content, string ContentType, EntityTagHeaderValue Tag);
}
