namespace Derma.Notebooks;

/// <summary>Something the person who started the run can put right; the message names the file and says what is wrong.</summary>
public sealed class NotebookException(string message) : Exception(message);
