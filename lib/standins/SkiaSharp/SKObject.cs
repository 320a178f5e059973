namespace SkiaSharp;

public abstract class SKObject : SKNativeObject
{
    internal SKObject() { }
}
