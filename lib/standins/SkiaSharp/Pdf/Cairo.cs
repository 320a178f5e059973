using System.Runtime.InteropServices;

namespace SkiaSharp.Pdf;

/// <summary>The functions of libcairo.so.2 in use.</summary>
static unsafe partial class Cairo
{
    public const int Success = 0, WriteError = 11;
    public const int MetadataTitle = 0;
    public const int FormatArgb32 = 0;
    public const int SlantNormal = 0, WeightNormal = 0, WeightBold = 1;
    public const int HintStyleNone = 1, HintMetricsOff = 1, HintMetricsOn = 2;
    const string Library = "libcairo.so.2";

    [StructLayout(LayoutKind.Sequential)]
    public struct Matrix
    {
        public double XX, YX, XY, YY, X0, Y0;
    }

    [StructLayout(LayoutKind.Sequential)]
    public struct TextExtents
    {
        public double BearingX, BearingY, Width, Height, AdvanceX, AdvanceY;
    }

    public static void RoundRectangle(IntPtr context, SKRect rect, double rx, double ry)
    {
        if (rx <= 0 || ry <= 0)
        {
            Rectangle(context, rect.Left, rect.Top, rect.Width, rect.Height);
            return;
        }
        (double X, double Y)[] corners = [(rect.Right - rx, rect.Top + ry), (rect.Right - rx, rect.Bottom - ry), (rect.Left + rx, rect.Bottom - ry), (rect.Left + rx, rect.Top + ry)];
        NewPath(context);
        for (var corner = 0; corner < corners.Length; corner++)
        {
            Save(context);
            Translate(context, corners[corner].X, corners[corner].Y);
            Scale(context, rx, ry);
            Arc(context, 0, 0, 1, (corner - 1) * Math.PI / 2, corner * Math.PI / 2);
            Restore(context);
        }
        ClosePath(context);
    }

    [LibraryImport(Library, EntryPoint = "cairo_pdf_surface_create_for_stream")]
    public static partial IntPtr PdfSurfaceCreateForStream(delegate* unmanaged[Cdecl]<IntPtr, byte*, uint, int> write, IntPtr closure, double width, double height);

    [LibraryImport(Library, EntryPoint = "cairo_pdf_surface_set_size")] public static partial void PdfSurfaceSetSize(IntPtr surface, double width, double height);

