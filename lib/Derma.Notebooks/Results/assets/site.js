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
  const wrap = (text, width, size) => text.split('<br>').map(line => line.replace(new RegExp(`(.{1,${Math.max(12, Math.floor(width / size / 0.6))}})( |$)`, 'g'), '$1<br>').replace(/(<br>)+$/, '')).join('<br>');
  const lines = text => text.split('<br>').length;

  // What a figure says of itself: its title and legend above, its notes below. Where they need more room than it gave them, the chart grows.
  async function fitChart(place) {
    const [given, width] = [place.given ??= structuredClone(place.layout), place.clientWidth];
    if (!width || width === place.fitted || given.title?.yref !== 'paper') return;
    place.fitted = width;
    const [size, isNarrow, left] = [given.title.font?.size ?? 16, width < 560, place._fullLayout._size.l];
    const title = wrap(given.title.text ?? '', width - 12, size);
    const notes = (given.annotations ?? []).map(note => note.xref === 'paper' && !note.showarrow ? { ...note, text: wrap(note.text, width - left - 6, note.font?.size ?? 12) } : note);
    const more = Math.max(0, ...notes.map((note, index) => (lines(note.text) - lines(given.annotations[index].text)) * 1.35 * (note.font?.size ?? 12)));
    const patch = { 'title.text': title, 'title.x': isNarrow ? 0 : given.title.x, 'title.xref': isNarrow ? 'container' : given.title.xref, legend: given.legend ?? {} };
    if (isNarrow) patch.legend = { ...patch.legend, orientation: 'h', x: 0, xanchor: 'left', y: 1.02, yanchor: 'bottom', tracegroupgap: 0 };
    if (notes.length > 0) patch.annotations = notes.map(note => note.yshift < 0 ? { ...note, yshift: note.yshift - more } : note);
    await Plotly.relayout(place, patch);
    // A taller chart may let its legend grow, so the room for it is measured again.
    for (let round = 0, before = -1; round < 3; round++) {
      const legend = patch.legend.orientation === 'h' ? place.querySelector('.legend .bg')?.getBoundingClientRect().height ?? 0 : 0;
      if (legend === before) return;
      before = legend;
      const pad = Math.max(legend + 20, legend > 0 ? given.title.pad?.b ?? 0 : 12) + (lines(title) - 1) * 1.3 * size;
      const top = Math.max(given.margin?.t ?? 0, pad + 1.3 * size + 8);
      const height = (given.height ?? 450) + top - (given.margin?.t ?? 0) + more;
      place.style.minHeight = height + 'px';
      await Plotly.relayout(place, { 'title.pad.b': pad, 'margin.t': top, 'margin.b': (given.margin?.b ?? 56) + more, height });
    }
  }
  const fit = new ResizeObserver(entries => entries.forEach(({ target }) => fitChart(target)));
  function followWidth(place) {
    if (place.querySelector('.main-svg')) fit.observe(place);
    else setTimeout(followWidth, 200, place);
  }

  async function drawChart(place) {
    const source = place.querySelector('script');
    if (!source || !window.Plotly) return;
    const figure = JSON.parse(source.textContent);
    source.remove();
    if (place.classList.contains('small')) {
      const bare = Object.fromEntries(Object.keys(figure.layout || {}).concat('xaxis', 'yaxis').filter(key => /^[xy]axis/.test(key)).map(key => [key, { ...figure.layout[key], visible: false, title: undefined }]));
      const sides = { l: 12, r: 12, t: 12, b: 12 };
      await Plotly.newPlot(place, figure.data.map(trace => ({ ...trace, showscale: false, texttemplate: '' })), { ...figure.layout, ...bare, title: undefined, annotations: [], showlegend: false, margin: sides, width: undefined, height: undefined, autosize: true }, { staticPlot: true });
      return void Plotly.relayout(place, chartColors(place));
    }
    const height = figure.layout && figure.layout.height;
    if (height) place.style.minHeight = height + 'px';
    await Plotly.newPlot(place, figure.data, { ...figure.layout, autosize: true }, { responsive: true, displaylogo: false, ...figure.config });
    await Plotly.relayout(place, chartColors(place));
    followWidth(place);
  }
  function drawCharts() {
    const watch = new IntersectionObserver(entries => entries.filter(entry => entry.isIntersecting).forEach(entry => {
      watch.unobserve(entry.target);
      drawChart(entry.target);
    }), { rootMargin: '800px' });
    all('.plotly', place => watch.observe(place));
    all('.derma-chart', followWidth);
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

  function drawFormulas() {
    if (!window.temml) return;
    all('.math', place => temml.render(place.textContent.trim().replace(/^\\[([]|\\[)\]]$/g, ''), place, { displayMode: place.tagName === 'DIV' }));
  }

  function recolor() {
    all('.js-plotly-plot', place => Plotly.relayout(place, chartColors(place)));
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
    const watch = new ResizeObserver(entries => entries.forEach(({ target }) => scrolls(target) ? target.tabIndex = 0 : target.removeAttribute('tabindex')));
    const scrolls = block => block.scrollWidth > block.clientWidth || block.scrollHeight > block.clientHeight + 1;
    all('.shown, .shown > div, .dni-plaintext pre, .mermaid, .text > pre, .claims, main table, math[display=block]', block => watch.observe(block));
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
    drawFormulas();
    fitFormulas();
    drawCharts();
    drawDiagrams();
    watchWidths();
    addEventListener('beforeprint', () => all('details.code', block => block.open = true));
  });
})();
