namespace Derma.Core;

/// <summary>A weights file that is damaged, unsafe or another network's.</summary>
/// <param name="file">The file.</param>
/// <param name="tensor">The tensor that is wrong, the first where several are; null where the file as a whole is.</param>
/// <param name="message">One sentence that names both and says what to do.</param>
public sealed class WeightFileError(string file, string? tensor, string message) : UserError(message)
{
    /// <summary>The file.</summary>
    public string File { get; } = file;

    /// <summary>The tensor that is wrong, the first where several are; null where the file as a whole is.</summary>
    public string? Tensor { get; } = tensor;
}