    [LibraryImport(Library, EntryPoint = "cairo_pdf_surface_set_metadata", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void PdfSurfaceSetMetadata(IntPtr surface, int kind, string value);

    [LibraryImport(Library, EntryPoint = "cairo_image_surface_create")] public static partial IntPtr ImageSurfaceCreate(int format, int width, int height);
    [LibraryImport(Library, EntryPoint = "cairo_image_surface_get_data")] public static partial IntPtr ImageSurfaceGetData(IntPtr surface);

    [LibraryImport(Library, EntryPoint = "cairo_surface_set_mime_data", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SurfaceSetMimeData(IntPtr surface, string mimeType, byte* data, CULong length, delegate* unmanaged[Cdecl]<IntPtr, void> destroy, IntPtr closure);

    [LibraryImport(Library, EntryPoint = "cairo_surface_set_fallback_resolution")] public static partial void SurfaceSetFallbackResolution(IntPtr surface, double x, double y);
    [LibraryImport(Library, EntryPoint = "cairo_surface_flush")] public static partial void SurfaceFlush(IntPtr surface);
    [LibraryImport(Library, EntryPoint = "cairo_surface_mark_dirty")] public static partial void SurfaceMarkDirty(IntPtr surface);
    [LibraryImport(Library, EntryPoint = "cairo_surface_finish")] public static partial void SurfaceFinish(IntPtr surface);
    [LibraryImport(Library, EntryPoint = "cairo_surface_destroy")] public static partial void SurfaceDestroy(IntPtr surface);

    [LibraryImport(Library, EntryPoint = "cairo_create")] public static partial IntPtr Create(IntPtr surface);
    [LibraryImport(Library, EntryPoint = "cairo_destroy")] public static partial void Destroy(IntPtr context);
    [LibraryImport(Library, EntryPoint = "cairo_show_page")] public static partial void ShowPage(IntPtr context);
    [LibraryImport(Library, EntryPoint = "cairo_save")] public static partial void Save(IntPtr context);
    [LibraryImport(Library, EntryPoint = "cairo_restore")] public static partial void Restore(IntPtr context);
    [LibraryImport(Library, EntryPoint = "cairo_translate")] public static partial void Translate(IntPtr context, double x, double y);
    [LibraryImport(Library, EntryPoint = "cairo_scale")] public static partial void Scale(IntPtr context, double x, double y);
    [LibraryImport(Library, EntryPoint = "cairo_set_source_rgba")] public static partial void SetSourceRgba(IntPtr context, double red, double green, double blue, double alpha);
    [LibraryImport(Library, EntryPoint = "cairo_set_source_surface")] public static partial void SetSourceSurface(IntPtr context, IntPtr surface, double x, double y);
    [LibraryImport(Library, EntryPoint = "cairo_set_line_width")] public static partial void SetLineWidth(IntPtr context, double width);
    [LibraryImport(Library, EntryPoint = "cairo_new_path")] public static partial void NewPath(IntPtr context);
    [LibraryImport(Library, EntryPoint = "cairo_close_path")] public static partial void ClosePath(IntPtr context);
    [LibraryImport(Library, EntryPoint = "cairo_move_to")] public static partial void MoveTo(IntPtr context, double x, double y);
    [LibraryImport(Library, EntryPoint = "cairo_line_to")] public static partial void LineTo(IntPtr context, double x, double y);
    [LibraryImport(Library, EntryPoint = "cairo_arc")] public static partial void Arc(IntPtr context, double x, double y, double radius, double from, double to);
    [LibraryImport(Library, EntryPoint = "cairo_rectangle")] public static partial void Rectangle(IntPtr context, double x, double y, double width, double height);
    [LibraryImport(Library, EntryPoint = "cairo_fill")] public static partial void Fill(IntPtr context);
    [LibraryImport(Library, EntryPoint = "cairo_stroke")] public static partial void Stroke(IntPtr context);
    [LibraryImport(Library, EntryPoint = "cairo_paint")] public static partial void PaintAll(IntPtr context);

    [LibraryImport(Library, EntryPoint = "cairo_show_text", StringMarshalling = StringMarshalling.Utf8)] public static partial void ShowText(IntPtr context, string text);
    [LibraryImport(Library, EntryPoint = "cairo_set_scaled_font")] public static partial void SetScaledFont(IntPtr context, IntPtr font);

    [LibraryImport(Library, EntryPoint = "cairo_toy_font_face_create", StringMarshalling = StringMarshalling.Utf8)]
    public static partial IntPtr ToyFontFaceCreate(string family, int slant, int weight);

    [LibraryImport(Library, EntryPoint = "cairo_font_face_destroy")] public static partial void FontFaceDestroy(IntPtr face);
    [LibraryImport(Library, EntryPoint = "cairo_font_options_create")] public static partial IntPtr FontOptionsCreate();
    [LibraryImport(Library, EntryPoint = "cairo_font_options_destroy")] public static partial void FontOptionsDestroy(IntPtr options);
    [LibraryImport(Library, EntryPoint = "cairo_font_options_set_hint_style")] public static partial void FontOptionsSetHintStyle(IntPtr options, int style);
    [LibraryImport(Library, EntryPoint = "cairo_font_options_set_hint_metrics")] public static partial void FontOptionsSetHintMetrics(IntPtr options, int metrics);
    [LibraryImport(Library, EntryPoint = "cairo_scaled_font_create")] public static partial IntPtr ScaledFontCreate(IntPtr face, Matrix* size, Matrix* transform, IntPtr options);
    [LibraryImport(Library, EntryPoint = "cairo_scaled_font_destroy")] public static partial void ScaledFontDestroy(IntPtr font);

    [LibraryImport(Library, EntryPoint = "cairo_scaled_font_text_extents", StringMarshalling = StringMarshalling.Utf8)]
    public static partial void ScaledFontTextExtents(IntPtr font, string text, TextExtents* extents);
}
