namespace Derma.Papers;

/// <summary>
/// The look of every table, panel and note. Outputs carry classes only: <c>setup.dib</c> shows <see cref="View"/> once in each notebook.
/// Colours of text and ground come from the page, so that light and dark pages both work.
/// </summary>
public static class Stylesheet
{
    /// <summary>The rules as a style element.</summary>
    public static HtmlView View { get; } = new($"<style>\n{Tables}\n{Photos}\n{Claims}\n</style>");

    const string Tables = """
        .dw-table{overflow-x:auto;margin:.8em 0;container-type:inline-size}
        .dw-table table{border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:.93em}
        .dw-table caption{text-align:left;font-weight:600;padding:0 0 .4em;max-width:100cqi}
        .dw-table th,.dw-table td{padding:.32em .7em;text-align:left;vertical-align:top;border:0}
        .dw-table th,.dw-table td{border-bottom:1px solid color-mix(in srgb,currentColor 14%,transparent)}
        .dw-table thead th{border-bottom:2px solid color-mix(in srgb,currentColor 45%,transparent);font-weight:600;vertical-align:bottom}
        .dw-table tbody th{font-weight:400}
        .dw-table .dw-n{text-align:right;white-space:nowrap}
        .dw-table tbody tr:hover{background:color-mix(in srgb,currentColor 6%,transparent)}
        .dw-note{margin:.8em 0;padding:.6em .9em;border-left:4px solid #ccbb44;border-radius:0 4px 4px 0}
        .dw-note{background:color-mix(in srgb,#ccbb44 12%,transparent)}
        .dw-check{margin:.6em 0;padding:.5em .9em;border-left:4px solid #57606a;border-radius:0 4px 4px 0}
        .dw-check{background:color-mix(in srgb,#57606a 12%,transparent)}
        .dw-right.dw-check{border-color:#1a7f37;background:color-mix(in srgb,#1a7f37 14%,transparent)}
        .dw-off.dw-check{border-color:#b42318;background:color-mix(in srgb,#b42318 12%,transparent)}
        .dw-quiz summary{cursor:pointer}
        .dw-json pre{overflow:auto;max-height:30em}
        .dw-page{width:100%;height:1100px;resize:vertical;overflow:auto}
        .dw-page{border:1px solid rgba(128,128,128,.4);border-radius:6px;background:#fff}
        """;

    const string Photos = """
        .dw-photo{margin:.8em 0;width:300px;max-width:100%}
        .dw-photo img{display:block;width:100%;border-radius:6px}
        .dw-pair{display:flex;flex-wrap:wrap;gap:0 1em}
        .dw-grid{margin:.8em 0}
        .dw-grid h4{margin:0 0 .6em;font-size:1em}
        .dw-grid .dw-rows{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,27em),1fr));gap:.9em 1.6em}
        .dw-grid section>p{margin:0 0 .25em;font-size:.85em}
        .dw-grid section>p span{opacity:.65}
        .dw-grid .dw-photos{display:flex;flex-wrap:wrap;gap:.35em}
        .dw-grid .dw-rows>.dw-photos{grid-column:1/-1}
        .dw-grid figure{margin:0;width:96px;font-size:.8em}
        .dw-grid img{display:block;width:96px;height:96px;border-radius:4px;object-fit:cover}
        .dw-grid img{background:color-mix(in srgb,currentColor 10%,transparent)}
        .dw-grid figcaption{opacity:.8;overflow-wrap:anywhere}
        .dw-prediction{display:flex;flex-wrap:wrap;gap:1.2em;align-items:flex-start;margin:.8em 0;padding:1em;max-width:760px}
        .dw-prediction{border:1px solid color-mix(in srgb,currentColor 18%,transparent);border-radius:8px}
        .dw-prediction>img{width:160px;height:160px;border-radius:6px;object-fit:cover}
        .dw-prediction>div{flex:1 1 300px;min-width:0}
        .dw-prediction h4{margin:0 0 .2em;font-size:1.05em}
        .dw-prediction p{margin:.1em 0 .8em}
        .dw-prediction .dw-right{color:color-mix(in srgb,#1fa045 70%,currentColor)}
        .dw-prediction .dw-wrong{color:color-mix(in srgb,#e0421f 70%,currentColor)}
        .dw-prediction table{border-collapse:collapse;width:100%;font-size:.92em;font-variant-numeric:tabular-nums}
        .dw-prediction th,.dw-prediction td{padding:.15em .3em;border:0;text-align:left;font-weight:400;background:none}
        .dw-prediction th{width:46%;overflow-wrap:anywhere}
        .dw-prediction .dw-share{width:4.5em;text-align:right}
        .dw-prediction .dw-true th{font-weight:600}
        .dw-prediction i{display:block;height:.85em;border-radius:2px;background:color-mix(in srgb,currentColor 30%,transparent)}
        .dw-prediction .dw-first i{background:#4477aa}
        .dw-prediction summary{cursor:pointer;margin-top:.5em;font-size:.92em}
        """;

