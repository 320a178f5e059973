namespace Derma.Inference;

/// <summary>A photo that cannot be used.</summary>
/// <param name="code">For programs: <c>empty</c>, <c>not-a-photo</c>, <c>cut-short</c>, <c>damaged</c>, <c>too-many-pixels</c>, <c>too-thin</c>, <c>too-small</c>.</param>
/// <param name="message">One sentence for the person who sent it.</param>
public sealed class PhotoError(string code, string message) : UserError(message)
{
    /// <summary>For programs.</summary>
    public string Code { get; } = code;
}
