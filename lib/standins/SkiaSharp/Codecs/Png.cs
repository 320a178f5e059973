using System.Runtime.InteropServices;

namespace SkiaSharp.Codecs;

/// <summary>The simplified API of libpng16.so.16: it reports errors by return value, so that no longjmp crosses managed frames.</summary>
static unsafe partial class Png
{
    public const uint FormatGray = 0x00, FormatRgb = 0x02, FormatRgba = 0x03, FormatBgra = 0x13;
    public const uint Flag16BitsAreSrgb = 0x04;
    const string Library = "libpng16.so.16";

    [StructLayout(LayoutKind.Sequential)]
    public struct Image
    {
        public IntPtr Opaque;
        public uint Version, Width, Height, Format, Flags, ColormapEntries, WarningOrError;
        public fixed byte Message[64];
    }

    [LibraryImport(Library, EntryPoint = "png_image_begin_read_from_memory")]
    public static partial int BeginRead(Image* image, byte* memory, nuint size);

    [LibraryImport(Library, EntryPoint = "png_image_finish_read")]
    public static partial int FinishRead(Image* image, void* background, byte* buffer, int rowStride, void* colormap);

    [LibraryImport(Library, EntryPoint = "png_image_write_to_memory")]
    public static partial int Write(Image* image, byte* memory, nuint* size, int to8Bit, byte* buffer, int rowStride, void* colormap);

    [LibraryImport(Library, EntryPoint = "png_image_free")]
    public static partial void Free(Image* image);
}
