import { Problem, refused, unanswered } from './problem.js';

const TIMEOUT = 60_000;
// The file's own name stays on the device: it may say whose skin it is, or where.
const NEUTRAL_NAME = { 'image/jpeg': 'photo.jpg', 'image/png': 'photo.png' };

/**
 * Sends a photo and gives the service's answer; throws a Problem, or an AbortError where `signal` says so.
 * Not by fetch, which does not tell how much of an upload has left.
 */
export function send(photo, { onProgress, signal }) {
  const form = new FormData();
  form.append('photo', photo, NEUTRAL_NAME[photo.type]);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', 'api/predictions');
    request.setRequestHeader('Accept', 'application/json');
    request.timeout = TIMEOUT;
    request.upload.onprogress = event => onProgress(event.lengthComputable ? event.loaded / event.total : 0);
    request.onload = () => settle(request, resolve, reject);
    request.onerror = () => reject(unanswered(photo.size));
    request.ontimeout = () => reject(new Problem(0, 'The service took more than a minute. Try again later.'));
    request.onabort = () => reject(new DOMException('Cancelled', 'AbortError'));
    signal.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}

function settle(request, resolve, reject) {
  const body = parsed(request.responseText);
  if (request.status === 200 && body) resolve(body);
  else reject(refused(request.status, body, request.getResponseHeader('Retry-After')));
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
