namespace Derma.Notebooks.Results;

/// <summary>A page of the site that is not a notebook.</summary>
/// <param name="FileName">Name of its file in the site's folder, with <c>.html</c>.</param>
/// <param name="Title">Its title, also the text of links to it.</param>
/// <param name="Html">Its content below the title.</param>
public sealed record ExtraPage(string FileName, string Title, string Html);
