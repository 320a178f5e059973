(() => {
  const root = document.documentElement;
  const store = action => { try { return action(localStorage); } catch { return null; } };
  const systemDark = matchMedia('(prefers-color-scheme: dark)');
  const isDark = () => root.dataset.theme ? root.dataset.theme === 'dark' : systemDark.matches;
  const all = (selector, action) => document.querySelectorAll(selector).forEach(action);
  const saved = store(s => s.getItem('theme'));
  if (saved) root.dataset.theme = saved;

  // Charts take the ink of the page, and their grid from it; whatever else a figure sets is its own.
  function chartColors(place) {
    const ink = getComputedStyle(place).color;
    const colors = { 'font.color': ink, paper_bgcolor: 'rgba(0,0,0,0)', plot_bgcolor: 'rgba(0,0,0,0)', 'modebar.bgcolor': 'rgba(0,0,0,0)', 'hoverlabel.bgcolor': isDark() ? '#23272e' : '#ffffff', 'hoverlabel.font.color': ink };
    for (const axis of Object.keys(place.layout || {}).filter(key => /^[xy]axis/.test(key)))
      if (!place.layout[axis].gridcolor || place.themed) colors[axis + '.gridcolor'] = 'rgba(128,128,128,0.22)';
    return colors;
  }
  async function drawChart(place) {
    const source = place.querySelector('script');
    if (!source || !window.Plotly) return;
    const figure = JSON.parse(source.textContent);
    source.remove();
    if (place.classList.contains('small')) {
      const bare = Object.fromEntries(Object.keys(figure.layout || {}).concat('xaxis', 'yaxis').filter(key => /^[xy]axis/.test(key)).map(key => [key, { ...figure.layout[key], visible: false, title: undefined }]));
      const sides = { l: 12, r: 12, t: 12, b: 12 };
      await Plotly.newPlot(place, figure.data.map(trace => ({ ...trace, showscale: false })), { ...figure.layout, ...bare, title: undefined, annotations: [], showlegend: false, margin: sides, width: undefined, height: undefined, autosize: true }, { staticPlot: true });
      return void Plotly.relayout(place, chartColors(place));
    }
    const height = figure.layout && figure.layout.height;
    if (height) place.style.minHeight = height + 'px';
    await Plotly.newPlot(place, figure.data, { ...figure.layout, autosize: true }, { responsive: true, displaylogo: false, ...figure.config });
    Plotly.relayout(place, chartColors(place));
  }
  function drawCharts() {
    const watch = new IntersectionObserver(entries => entries.filter(entry => entry.isIntersecting).forEach(entry => {
      watch.unobserve(entry.target);
      drawChart(entry.target);
    }), { rootMargin: '800px' });
    all('.plotly', place => watch.observe(place));
    addEventListener('beforeprint', () => all('.plotly', drawChart));
  }

  async function drawDiagrams() {
    if (!window.mermaid) return;
    all('.mermaid', place => {
      place.dataset.text ??= place.textContent;
      place.textContent = place.dataset.text;
      delete place.dataset.processed;
    });
    mermaid.initialize({ startOnLoad: false, theme: isDark() ? 'dark' : 'neutral', fontFamily: getComputedStyle(document.body).fontFamily });
    await mermaid.run({ querySelector: '.mermaid', suppressErrors: true });
  }

  function colorCode() {
    if (window.hljs) all('code[class^=language-]', place => hljs.getLanguage(place.className.slice(9)) && hljs.highlightElement(place));
  }

  function drawFormulas() {
    if (!window.temml) return;
    all('.math', place => temml.render(place.textContent.trim().replace(/^\\[([]|\\[)\]]$/g, ''), place, { displayMode: place.tagName === 'DIV' }));
  }

  function recolor() {
    all('.plotly.js-plotly-plot', place => Plotly.relayout(place, chartColors(place)));
    drawDiagrams();
  }

  function addCopyButtons() {
    all('.cell', cell => {
      const button = Object.assign(document.createElement('button'), { type: 'button', className: 'copy', textContent: 'Copy' });
      button.addEventListener('click', async () => {
        await navigator.clipboard.writeText(cell.querySelector('code').textContent);
        button.textContent = 'Copied';
        setTimeout(() => button.textContent = 'Copy', 1500);
      });
      cell.append(button);
    });
  }

  // A formula within a line that the line cannot hold scrolls on a line of its own.
  function fitFormulas() {
    all('span.math', place => {
      const line = place.closest('p, li, th, td, dd, h2, h3, blockquote');
      const fit = () => place.classList.toggle('wide', place.firstChild.getBoundingClientRect?.().width > line.clientWidth) ? place.tabIndex = 0 : place.removeAttribute('tabindex');
      if (line) new ResizeObserver(fit).observe(line);
    });
  }

  // What scrolls must be reachable by keyboard, also after a turn of the phone or inside a fold that opens later.
  function watchWidths() {
    const watch = new ResizeObserver(entries => entries.forEach(({ target }) => target.scrollWidth > target.clientWidth ? target.tabIndex = 0 : target.removeAttribute('tabindex')));
    all('.shown, .shown > div, .claims, main table, math[display=block]', block => watch.observe(block));
  }

  function followContents() {
    const links = [...document.querySelectorAll('.contents a')];
    const mark = () => {
      const passed = links.filter(link => document.getElementById(link.hash.slice(1)).getBoundingClientRect().top < 120);
      links.forEach(link => link.classList.toggle('here', link === passed.at(-1)));
    };
    if (links.length) addEventListener('scroll', mark, { passive: true });
  }

  document.addEventListener('DOMContentLoaded', () => {
    document.querySelector('.theme').addEventListener('click', () => {
      root.dataset.theme = isDark() ? 'light' : 'dark';
      store(s => s.setItem('theme', root.dataset.theme));
      recolor();
    });
    systemDark.addEventListener('change', recolor);
    addCopyButtons();
    followContents();
    colorCode();
    drawFormulas();
    fitFormulas();
    drawCharts();
    drawDiagrams();
    watchWidths();
    addEventListener('beforeprint', () => all('details.code', block => block.open = true));
  });
})();
