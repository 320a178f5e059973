import { byId, el } from './dom.js';
import { drawMap, markPin } from './map.js';
import { PlaceBox } from './places.js';
import { counted, getJson } from './problem.js';

const PAGE = 10;
const RADII = [5, 10, 25, 50];
const HERE = 'your position';

let place = null;
let items = [];
let next = null;
let request = null;
let box;

/** Makes the search for dermatologists work. */
export function startFinder() {
  box = new PlaceBox(chosen => search(chosen), failed);
  byId('find').addEventListener('submit', submit);
  byId('radius').addEventListener('change', repeat);
  byId('open').addEventListener('change', repeat);
  byId('more').addEventListener('click', more);
  byId('locate').addEventListener('click', locate);
}

async function submit(event) {
  event.preventDefault();
  if (!box.text) {
    if (place?.name === HERE) return search(place);
    failed({ message: 'Type a town, or use your position.' });
    return box.focus();
  }
  if (place && box.text === place.name) return search(place);
  if (!await box.accept() && byId('find-problem').hidden) failed({ message: `“${box.text}” is not among the towns of the list. Try a larger one nearby.` });
}

const repeat = () => place && search(place);

function locate() {
  if (!navigator.geolocation || !window.isSecureContext) return withoutPosition('The browser gives a position to secure pages only.');
  byId('locate').setAttribute('aria-busy', 'true');
  tell('Asking the browser for the position …');
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => { located(); box.text = ''; search({ name: HERE, latitude: rounded(coords.latitude), longitude: rounded(coords.longitude) }); },
    error => { located(); withoutPosition(error.code === error.PERMISSION_DENIED ? 'The browser was not allowed to give the position.' : 'The browser could not find the position.'); },
    { timeout: 15_000, maximumAge: 300_000 });
}

const located = () => byId('locate').removeAttribute('aria-busy');

/** Three decimals are about 100 m: enough for a distance in kilometres, too little for a door. */
const rounded = degrees => Number(degrees.toFixed(3));

function withoutPosition(reason) {
  failed({ message: `${reason} Type a town instead.` });
  box.focus();
}

async function search(chosen) {
  place = chosen;
  [items, next] = [[], null];
  if (!await load(null)) return;
  tell(items.length === 0 ? nothing() : `${counted(items.length, 'practice')}${next ? ', the nearest,' : ''} within ${byId('radius').value} km of ${place.name}${filter()}.`);
  if (items.length === 0) offerWider();
}

const filter = () => byId('open').checked ? ', open now' : '';
const nothing = () => `No practice${filter()} within ${byId('radius').value} km of ${place.name}. `;

function offerWider() {
  const wider = RADII.find(radius => radius > byId('radius').value);
  if (!wider) return;
  const button = el('button', { type: 'button', class: 'button' }, `Look within ${wider} km`);
  button.addEventListener('click', () => { byId('radius').value = wider; byId('radius').focus(); search(place); });
  byId('found').append(button);
}

async function more() {
  const first = items.length;
  if (!await load(next)) return;
  tell(`${counted(items.length - first, 'practice')} more, ${items.length} in all.`);
  byId('practices').children[first]?.querySelector('button').focus();
}

/** Gets one page and shows all there is; false where that failed or a newer search began. */
async function load(page) {
  request?.abort();
  const mine = request = new AbortController();
  byId('find-problem').hidden = true;
  try {
    const query = new URLSearchParams({ lat: place.latitude, lon: place.longitude, radius: byId('radius').value, pageSize: PAGE });
    if (byId('open').checked) query.set('openNow', 'true');
    if (page) query.set('page', page);
    const found = await getJson(`api/dermatologists?${query}`, mine.signal);
    items.push(...found.items);
    next = found.next;
    show(found);
    return true;
  } catch (problem) {
    if (!mine.signal.aborted) failed(problem, page ? more : repeat);
    return false;
  }
}

function tell(text) {
  byId('find-problem').hidden = true;
  byId('found').textContent = text;
}

function failed({ message, status }, again) {
  const retry = again && status !== undefined && el('button', { type: 'button', class: 'button' }, 'Try again');
  if (retry) retry.addEventListener('click', again);
  byId('found').textContent = '';
  byId('find-problem').replaceChildren(el('p', {}, message), ...(retry ? [retry] : []));
  byId('find-problem').hidden = false;
}

function show({ source, sampleData }) {
  byId('results').hidden = items.length === 0;
  byId('sample').hidden = !sampleData;
  byId('source').textContent = `Source: ${source}`;
  byId('more').hidden = !next;
  byId('practices').replaceChildren(...items.map((item, index) => practice(item, index, sampleData)));
  if (items.length > 0) drawMap(byId('map'), place, items, index => { pick(index); entry(index).querySelector('button').focus(); });
}

const entry = index => byId('practices').children[index];

/** Marks a practice in the list and on the map. */
function pick(index) {
  const again = entry(index).classList.contains('picked');
  for (const [i, item] of [...byId('practices').children].entries()) {
    item.classList.toggle('picked', i === index && !again);
    item.querySelector('button').ariaPressed = String(i === index && !again);
  }
  markPin(byId('map'), again ? -1 : index);
}

const OPEN = new Map([[true, ['open', 'Open now']], [false, ['shut', 'Closed now']], [null, ['', 'Hours unknown']]]);

function practice({ name, address, kilometres, certification, openNow, phone, website }, index, sample) {
  const number = el('button', { type: 'button', class: 'number', ariaPressed: 'false', ariaLabel: `${index + 1}: mark ${name} on the map` }, `${index + 1}`);
  number.addEventListener('click', () => pick(index));
  const [kind, hours] = OPEN.get(openNow ?? null);
  return el('li', {}, number, el('div', {},
    el('h3', {}, name),
    el('p', {}, el('b', {}, distance(kilometres)), address && ` · ${address}`),
    el('p', { class: 'facts' }, el('span', { class: `hours ${kind}` }, hours), el('span', {}, `Certification: ${certification}`)),
    (phone || website) && el('p', { class: 'contacts' }, phone && contact(phone, `tel:${phone.replace(/[^+\d]/g, '')}`, sample),
      website && contact(website.replace(/^https?:\/\/|\/$/g, ''), website, sample))));
}

const distance = kilometres => kilometres < 1 ? `${Math.round(kilometres * 100) * 10} m` : `${kilometres.toFixed(1)} km`;

/** A link, but plain text where the practice is invented or the address is of no kind that a link should have. */
const contact = (text, address, sample) => sample || !/^(tel:|https?:)/.test(address)
  ? el('span', {}, text)
  : el('a', { href: address, rel: 'noopener noreferrer', target: address.startsWith('tel:') ? '' : '_blank' }, text);
