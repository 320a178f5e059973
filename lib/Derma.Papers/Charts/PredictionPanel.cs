namespace Derma.Papers;

/// <summary>The markup of one prediction: photo, verdict, bars of the likeliest classes, all classes to unfold.</summary>
sealed class PredictionPanel(IReadOnlyList<string> classes, IReadOnlyList<float> probabilities, int? label)
{
    const int Top = 5;

    public const string Style = """
        <style>
        .dw-prediction{display:flex;flex-wrap:wrap;gap:1.2em;align-items:flex-start;margin:.8em 0;padding:1em;border:1px solid color-mix(in srgb,currentColor 18%,transparent);border-radius:8px;max-width:760px}
        .dw-prediction>img{width:160px;height:160px;border-radius:6px;object-fit:cover}
        .dw-prediction>div{flex:1 1 300px;min-width:0}
        .dw-prediction h4{margin:0 0 .2em;font-size:1.05em}
        .dw-prediction p{margin:.1em 0 .8em}
        .dw-prediction .dw-right{color:color-mix(in srgb,#1fa045 70%,currentColor)}.dw-prediction .dw-wrong{color:color-mix(in srgb,#e0421f 70%,currentColor)}
        .dw-prediction table{border-collapse:collapse;width:100%;font-size:.92em;font-variant-numeric:tabular-nums}
        .dw-prediction th,.dw-prediction td{padding:.15em .3em;border:0;text-align:left;font-weight:400;background:none}
        .dw-prediction th{width:46%;overflow-wrap:anywhere}.dw-prediction .dw-share{width:4.5em;text-align:right}
        .dw-prediction .dw-true th{font-weight:600}
        .dw-prediction i{display:block;height:.85em;border-radius:2px;background:color-mix(in srgb,currentColor 30%,transparent)}
        .dw-prediction .dw-first i{background:#4477aa}
        .dw-prediction summary{cursor:pointer;margin-top:.5em;font-size:.92em}
        </style>
        """;

    readonly int[] order = [.. Enumerable.Range(0, classes.Count).OrderByDescending(c => probabilities[c])];

    public string Html(string image, string? caption)
    {
        var alt = label is { } truth ? $"Photo of class {classes[truth]}" : "Photo";
        return $"""
            <section class="dw-prediction"><img src="{image}" alt="{Markup.Encode(alt)}">
            <div><h4>{Markup.Encode(caption ?? classes[order[0]])}</h4>{Verdict()}
            {Bars(order.Take(Top))}
            <details><summary>All {classes.Count} classes</summary>{Bars(order)}</details></div></section>
            """;
    }

    string Verdict()
    {
        var said = $"Predicted <b>{Markup.Encode(classes[order[0]])}</b>, confidence {Markup.Percent(probabilities[order[0]])}";
        if (label is not { } truth) return $"<p>{said}.</p>";
        return truth == order[0]
            ? $"""<p><span class="dw-right">✓ right:</span> {said}.</p>"""
            : $"""<p><span class="dw-wrong">✗ wrong:</span> {said}; true is <b>{Markup.Encode(classes[truth])}</b> ({Markup.Percent(probabilities[truth])}).</p>""";
    }

    string Bars(IEnumerable<int> shown) => $"<table><tbody>{string.Concat(shown.Select(Bar))}</tbody></table>";

    string Bar(int c)
    {
        var kinds = string.Join(' ', new[] { c == order[0] ? "dw-first" : null, c == label ? "dw-true" : null }.OfType<string>());
        var width = FormattableString.Invariant($"{Math.Max(0.3, probabilities[c] * 100):0.#}%");
        return $"""<tr class="{kinds}"><th scope="row">{Markup.Encode(classes[c])}{(c == label ? " (true)" : "")}</th><td><i style="width:{width}"></i></td><td class="dw-share">{Markup.Percent(probabilities[c])}</td></tr>""";
    }
}
