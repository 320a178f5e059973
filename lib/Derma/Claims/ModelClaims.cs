using Derma.Models;

namespace Derma.Claims;

/// <summary>What the CNN report prints of its final network (section 3.6), held against the network as printed: 22 classes, 256 x 256 photos.</summary>
public static class ModelClaims
{
    /// <summary>Checks parameter counts, size, shapes and the kernels of the first convolution.</summary>
    /// <param name="book">The notebook's claims.</param>
    /// <param name="options">The network.</param>
    /// <param name="summary">Its summary.</param>
    public static IReadOnlyList<ClaimCheck> Check(ClaimBook book, PaperCnnOptions options, SummaryTable summary) =>
    [
        book.Check("cnn.params.total", summary.Total),
        book.Check("cnn.params.trainable", summary.Trainable),
        book.Check("cnn.params.non-trainable", summary.NonTrainable),
        book.Check("cnn.size.mib", summary.Mebibytes),
        book.Check("cnn.final.kernel-size", KernelSize(options, summary)),
        book.Check("cnn.summary.input-shape", $"({options.ImageSize}, {options.ImageSize}, 3)"),
        book.Check("cnn.summary.output-shape", $"({options.Classes})"),
    ];

    // A convolution of k x k kernels over 3 colours has f (3 k k + 1) parameters.
    static double KernelSize(PaperCnnOptions options, SummaryTable summary)
    {
        var first = summary.Rows.First(row => row.Parameters > 0);
        return Math.Sqrt(((double)first.Parameters / options.Filters[0] - 1) / 3);
    }
}
