using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SkiaSharp.Pdf;

/// <summary>A cairo surface that writes a PDF into a stream.</summary>
sealed unsafe class PdfSurface
{
    readonly Sink sink;
    readonly GCHandle handle;
    readonly IntPtr surface;
    IntPtr context;

    public PdfSurface(Stream stream)
    {
        sink = new Sink(stream);
        handle = GCHandle.Alloc(sink);
        surface = Cairo.PdfSurfaceCreateForStream(&Write, GCHandle.ToIntPtr(handle), 1, 1);
    }

    public void Describe(SKDocumentPdfMetadata metadata)
    {
        Cairo.SurfaceSetFallbackResolution(surface, metadata.RasterDpi, metadata.RasterDpi);
        string[] values = [metadata.Title, metadata.Author, metadata.Subject, metadata.Keywords, metadata.Creator, Time(metadata.Creation)];
        for (var kind = Cairo.MetadataTitle; kind < values.Length; kind++)
            if (values[kind] is { } value) Cairo.PdfSurfaceSetMetadata(surface, kind, value);
    }

    public IntPtr BeginPage(float width, float height)
    {
        Cairo.PdfSurfaceSetSize(surface, width, height);
        return context = Cairo.Create(surface);
    }

    public void EndPage()
    {
        Cairo.ShowPage(context);
        Cairo.Destroy(context);
        context = IntPtr.Zero;
    }

    public void Close()
    {
        Cairo.SurfaceFinish(surface);
        if (sink.Error is { } error) throw new IOException("The PDF could not be written.", error);
    }

    /// <summary>Gives everything back; a document that was not closed writes no more.</summary>
    public void Release()
    {
        sink.Closed = true;
        if (context != IntPtr.Zero) Cairo.Destroy(context);
        Cairo.SurfaceDestroy(surface);
        handle.Free();
    }

    static string Time(DateTime? time) => time?.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    // No exception may cross cairo's frames.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static int Write(IntPtr closure, byte* data, uint length)
    {
        var sink = (Sink)GCHandle.FromIntPtr(closure).Target;
        if (sink.Closed) return Cairo.Success;
        try
        {
            sink.Stream.Write(new ReadOnlySpan<byte>(data, (int)length));
            return Cairo.Success;
        }
        catch (Exception error)
        {
            sink.Error = error;
            return Cairo.WriteError;
        }
    }

    sealed class Sink(Stream stream)
    {
        public Stream Stream => stream;
        public Exception Error { get; set; }
        public bool Closed { get; set; }
    }
}
