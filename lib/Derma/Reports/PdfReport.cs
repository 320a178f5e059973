namespace Derma.Reports;

/// <summary>A report as a PDF of one page.</summary>
public static class PdfReport
{
    /// <summary>Writes the page.</summary>
    public static void Write(Report report, Stream target) => throw new NotImplementedException();
}
