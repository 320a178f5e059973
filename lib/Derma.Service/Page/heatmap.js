import { byId } from './dom.js';

// Viridis from dark violet to yellow, at equal steps: even in lightness, and mostly colours that skin has not.
const COLOURS = [[68, 1, 84], [59, 82, 139], [33, 145, 140], [94, 201, 98], [253, 231, 37]];

/** Value of a grid at a place of the photo, both coordinates from 0 to 1: bilinear between the middles of cells, held beyond them. */
export function heatAt({ width, height, values }, x, y) {
  const [left, right, across] = between(x, width);
  const [top, bottom, down] = between(y, height);
  const along = row => values[row * width + left] * (1 - across) + values[row * width + right] * across;
  return along(top) * (1 - down) + along(bottom) * down;
}

function between(place, cells) {
  const position = Math.min(Math.max(place * cells - 0.5, 0), cells - 1);
  const first = Math.floor(position);
  return [first, Math.min(first + 1, cells - 1), position - first];
}

/** Red, green, blue and opacity, each 0 to 255: what says little is clear, so that the skin stays in sight. */
export function colour(value) {
  const [first, second, share] = between((value * (COLOURS.length - 1) + 0.5) / COLOURS.length, COLOURS.length);
  const mixed = COLOURS[first].map((channel, i) => channel + (COLOURS[second][i] - channel) * share);
  return [...mixed, 255 * Math.min(1, value * 1.25)];
}

/** Fills a canvas with `valueAt(x, y)`. */
function paint(canvas, valueAt) {
  const context = canvas.getContext('2d');
  const image = context.createImageData(canvas.width, canvas.height);
  for (let y = 0, at = 0; y < canvas.height; y++) {
    for (let x = 0; x < canvas.width; x++, at += 4) image.data.set(colour(valueAt((x + 0.5) / canvas.width, (y + 0.5) / canvas.height)), at);
  }
  context.putImageData(image, 0, 0);
}

/** Lays an answer's heat map over the preview, or says that there is none. The grid is over the upright photo, stretched to a square. */
export function showHeat({ heatMap, title }) {
  byId('overlay').hidden = !heatMap;
  byId('no-heat').hidden = Boolean(heatMap);
  if (!heatMap) return;
  paint(byId('heat'), (x, y) => heatAt(heatMap, x, y));
  paint(byId('legend'), x => x);
  byId('heat').setAttribute('aria-label', `Heat map over your photo: strongest ${strongest(heatMap)}`);
  byId('heat-kind').textContent = heatMap.exact
    ? `How much each part speaks for “${title}”: an exact class activation map.`
    : `How much each part speaks for “${title}”: an estimate (Grad-CAM).`;
  byId('heat-on').checked = true;
  apply();
}

export function hideHeat() {
  for (const id of ['heat', 'overlay', 'no-heat']) byId(id).hidden = true;
}

export function watchHeatControls() {
  byId('heat-on').addEventListener('change', apply);
  byId('heat-strength').addEventListener('input', apply);
}

function apply() {
  byId('heat').hidden = !byId('heat-on').checked;
  byId('heat-strength').disabled = !byId('heat-on').checked;
  byId('heat').style.opacity = byId('heat-strength').value / 100;
}

/** Where the highest cell lies, in words. */
function strongest({ width, height, values }) {
  const cell = values.indexOf(Math.max(...values));
  const third = (index, cells, words) => words[Math.floor((index + 0.5) * 3 / cells)];
  const row = third(Math.floor(cell / width), height, ['at the top', 'in the middle', 'at the bottom']);
  const column = third(cell % width, width, [' left', '', ' right']);
  return row + column;
}
