namespace Derma.Reports;

/// <summary>A report as one HTML page that needs nothing else.</summary>
public static class HtmlReport
{
    /// <summary>The page.</summary>
    public static string Of(Report report) => throw new NotImplementedException();
}
