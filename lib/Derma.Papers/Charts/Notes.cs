namespace Derma.Papers;

/// <summary>Short notices beside results.</summary>
public static class Notes
{
    const string Style = """
        <style>
        .dw-note{margin:.8em 0;padding:.6em .9em;border-left:4px solid #ccbb44;background:color-mix(in srgb,#ccbb44 12%,transparent);border-radius:0 4px 4px 0}
        </style>
        """;

    /// <summary>Results of this workbook are no medical advice.</summary>
    public static HtmlView NotForDiagnosis { get; } = Of(
        "Not for diagnosis.", "These models are teaching material. Nothing here says anything about anybody's skin; ask a doctor.");

    /// <summary>The numbers come from drawings.</summary>
    public static HtmlView BuiltInDrawings { get; } = Of(
        "Built-in drawings, not patient data.", "The pictures are drawn by a program, so accuracies measured on them cannot confirm or refute those of a paper.");

    /// <summary>A notice of one's own.</summary>
    /// <param name="title">A few words, shown bold.</param>
    /// <param name="text">One or two sentences.</param>
    public static HtmlView Of(string title, string text) => new($"""
        {Style}
        <div class="dw-note" role="note"><strong>{Markup.Encode(title)}</strong> {Markup.Encode(text)}</div>
        """);
}
