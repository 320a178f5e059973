using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Derma.Notebooks.Outputs;

/// <summary>One thing that a cell showed: one of the four records below.</summary>
public abstract record Output;

/// <summary>A value in its forms: a display or a result.</summary>
/// <param name="Data">The value's text by mime type.</param>
public abstract record ShownOutput(IReadOnlyDictionary<string, string> Data) : Output
{
    /// <summary>What an .ipynb file says about it besides its data; null where nothing.</summary>
    [JsonIgnore]
    public JsonObject? Metadata { get; init; }
}

/// <summary>A value that a cell displayed, in its last state.</summary>
/// <param name="DisplayId">Identifies the display for updates.</param>
/// <param name="Data">The value's text by mime type.</param>
public sealed record DisplayOutput(string DisplayId, IReadOnlyDictionary<string, string> Data) : ShownOutput(Data);

/// <summary>The value of a cell's trailing expression.</summary>
/// <param name="Data">The value's text by mime type.</param>
public sealed record ResultOutput(IReadOnlyDictionary<string, string> Data) : ShownOutput(Data);

/// <summary>Text written to the console.</summary>
/// <param name="Name"><c>stdout</c> or <c>stderr</c>.</param>
/// <param name="Text">The text as a terminal would leave it on the screen.</param>
public sealed record StreamOutput(string Name, string Text) : Output
{
    /// <summary>Name of a standard stream.</summary>
    public const string Out = "stdout", Error = "stderr";
}

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
