using System.Runtime.InteropServices;

namespace SkiaSharp.Codecs;

static unsafe class JpegWriter
{
    public static SKData Write(SKImageInfo info, byte* pixels, int rowBytes, int quality)
    {
        var gray = info.ColorType == SKColorType.Gray8;
        var format = gray ? TurboJpeg.Gray : info.ColorType == SKColorType.Bgra8888 ? TurboJpeg.Bgra : TurboJpeg.Rgba;
        var subsampling = gray ? TurboJpeg.SubsamplingGray : TurboJpeg.Subsampling420;
        var handle = TurboJpeg.InitCompress();
        byte* jpeg = null;
        var size = new CULong(0);
        try
        {
            var failed = TurboJpeg.Compress(handle, pixels, info.Width, rowBytes, info.Height, format, &jpeg, &size, subsampling,
                Math.Clamp(quality, 1, 100), flags: 0) != 0;
            if (!failed) return new SKData(jpeg, (long)size.Value, TurboJpeg.Free);
            TurboJpeg.Free((IntPtr)jpeg);
            return null;
        }
        finally
        {
            TurboJpeg.Destroy(handle);
        }
    }
}
