namespace Derma.Notebooks.Outputs;

/// <summary>Why a cell failed.</summary>
/// <param name="Name">The exception's type, <c>CompilationError</c>, or what ended the process.</param>
/// <param name="Message">One line that names file and line where they are known.</param>
/// <param name="Traceback">Everything there is to read, line by line.</param>
/// <param name="Line">Line of the notebook's own file that the failure stands on, from 1; null where there is none.</param>
public sealed record ErrorOutput(string Name, string Message, IReadOnlyList<string> Traceback, int? Line = null) : Output
{
    /// <summary>Message and traceback as people read them, nothing twice.</summary>
    public IEnumerable<string> Lines => Traceback.Contains(Message) ? Traceback : Traceback.Prepend(Message);
}
