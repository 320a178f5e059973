// Small steps that every part of the page takes.

const SVG = 'http://www.w3.org/2000/svg';

export const byId = id => document.getElementById(id);

/** An element; names that are no properties of it become attributes. Children that are null or false are left out. */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in element) element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

/** An element of a drawing. */
export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Shows what is named in `shown` and hides the rest of `all`; both hold ids. */
export function reveal(all, shown) {
  for (const id of all) byId(id).hidden = !shown.includes(id);
}

/** A probability for a reader; never 0 % or 100 % for what is neither. */
export function percent(share) {
  const whole = Math.round(share * 100);
  const bound = whole === 0 && share > 0 ? '< 1' : whole === 100 && share < 1 ? '> 99' : whole;
  return `${bound} %`.replaceAll(' ', '\u00a0');
}

export function megabytes(bytes) {
  return bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
