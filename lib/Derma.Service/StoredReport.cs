namespace Derma.Service;

/// <summary>A report that can still be fetched.</summary>
/// <param name="Id">The prediction's id.</param>
/// <param name="Until">Gone from then on.</param>
/// <param name="Content">Ready when the photo's small copy is, which may not begin before somebody asks.</param>
sealed record StoredReport(string Id, DateTimeOffset Until, Lazy<Task<Report>> Content);
