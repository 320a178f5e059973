namespace Derma.Papers;

/// <summary>A fragment of HTML that a notebook shows as it is: a table, a panel, a note. It needs no network.</summary>
/// <param name="Html">Well-formed markup, with its own styles and with all text escaped.</param>
public sealed record HtmlView(string Html);
