namespace Derma.Imaging;

/// <summary>Why a photo cannot be used.</summary>
/// <param name="Code">For programs: one word a cause.</param>
/// <param name="Reason">Continues a sentence that begins with the photo: "is cut short", "is empty".</param>
public readonly record struct PhotoProblem(string Code, string Reason)
{
    public static PhotoProblem Empty { get; } = new("empty", "is empty");

    public static PhotoProblem NotAPhoto { get; } = new("not-a-photo", "is not a JPEG or PNG picture");

    public static PhotoProblem CutShort { get; } = new("cut-short", "is cut short");

    public static PhotoProblem Damaged { get; } = new("damaged", "is damaged");

    public static PhotoProblem TooManyPixels(int width, int height) =>
        new("too-many-pixels", $"claims {width} x {height} pixels, more than this program decodes");
}
