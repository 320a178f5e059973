// What went wrong, as one sentence for the person in front of the page.

const OWN = {
  0: 'The service cannot be reached. Check the connection and try again.',
  404: 'This is no longer there.',
  408: 'The photo took too long to arrive. A smaller photo or a better connection helps.',
  413: 'This photo is too large for the service. Send a smaller copy of it.',
  415: 'The service reads JPEG and PNG photos only. Save yours as one of them and try again.',
  422: 'The service cannot read this photo. Try another one.',
  502: 'The directory of dermatologists does not answer. Try again later.',
  503: 'The service is not ready or about to stop. Try again in a minute.',
};
// Here the service knows better what is wrong with the request, and says it in a sentence for people.
const SAID_BY_SERVICE = [400, 415, 422];
// The same photo would be refused again.
const FINAL = [400, 413, 415, 422];
const LARGE = 8e6;

export class Problem extends Error {
  /** @param status HTTP status, 0 where no answer came; @param wait seconds to wait before a retry. `final` tells that none will help. */
  constructor(status, message, wait = 0) {
    super(message);
    Object.assign(this, { status, wait, final: FINAL.includes(status) });
  }
}

/** From an answer that is no success; `body` is its problem document or null, `retryAfter` the header of that name. */
export function refused(status, body, retryAfter) {
  const wait = seconds(retryAfter);
  if (status === 429) {
    const why = body?.code === 'too-many-requests' ? 'You asked very often.' : 'Many photos are waiting for the network.';
    return new Problem(status, `${why} Wait ${counted(wait || 1, 'second')}, then try again.`, wait || 1);
  }
  const said = SAID_BY_SERVICE.includes(status) && typeof body?.detail === 'string' && body.detail;
  return new Problem(status, said || OWN[status] || 'Something went wrong in the service. Try again.', wait);
}

/** From a request that got no answer at all; `bytes` is the size of what was sent. */
export function unanswered(bytes = 0) {
  if (!navigator.onLine) return new Problem(0, 'This device is offline. Try again when it has a connection.');
  return new Problem(0, bytes > LARGE ? 'The connection broke while the photo was sent. A smaller copy of it may get through.' : OWN[0]);
}

/** Fetches JSON; throws a Problem, or an AbortError where `signal` says so. */
export async function getJson(address, signal) {
  const response = await get(address, signal);
  return response.json();
}

/** Fetches; throws like getJson. */
export async function get(address, signal) {
  let response;
  try {
    response = await fetch(address, { signal });
  } catch (error) {
    throw error.name === 'AbortError' ? error : unanswered();
  }
  if (response.ok) return response;
  throw refused(response.status, await response.json().catch(() => null), response.headers.get('Retry-After'));
}

export const counted = (number, noun) => `${number} ${noun}${number === 1 ? '' : 's'}`;

function seconds(retryAfter) {
  if (!retryAfter) return 0;
  const number = Number(retryAfter);
  const wait = Number.isNaN(number) ? (Date.parse(retryAfter) - Date.now()) / 1000 : number;
  return Math.max(0, Math.ceil(wait || 0));
}
