namespace Derma.Training;

/// <summary>The blocks of both sizes (Howard and others 2019, tables 1 and 2).</summary>
static class MobileNetV3Table
{
    static readonly MobileNetV3Row[] large =
    [
        new(3, 16, 16, false, false, 1),
        new(3, 64, 24, false, false, 2), new(3, 72, 24, false, false, 1),
        new(5, 72, 40, true, false, 2), new(5, 120, 40, true, false, 1), new(5, 120, 40, true, false, 1),
        new(3, 240, 80, false, true, 2), new(3, 200, 80, false, true, 1), new(3, 184, 80, false, true, 1), new(3, 184, 80, false, true, 1),
        new(3, 480, 112, true, true, 1), new(3, 672, 112, true, true, 1),
        new(5, 672, 160, true, true, 2), new(5, 960, 160, true, true, 1), new(5, 960, 160, true, true, 1),
    ];

    static readonly MobileNetV3Row[] small =
    [
        new(3, 16, 16, true, false, 2),
        new(3, 72, 24, false, false, 2), new(3, 88, 24, false, false, 1),
        new(5, 96, 40, true, true, 2), new(5, 240, 40, true, true, 1), new(5, 240, 40, true, true, 1),
        new(5, 120, 48, true, true, 1), new(5, 144, 48, true, true, 1),
        new(5, 288, 96, true, true, 2), new(5, 576, 96, true, true, 1), new(5, 576, 96, true, true, 1),
    ];

    public static IReadOnlyList<MobileNetV3Row> Rows(MobileNetV3Variant variant) => variant == MobileNetV3Variant.Large ? large : small;

    /// <summary>Width of the head's hidden layer.</summary>
    public static int HiddenWidth(MobileNetV3Variant variant) => variant == MobileNetV3Variant.Large ? 1280 : 1024;
}
