using System.Runtime.InteropServices;

namespace SkiaSharp.Codecs;

/// <summary>The functions of libturbojpeg.so.0 (2.x) in use; <c>unsigned long</c> there is <see cref="CULong"/> here.</summary>
static unsafe partial class TurboJpeg
{
    public const int Cmyk = 11, Gray = 6, Rgba = 7, Bgra = 8;
    public const int Subsampling420 = 2, SubsamplingGray = 3;
    const string Library = "libturbojpeg.so.0";

    [LibraryImport(Library, EntryPoint = "tjInitCompress")] public static partial IntPtr InitCompress();
    [LibraryImport(Library, EntryPoint = "tjInitDecompress")] public static partial IntPtr InitDecompress();
    [LibraryImport(Library, EntryPoint = "tjDestroy")] public static partial int Destroy(IntPtr handle);
    [LibraryImport(Library, EntryPoint = "tjFree")] public static partial void Free(IntPtr buffer);
    [LibraryImport(Library, EntryPoint = "tjGetErrorCode")] public static partial int ErrorCode(IntPtr handle);

    [LibraryImport(Library, EntryPoint = "tjCompress2")]
    public static partial int Compress(IntPtr handle, byte* source, int width, int pitch, int height, int pixelFormat,
        byte** jpeg, CULong* size, int subsampling, int quality, int flags);

    [LibraryImport(Library, EntryPoint = "tjDecompress2")]
    public static partial int Decompress(IntPtr handle, byte* jpeg, CULong size, byte* target, int width, int pitch, int height,
        int pixelFormat, int flags);
}
