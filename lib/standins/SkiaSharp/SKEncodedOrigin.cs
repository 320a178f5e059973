namespace SkiaSharp;

/// <summary>The EXIF orientation, by where the picture's first row and first column belong.</summary>
public enum SKEncodedOrigin
{
    TopLeft = 1,
    TopRight = 2,
    BottomRight = 3,
    BottomLeft = 4,
    LeftTop = 5,
    RightTop = 6,
    RightBottom = 7,
    LeftBottom = 8,
}
