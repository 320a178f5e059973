namespace Derma.Notebooks.Outputs;

/// <summary>Text written to the console.</summary>
/// <param name="Name"><c>stdout</c> or <c>stderr</c>.</param>
/// <param name="Text">The text as a terminal would leave it on the screen.</param>
public sealed record StreamOutput(string Name, string Text) : Output
{
    /// <summary>Name of the standard output.</summary>
    public const string Out = "stdout";

    /// <summary>Name of the standard error output.</summary>
    public const string Error = "stderr";
}
