namespace Derma.Service;

/// <summary>A directory that did not answer, or not in a way that is understood.</summary>
/// <param name="message">One sentence that names the directory.</param>
/// <param name="inner">What happened.</param>
public sealed class DirectoryError(string message, Exception? inner = null) : Exception(message, inner);
