using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Derma.Core;

/// <summary>Writes a card as Markdown, as a page that needs no network, and as JSON.</summary>
public static class CardText
{
    static readonly JsonSerializerOptions json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>As Markdown.</summary>
    public static string Markdown(Card card)
    {
        var text = new StringBuilder();
        text.Append($"# {Escaped(card.Title)}\n\n> **{card.Notice}**\n\n**Licence.** {Escaped(card.Licence)}\n");
        foreach (var section in card.Sections)
        {
            text.Append($"\n## {section.Title}\n");
            foreach (var sentence in section.Text.Where(sentence => sentence.Length > 0)) text.Append($"\n{Escaped(sentence)}\n");
            if (section.Rows.Count == 0) continue;
            text.Append($"\n{Line(section.Header)}|{string.Concat(section.Header.Select(_ => "---|"))}\n");
            foreach (var row in section.Rows) text.Append(Line(row));
        }
        return text.ToString();
    }

    /// <summary>As a page.</summary>
    /// <param name="card">The card.</param>
    /// <param name="kind">What it is, for the window's title: "model card".</param>
    public static string Page(Card card, string kind) => Html.Of($"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{card.Title}: {kind}</title>
        <style>
        body {"{"} font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem;
          color: #1a1a1a; background: #fff {"}"}
        .table {"{"} overflow-x: auto {"}"}
        table {"{"} border-collapse: collapse {"}"}
        th, td {"{"} border-bottom: 1px solid #bbb; padding: .2rem .6rem; text-align: left; overflow-wrap: anywhere {"}"}
        </style>
        </head>
        <body>
        <main>
        <h1>{card.Title}</h1>
        <p><strong>{card.Notice}</strong></p>
        <p><strong>Licence.</strong> {card.Licence}</p>
        {card.Sections.Select(Section)}
        </main>
        </body>
        </html>

        """).Markup;

    /// <summary>As JSON: the sections for a reader and the figures for programs.</summary>
    public static string Json(Card card) => JsonSerializer.Serialize(card, json) + "\n";

    /// <summary>A cell's text: whole numbers with their thousands, a dash for what is not known.</summary>
    public static string Cell(object? value) => value switch
    {
        null => "–",
        int number => number.ToString("N0", CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    static Html Section(CardSection section) => Html.Of($"""
        <h2>{section.Title}</h2>
        {section.Text.Where(sentence => sentence.Length > 0).Select(sentence => Html.Of($"<p>{sentence}</p>\n"))}{Table(section)}
        """);

    static Html Table(CardSection section) => section.Rows.Count == 0 ? Html.Empty : Html.Of($"""
        <section class="table" aria-label="{section.Title}" tabindex="0">
        <table>
        <thead><tr>{section.Header.Select(name => Html.Of($"<th scope=\"col\">{name}</th>"))}</tr></thead>
        <tbody>
        {section.Rows.Select(row => Html.Of($"<tr>{row.Select(cell => Html.Of($"<td>{cell}</td>"))}</tr>\n"))}</tbody>
        </table>
        </section>

        """);

    static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells.Select(Escaped))} |\n";

    // What Markdown would read as its own.
    static string Escaped(string text) =>
        string.Concat(text.ReplaceLineEndings(" ").Select(c => "\\`*_[]<>|#".Contains(c) ? $"\\{c}" : c.ToString()));
}