    // Chips are white on a dark hue: at least 4.5 to 1 on their own ground, whatever the page's.
    const string Claims = """
        .claims { overflow-x: auto; container-type: inline-size }
        .claims table { table-layout: fixed; border-collapse: collapse; width: 100%; min-width: 46em }
        .claims table { margin: .5em 0 1.5em; font-size: .9em }
        .claims caption { text-align: left; font-weight: 600; padding: .4em 0 }
        .claims th, .claims td { text-align: left; vertical-align: top; padding: .35em .6em }
        .claims th, .claims td { border-bottom: 1px solid rgba(128,128,128,.35) }
        .claims tbody th { font-weight: normal }
        .claims thead th { width: 11% }
        .claims thead th:nth-child(1), .claims thead th:nth-child(5) { width: 16% }
        .claims thead th:nth-child(2) { width: 20% }
        .claims thead th:last-child { width: 26% }
        .claims a { color: inherit }
        .claims small { display: block; opacity: .75 }
        .claims tr:target { outline: 2px solid currentColor }
        @container (max-width: 40em) {
          .claims table, .claims caption, .claims tbody { display: block; min-width: 0 }
          .claims thead { position: absolute; clip-path: inset(50%) }
          .claims tr { display: grid; grid-template-columns: 1fr 1fr; gap: .3em 1em; padding: .8em 0 }
          .claims tr { border-bottom: 1px solid rgba(128,128,128,.35) }
          .claims tbody th, .claims td { padding: 0; border: 0; overflow-wrap: anywhere }
          .claims td:nth-child(2), .claims td:last-child { grid-column: 1 / -1 }
          .claims td:nth-child(3)::before, .claims td:nth-child(4)::before { display: block; font-size: .85em; opacity: .75 }
          .claims td:nth-child(3)::before { content: "printed" }
          .claims td:nth-child(4)::before { content: "measured" }
          .claims td:nth-child(5) { grid-area: 1 / 2; text-align: right }
        }
        .claims [hidden] { display: none }
        .claims .filters { display: flex; flex-wrap: wrap; gap: .5em; margin: 1em 0 }
        .claims button { font: inherit; color: inherit; background: none; border: 1px solid rgba(128,128,128,.6) }
        .claims button { border-radius: 1em; padding: .2em .7em; cursor: pointer }
        .claims button[aria-pressed=true] { outline: 2px solid currentColor }
        .verdict { display: inline-block; border-radius: .8em; padding: .05em .65em; color: #fff; background: #57606a; font-size: .9em }
        .verdict.reproduced { background: #1a7f37 }
        .verdict.not-reproduced, .verdict.counted-otherwise { background: #b42318 }
        .verdict.counted, .verdict.consistent { background: #3d6b4f }
        .verdict.impossible-as-printed { background: #7a3ea1 }
        .verdict.differs-by-design, .verdict.differs-by-scale { background: #0b5cad }
        .verdict.needs-the-original-data { background: #8a5a00 }
        .contradiction { border-left: 4px solid #7a3ea1; padding: .3em 1em; margin: 1em 0; background: rgba(128,128,128,.12) }
        .contradiction p { margin: .4em 0 }
        .contradiction summary, .notes summary, .dw-note summary { cursor: pointer }
        .notes > summary { padding: .3em 0; font-weight: 600 }
        """;
}
