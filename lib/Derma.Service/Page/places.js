import { byId, el } from './dom.js';
import { getJson } from './problem.js';

const PAUSE = 180;

/** A text box that proposes towns while one types: the combobox pattern of the ARIA guide, with a list. */
export class PlaceBox {
  #input = byId('place');
  #list = byId('places');
  #places = [];
  #active = -1;
  #timer = 0;
  #request = null;

  /** @param onChoose receives the place; @param onProblem a Problem of a look-up. */
  constructor(onChoose, onProblem) {
    Object.assign(this, { onChoose, onProblem });
    this.#input.addEventListener('input', () => this.#typed());
    this.#input.addEventListener('keydown', event => this.#key(event));
    this.#input.addEventListener('blur', () => this.#close());
    // Before the click, which would come after the blur that closes the list.
    this.#list.addEventListener('pointerdown', event => event.preventDefault());
    this.#list.addEventListener('click', event => this.#choose(this.#places[event.target.closest('li')?.dataset.index]));
  }

  get text() { return this.#input.value.trim(); }

  set text(value) { this.#input.value = value; }

  focus() { this.#input.focus(); }

  /** Takes the active proposal, or the first one for what is typed; false where there is none. */
  async accept() {
    const active = this.#places[this.#active];
    if (active) return this.#choose(active);
    await this.#lookUp();
    return this.#choose(this.#places[0]);
  }

  #typed() {
    clearTimeout(this.#timer);
    this.#close();
    this.#timer = setTimeout(async () => { if (await this.#lookUp()) this.#open(); }, PAUSE);
  }

  async #lookUp() {
    clearTimeout(this.#timer);
    this.#request?.abort();
    this.#places = [];
    if (!this.text) return false;
    const mine = this.#request = new AbortController();
    try {
      const { items } = await getJson(`api/places?q=${encodeURIComponent(this.text)}`, mine.signal);
      this.#places = items;
      return true;
    } catch (problem) {
      if (!mine.signal.aborted) this.onProblem(problem);
      return false;
    }
  }

  #open() {
    this.#list.replaceChildren(...this.#places.map(({ name }, index) =>
      el('li', { id: `place-${index}`, role: 'option', ariaSelected: 'false', 'data-index': index }, name)));
    if (this.#places.length === 0) this.#list.append(el('li', { role: 'option', ariaDisabled: 'true' }, 'No such town in the list'));
    this.#expand(true);
  }

  #close() {
    this.#mark(-1);
    this.#expand(false);
  }

  #expand(expanded) {
    this.#list.hidden = !expanded;
    this.#input.ariaExpanded = String(expanded);
  }

  #key(event) {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps && this.#places.length > 0) {
      event.preventDefault();
      if (this.#list.hidden) this.#open();
      const { length } = this.#places;
      this.#mark(this.#active < 0 && steps[event.key] < 0 ? length - 1 : (this.#active + steps[event.key] + length) % length);
    } else if (event.key === 'Escape') {
      if (this.#list.hidden) this.text = '';
      this.#close();
    }
  }

  #mark(index) {
    this.#active = index;
    for (const option of this.#list.children) option.ariaSelected = String(option.dataset.index === String(index));
    if (index < 0) return this.#input.removeAttribute('aria-activedescendant');
    this.#input.setAttribute('aria-activedescendant', `place-${index}`);
    this.#list.children[index].scrollIntoView({ block: 'nearest' });
  }

  #choose(place) {
    if (!place) return false;
    this.text = place.name;
    this.#close();
    this.onChoose(place);
    return true;
  }
}
