namespace Derma.Service;

/// <summary>How the HTML report looks on screens, in the dark and on paper.</summary>
static class HtmlReportStyle
{
    public const string Style = """
        <style>
        :root{color-scheme:light dark;--ink:#1c2430;--paper:#fff;--soft:#5a6472;--line:#d5dae1;--bar:#4477aa;--note:#fff6d6;--note-line:#b89400;--alarm:#fde7e9;--alarm-line:#c0392b}
        @media (prefers-color-scheme:dark){:root{--ink:#e6e9ee;--paper:#14181e;--soft:#a7b0bc;--line:#37404c;--bar:#7fb0e0;--note:#332c12;--note-line:#d9b840;--alarm:#3a1a1d;--alarm-line:#ef8d84}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,"DejaVu Sans",sans-serif}
        main{max-width:60rem;margin:0 auto;padding:1.5rem 1rem 3rem}
        header{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;gap:0 1rem;border-bottom:2px solid var(--line)}
        h1{font-size:1.6rem;margin:0}h2{font-size:1.25rem;margin:1.4rem 0 .4rem}h3{font-size:1rem;margin:.8rem 0 .2rem}
        header p,figcaption,caption,.small,dt{color:var(--soft)}
        p,ul,dl{margin:.4rem 0}ul{padding-left:1.2rem}li{margin:.15rem 0}
        .notice{padding:.6rem .9rem;border-left:4px solid var(--note-line);background:var(--note);border-radius:0 4px 4px 0}
        .drawings{border-color:var(--alarm-line);background:var(--alarm)}
        .answer{display:flex;flex-wrap:wrap;gap:1.2rem;align-items:flex-start;margin-top:1rem}
        .photos{display:flex;flex-wrap:wrap;gap:.8rem;flex:1 1 20rem}
        figure{margin:0;flex:1 1 9rem;max-width:20rem}img{display:block;width:100%;height:auto;border-radius:6px}
        figcaption,.small,caption{font-size:.85rem;overflow-wrap:anywhere}
        .answer section{flex:1 1 18rem;min-width:0}.answer h2{margin-top:0;overflow-wrap:anywhere}
        table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}caption{text-align:left}
        th,td{text-align:left;font-weight:400;padding:.2rem 0;vertical-align:top;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
        thead th{font-size:.85rem;color:var(--soft)}.share{text-align:right;white-space:nowrap;padding-left:1rem}
        i{display:block;height:.4rem;min-width:1px;border-radius:2px;background:var(--bar);margin:.15rem 0}
        summary{cursor:pointer;padding:.4rem 0}
        .advice{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));gap:0 1.6rem}
        dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem}dd{margin:0;overflow-wrap:anywhere}
        @media print{:root{--ink:#000;--paper:#fff;--soft:#444;--line:#bbb;--bar:#4477aa;--note:#fff;--alarm:#fff}body{font-size:10pt}main{padding:0;max-width:none}details{display:none}section,figure{break-inside:avoid}.notice{border:1px solid var(--line);border-left-width:4px}*{print-color-adjust:exact}}
        </style>
        """;
}
