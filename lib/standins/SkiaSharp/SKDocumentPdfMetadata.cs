namespace SkiaSharp;

public struct SKDocumentPdfMetadata(float rasterDpi, int encodingQuality)
{
    public string Title { readonly get; set; }
    public string Author { readonly get; set; }
    public string Subject { readonly get; set; }
    public string Keywords { readonly get; set; }
    public string Creator { readonly get; set; }
    public DateTime? Creation { readonly get; set; }
    public float RasterDpi { readonly get; set; } = rasterDpi;

    /// <summary>Photos that come as JPEG stay as they are.</summary>
    public int EncodingQuality { readonly get; set; } = encodingQuality;
}
