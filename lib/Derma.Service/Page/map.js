import { svg } from './dom.js';

const MIDDLE = 200;
const REACH = 172;
const APART = 25;
const STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20];
const MOST_RINGS = 4;

/** Draws practices around a place: true direction and distance, rings in kilometres, north up. `onPick` receives an index into `items`. */
export function drawMap(map, place, items, onPick) {
  const { step, rings } = scale(Math.max(...items.map(item => item.kilometres)));
  const pixels = REACH / (step * rings);
  const points = items.map(item => position(place, item, pixels));
  const pins = spread(points);
  map.setAttribute('aria-label', `Map of the list: ${items.length} numbered practices around ${place.name}, north up, a ring every ${step} km.`);
  map.replaceChildren(
    ...ringLines(step, rings, pixels, pins), north(), centre(place),
    ...pins.map((pin, index) => leader(points[index], pin)),
    ...pins.map((pin, index) => marker(pin, index, items[index].name, onPick)));
}

/** Marks one practice, on top of its neighbours; -1 marks none. */
export function markPin(map, index) {
  for (const pin of map.querySelectorAll('.pin')) pin.classList.toggle('picked', pin.dataset.index === String(index));
  const picked = map.querySelector('.pin.picked');
  if (picked) map.append(picked);
}

/** Two to four rings of a round width that hold the farthest practice. */
function scale(farthest) {
  const step = STEPS.find(width => farthest <= width * MOST_RINGS) ?? STEPS.at(-1);
  return { step, rings: Math.max(2, Math.ceil(farthest / step)) };
}

/** Azimuthal equidistant: the service's distance, in the direction of the great circle. */
function position(place, item, pixels) {
  const radians = degrees => degrees * Math.PI / 180;
  const [from, to, turn] = [radians(place.latitude), radians(item.latitude), radians(item.longitude - place.longitude)];
  const bearing = Math.atan2(Math.sin(turn) * Math.cos(to), Math.cos(from) * Math.sin(to) - Math.sin(from) * Math.cos(to) * Math.cos(turn));
  return { x: MIDDLE + Math.sin(bearing) * item.kilometres * pixels, y: MIDDLE - Math.cos(bearing) * item.kilometres * pixels };
}

/** Moves pins that would cover each other apart, a little at a time. */
function spread(points) {
  const pins = points.map(point => ({ ...point }));
  for (let round = 0; round < 80; round++) {
    for (let i = 0; i < pins.length; i++) {
      for (let j = 0; j < i; j++) push(pins[i], pins[j], i);
    }
  }
  return pins;
}

function push(one, other, index) {
  // Two at the very same place part in a direction of their own.
  const [dx, dy] = [one.x - other.x || Math.cos(index), one.y - other.y || Math.sin(index)];
  const distance = Math.hypot(dx, dy);
  if (distance >= APART) return;
  const share = (APART - distance) / distance / 4;
  for (const [pin, sign] of [[one, 1], [other, -1]]) {
    pin.x = inside(pin.x + sign * dx * share);
    pin.y = inside(pin.y + sign * dy * share);
  }
}

const inside = value => Math.min(Math.max(value, 14), 2 * MIDDLE - 14);

/** Rings with their distances, written in the direction that pins leave clear. */
function ringLines(step, rings, pixels, pins) {
  const numbers = Array.from({ length: rings }, (_, i) => rings - i);
  const at = (number, angle) => ({ x: MIDDLE + Math.sin(angle) * number * step * pixels, y: MIDDLE + Math.cos(angle) * number * step * pixels });
  const room = angle => Math.min(...numbers.flatMap(number => pins.map(pin => Math.hypot(pin.x - at(number, angle).x, pin.y - at(number, angle).y))));
  const clearest = Array.from({ length: 24 }, (_, i) => i * Math.PI / 12).reduce((best, angle) => room(angle) > room(best) ? angle : best);
  const label = (number, { x, y }) => svg('text', { class: 'distance', x: Math.min(x, 2 * MIDDLE - 20), y: y + 4 }, `${Number((number * step).toFixed(1))} km`);
  return [
    ...numbers.map(number => svg('circle', { class: 'ring', cx: MIDDLE, cy: MIDDLE, r: number * step * pixels })),
    ...numbers.map(number => label(number, at(number, clearest))),
  ];
}

const north = () => svg('g', { class: 'north', transform: 'translate(376 30)' },
  svg('path', { d: 'M0-18 7 6 0 1-7 6z' }), svg('text', { y: 20 }, 'N'));

const centre = place => svg('g', { class: 'centre', transform: `translate(${MIDDLE} ${MIDDLE})` },
  svg('circle', { r: 5 }), svg('path', { d: 'M-11 0h22M0-11v22' }), svg('title', {}, place.name));

const leader = (point, pin) => svg('g', { class: 'leader' },
  svg('path', { d: `M${point.x} ${point.y}L${pin.x} ${pin.y}` }), svg('circle', { cx: point.x, cy: point.y, r: 2 }));

function marker(pin, index, name, onPick) {
  const group = svg('g', { class: 'pin', 'data-index': index, transform: `translate(${pin.x.toFixed(1)} ${pin.y.toFixed(1)})` },
    svg('circle', { class: 'reach', r: 20 }), svg('circle', { r: 11.5 }), svg('text', { y: 4 }, index + 1), svg('title', {}, name));
  group.addEventListener('click', () => onPick(index));
  return group;
}
