namespace Derma.Notebooks.Documents;

/// <summary>One cell of a notebook.</summary>
/// <param name="Kernel">Name of the kernel that runs it, aliases resolved; <c>markdown</c> for text.</param>
/// <param name="Source">Its text, lines separated by LF, without empty lines at either end.</param>
/// <param name="Line">Line of the file, counted from 1, that the first line of <paramref name="Source"/> stands on.</param>
public sealed record Cell(string Kernel, string Source, int Line)
{
    /// <summary>Whether the cell is text to read rather than code to run.</summary>
    public bool IsMarkdown => Kernel == KernelNames.Markdown;
}
