namespace SkiaSharp;

public enum SKCodecResult
{
    Success = 0,
    IncompleteInput = 1,
    ErrorInInput = 2,
    InvalidConversion = 3,
    InvalidScale = 4,
    InvalidParameters = 5,
    InvalidInput = 6,
    InternalError = 8,
    Unimplemented = 9,
}
