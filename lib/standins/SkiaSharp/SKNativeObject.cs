namespace SkiaSharp;

public class SKNativeObject : IDisposable
{
    bool disposed;

    internal SKNativeObject() { }

    ~SKNativeObject() => Dispose(false);

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposed) return;
        disposed = true;
        DisposeNative();
    }

    protected virtual void DisposeNative() { }
}
