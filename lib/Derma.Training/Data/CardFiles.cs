using System.Globalization;
using System.Text;

namespace Derma.Training;

/// <summary>Writes a data-set card: Markdown, a page, and Croissant's JSON-LD with the list of photos that it describes.</summary>
public static class CardFiles
{
    /// <summary>Writes <c>ID.md</c>, <c>ID.html</c>, <c>ID.croissant.json</c> and, where photos were looked at, the list
    /// <c>ID.photos.csv</c>.</summary>
    /// <param name="card">The card.</param>
    /// <param name="folder">Where to; created where it is missing.</param>
    /// <returns>The files.</returns>
    public static IReadOnlyList<string> Write(DataCard card, string folder)
    {
        List<(string Name, string Text)> files = [($"{card.Id}.md", Markdown(card)), ($"{card.Id}.html", Page(card))];
        var list = card.Photos is null ? null : PhotoList(card.Photos);
        if (list is not null) files.Add(($"{card.Id}.photos.csv", list));
        files.Add(($"{card.Id}.croissant.json", Croissant.Of(card, list)));
        foreach (var (name, text) in files) AtomicFile.WriteText(Path.Combine(folder, name), text);
        return [.. files.Select(file => Path.Combine(folder, file.Name))];
    }

    internal static string Markdown(DataCard card)
    {
        var text = new StringBuilder();
        text.Append($"# {Escaped(card.Title)}\n\n> **{DataCard.NotForDiagnosis}**\n\n**Licence.** {Escaped(card.Licence)}\n");
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

    internal static string Page(DataCard card) => Html.Of($"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{card.Title}: data-set card</title>
        <style>
        body {"{"} font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem;
          color: #1a1a1a; background: #fff {"}"}
        table {"{"} border-collapse: collapse; display: block; overflow-x: auto {"}"}
        th, td {"{"} border-bottom: 1px solid #bbb; padding: .2rem .6rem; text-align: left; overflow-wrap: anywhere {"}"}
        </style>
        </head>
        <body>
        <main>
        <h1>{card.Title}</h1>
        <p><strong>{DataCard.NotForDiagnosis}</strong></p>
        <p><strong>Licence.</strong> {card.Licence}</p>
        {card.Sections.Select(Section)}
        </main>
        </body>
        </html>

        """).Markup;

    /// <summary>One row a photo: where it lies below the set's folder, its class, part and group.</summary>
    static string PhotoList(PhotoSet photos)
    {
        string Name(string path) => Path.GetRelativePath(photos.Root!, path).Replace('\\', '/');
        var known = photos.Photos.Select(photo => photo.Path).ToHashSet(StringComparer.Ordinal);
        return "path,class,part,group\n" + string.Concat(photos.Photos.Select(photo => string.Join(',', new[]
        {
            Name(photo.Path), photos.Classes[photo.Label], photo.Subset.ToString(),
            known.Contains(photo.Group) ? Name(photo.Group) : photo.Group,
        }.Select(Quoted)) + "\n"));
    }

    static string Quoted(string field) => $"\"{field.Replace("\"", "\"\"")}\"";

    static Html Section(CardSection section) => Html.Of($"""
        <h2>{section.Title}</h2>
        {section.Text.Where(sentence => sentence.Length > 0).Select(sentence => Html.Of($"<p>{sentence}</p>\n"))}{Table(section)}
        """);

    static Html Table(CardSection section) => section.Rows.Count == 0 ? Html.Empty : Html.Of($"""
        <table>
        <thead><tr>{section.Header.Select(name => Html.Of($"<th scope=\"col\">{name}</th>"))}</tr></thead>
        <tbody>
        {section.Rows.Select(row => Html.Of($"<tr>{row.Select(cell => Html.Of($"<td>{Words(cell)}</td>"))}</tr>\n"))}</tbody>
        </table>

        """);

    static string Words(object? cell) => cell switch
    {
        null => "–",
        int number => number.ToString("N0", CultureInfo.InvariantCulture),
        _ => cell.ToString()!,
    };

    static string Line(IEnumerable<object?> cells) => $"| {string.Join(" | ", cells.Select(cell => Escaped(Words(cell))))} |\n";

    // What Markdown would read as its own.
    static string Escaped(string text) =>
        string.Concat(text.ReplaceLineEndings(" ").Select(c => "\\`*_[]<>|#".Contains(c) ? $"\\{c}" : c.ToString()));
}
