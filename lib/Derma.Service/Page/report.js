import { el } from './dom.js';
import { get } from './problem.js';

const KINDS = [['pdf', 'Report as PDF'], ['html', 'Report as HTML']];

/** Links to an answer's report, and where a failed download says so. */
export function reportLinks({ id, report }) {
  const status = el('p', { class: 'hint', role: 'status' }, 'One page with the photo, the answer and these texts. The service holds it for some minutes only.');
  const links = KINDS.map(([format, text]) => {
    const link = el('a', { class: 'button', href: `${report}?format=${format}`, download: `derma-report-${id.slice(0, 8)}.${format}` }, text);
    link.addEventListener('click', event => { event.preventDefault(); save(link, status); });
    return link;
  });
  return [el('h3', {}, 'To take along'), el('div', { class: 'row' }, links), status];
}

/** Fetched first: a browser would save the error document of a report that is gone under the report's name. */
async function save(link, status) {
  try {
    const file = URL.createObjectURL(await (await get(link.href)).blob());
    el('a', { href: file, download: link.download }).click();
    setTimeout(() => URL.revokeObjectURL(file), 60_000);
    status.textContent = `${link.textContent} saved.`;
  } catch (problem) {
    status.textContent = problem.status === 404 ? 'The service no longer holds this report. Ask again to get a new one.' : problem.message;
  }
}
