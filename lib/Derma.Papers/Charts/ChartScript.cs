namespace Derma.Papers;

/// <summary>What draws a chart in a page; CHART_ID and CHART_FIGURE stand for its place and its figure.</summary>
static class ChartScript
{
    public const string Text = """
        (function () {
          var place = document.querySelector('[data-chart="CHART_ID"]:not([data-drawn])');
          if (!place) return;
          place.setAttribute('data-drawn', '');
          var figure = CHART_FIGURE;
          var dark = window.matchMedia('(prefers-color-scheme: dark)');
          var patience = Date.now() + 20000;
          function paper() {
            for (var e = place; e; e = e.parentElement) {
              var color = getComputedStyle(e).backgroundColor;
              if (/^rgb\(/.test(color)) return color;
            }
            return dark.matches ? '#1e1e1e' : '#ffffff';
          }
          function theme() {
            var ink = getComputedStyle(place).color;
            if (!/^rgb/.test(ink)) return {};
            return { 'font.color': ink, 'hoverlabel.font.color': ink, 'hoverlabel.bgcolor': paper(), 'hoverlabel.bordercolor': 'rgba(128,128,128,0.6)' };
          }
          function recolor() { window.Plotly.relayout(place, theme()); }
          function draw() {
            if (window.Plotly) {
              window.Plotly.newPlot(place, figure.data, figure.layout, figure.config).then(recolor);
              dark.addEventListener('change', function () { setTimeout(recolor, 50); });
            } else if (Date.now() < patience) setTimeout(draw, 50);
            else place.textContent = 'This chart needs plotly.js, which this page does not carry.';
          }
          draw();
        })();
        """;
}
