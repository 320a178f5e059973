import { showAnswer, showCondition, spoken } from './answer.js';
import { byId, reveal } from './dom.js';
import { startFinder } from './finder.js';
import { hideHeat, showHeat, watchHeatControls } from './heatmap.js';
import { preview, refusal, watchForPhotos } from './photo.js';
import { getJson } from './problem.js';
import { send } from './upload.js';

// What of the page each state shows.
const STATES = {
  empty: ['drop', 'intro'],
  refused: ['drop', 'intro', 'problem'],
  ready: ['preview', 'choices', 'intro'],
  sending: ['preview', 'sending'],
  failed: ['preview', 'choices', 'intro', 'problem'],
  answered: ['preview', 'choices', 'answer'],
};
const CHANGING = [...new Set(Object.values(STATES).flat())];

let photo = null;
let request = null;
let countdown = 0;

function enter(state) {
  document.body.dataset.state = state;
  reveal(CHANGING, STATES[state]);
  clearTimeout(countdown);
  byId('condition').hidden = true;
  byId('ask').hidden = state !== 'ready';
  byId('photo').setAttribute('aria-busy', state === 'sending');
  if (state !== 'answered') hideHeat();
}

/** Tells a screen reader, once. */
function say(text) {
  if (byId('say').textContent !== text) byId('say').textContent = text;
}

async function take(file) {
  request?.abort();
  photo = file;
  const reason = refusal(file);
  const shows = !reason && await preview(file);
  if (photo !== file) return;
  if (!shows) return refuse(reason ?? 'This file does not open as a photo. Choose another one.');
  enter('ready');
  say('Photo chosen.');
  byId('ask').focus();
}

function refuse(reason) {
  enter('refused');
  byId('problem-text').textContent = reason;
  byId('retry').hidden = true;
  byId('file').focus();
}

async function ask() {
  const mine = request = new AbortController();
  const started = performance.now();
  enter('sending');
  progress(0);
  byId('cancel').focus();
  try {
    const answer = await send(photo, { onProgress: progress, signal: mine.signal });
    if (request === mine) answered(answer, performance.now() - started);
  } catch (problem) {
    if (request === mine && !mine.signal.aborted) failed(problem);
  }
}

function progress(share) {
  const sent = share >= 1;
  byId('progress-text').textContent = sent ? 'The network looks at it' : 'Sending the photo';
  if (sent) byId('progress').removeAttribute('value');
  else byId('progress').value = share;
  say(sent ? 'The network looks at the photo.' : 'Sending the photo.');
}

function cancel() {
  request?.abort();
  enter('ready');
  say('Cancelled.');
  byId('ask').focus();
}

function answered(answer, elapsed) {
  enter('answered');
  showAnswer(answer, elapsed);
  showCondition(answer);
  showHeat(answer);
  byId('drawings').hidden = !answer.model.synthetic;
  say(spoken(answer));
  byId('answer-title').focus();
}

function failed(problem) {
  enter('failed');
  byId('problem-text').textContent = problem.message;
  byId('retry').hidden = problem.final;
  say('');
  if (problem.final) byId('other').focus();
  else wait(problem.wait);
}

/** Offers the retry once the service's waiting time is over. */
function wait(seconds) {
  const retry = byId('retry');
  retry.disabled = seconds > 0;
  retry.textContent = seconds > 0 ? `Try again in ${seconds} s` : 'Try again';
  if (seconds <= 0) return retry.focus();
  countdown = setTimeout(() => wait(seconds - 1), 1000);
}

/** What the service says of itself: whether it learnt from drawings and whether it keeps photos. */
async function introduce() {
  const health = await getJson('healthz').catch(() => ({}));
  if (health.synthetic) byId('drawings').hidden = false;
  if (health.keepsPhotos) byId('keeps').textContent = 'This service was started to keep photos: yours is stored on it, without name, place or date, beside the answer.';
}

watchForPhotos(take);
watchHeatControls();
byId('ask').addEventListener('click', ask);
byId('retry').addEventListener('click', ask);
byId('cancel').addEventListener('click', cancel);
byId('other').addEventListener('click', () => byId('file').click());
startFinder();
introduce();
