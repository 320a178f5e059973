using System.Runtime.InteropServices;

namespace SkiaSharp.Pdf;

/// <summary>A picture as a cairo surface. One that comes as JPEG keeps its file's bytes, which the PDF then holds as they are.</summary>
static unsafe class ImageSurface
{
    public static IntPtr Of(SKImage image)
    {
        var info = new SKImageInfo(image.Width, image.Height, SKColorType.Bgra8888, SKAlphaType.Premul);
        var surface = Cairo.ImageSurfaceCreate(Cairo.FormatArgb32, info.Width, info.Height);
        Cairo.SurfaceFlush(surface);
        image.Codec.GetPixels(info, Cairo.ImageSurfaceGetData(surface));
        Cairo.SurfaceMarkDirty(surface);
        if (image.Codec.Info.AlphaType == SKAlphaType.Opaque && image.Encoded.AsSpan().StartsWith(Codecs.JpegHeader.StartOfImage)) Attach(surface, image.Encoded);
        return surface;
    }

    // cairo reads the bytes when the page is shown, after the picture may be gone: it gets its own.
    static void Attach(IntPtr surface, SKData jpeg)
    {
        var copy = (byte*)NativeMemory.Alloc((nuint)jpeg.Size);
        jpeg.AsSpan().CopyTo(new Span<byte>(copy, (int)jpeg.Size));
        Cairo.SurfaceSetMimeData(surface, "image/jpeg", copy, new CULong((nuint)jpeg.Size), &Free, (IntPtr)copy);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(System.Runtime.CompilerServices.CallConvCdecl)])]
    static void Free(IntPtr memory) => NativeMemory.Free((void*)memory);
}
