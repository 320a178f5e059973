namespace Derma.Papers;

/// <summary>The look of claim tables and notes. Colours of text and ground come from the page, so both schemes work.</summary>
static class ClaimStyle
{
    /// <summary>Chips are white on a dark hue: at least 4.5 to 1 on their own ground, whatever the page's.</summary>
    public const string Css = """
        <style>
        .claims { overflow-x: auto; container-type: inline-size }
        .claims table { table-layout: fixed; border-collapse: collapse; width: 100%; min-width: 46em; margin: .5em 0 1.5em; font-size: .9em }
        .claims caption { text-align: left; font-weight: 600; padding: .4em 0 }
        .claims th, .claims td { text-align: left; vertical-align: top; padding: .35em .6em; border-bottom: 1px solid rgba(128,128,128,.35) }
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
          .claims tr { display: grid; grid-template-columns: 1fr 1fr; gap: .3em 1em; padding: .8em 0; border-bottom: 1px solid rgba(128,128,128,.35) }
          .claims tbody th, .claims td { padding: 0; border: 0; overflow-wrap: anywhere }
          .claims td:nth-child(2), .claims td:last-child { grid-column: 1 / -1 }
          .claims td:nth-child(3)::before, .claims td:nth-child(4)::before { display: block; font-size: .85em; opacity: .75; content: "printed" }
          .claims td:nth-child(4)::before { content: "measured" }
          .claims td:nth-child(5) { grid-area: 1 / 2; text-align: right }
        }
        .claims [hidden] { display: none }
        .claims .filters { display: flex; flex-wrap: wrap; gap: .5em; margin: 1em 0 }
        .claims button { font: inherit; color: inherit; background: none; border: 1px solid rgba(128,128,128,.6); border-radius: 1em; padding: .2em .7em; cursor: pointer }
        .claims button[aria-pressed=true] { outline: 2px solid currentColor }
        .verdict { display: inline-block; border-radius: .8em; padding: .05em .65em; color: #fff; background: #57606a; font-size: .9em }
        .verdict.reproduced { background: #1a7f37 }
        .verdict.not-reproduced { background: #b42318 }
        .verdict.impossible-as-printed { background: #7a3ea1 }
        .verdict.differs-by-design { background: #0b5cad }
        .verdict.needs-the-original-data { background: #8a5a00 }
        .contradiction { border-left: 4px solid #7a3ea1; padding: .3em 1em; margin: 1em 0; background: rgba(128,128,128,.12) }
        .contradiction p { margin: .4em 0 }
        </style>
        """;

    /// <summary>Hides the rows of other verdicts, and sections that have none left.</summary>
    public const string FilterScript = """
        <script>
        document.querySelectorAll('.claims').forEach(ledger => ledger.querySelectorAll('[data-show]').forEach(button => button.onclick = () => {
          ledger.querySelectorAll('[data-show]').forEach(other => other.setAttribute('aria-pressed', other === button));
          const show = button.dataset.show;
          ledger.querySelectorAll('tr[data-verdict]').forEach(row => row.hidden = show !== '' && row.dataset.verdict !== show);
          ledger.querySelectorAll('section').forEach(part => part.hidden = !part.querySelector('tr[data-verdict]:not([hidden])'));
        }));
        </script>
        """;
}
