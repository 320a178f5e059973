import { byId, el, percent } from './dom.js';
import { reportLinks } from './report.js';

const TOP = 5;
const WORDS = [[0.95, 'almost certain'], [0.8, 'fairly sure'], [0.6, 'leaning towards it'], [0, 'only a weak preference']];
const NETWORKS = {
  mobilenet_v3_large: 'MobileNetV3 (large)', mobilenet_v3_small: 'MobileNetV3 (small)', densenet121: 'DenseNet121', efficientnet_b3: 'EfficientNet-B3',
};

/** Confidence in words, as the network would say it. */
export const inWords = confidence => WORDS.find(([from]) => confidence >= from)[1];

/** One sentence for the status line. */
export const spoken = answer => answer.sure
  ? `Answer: ${answer.title}, ${percent(answer.confidence)}, ${inWords(answer.confidence)}.`
  : `Answer: not sure. Likeliest is ${answer.title}, ${percent(answer.confidence)}.`;

/** Fills the answer; `elapsed` is what the person waited, in milliseconds. */
export function showAnswer(answer, elapsed) {
  byId('answer').replaceChildren(
    ...verdict(answer),
    ...(answer.model.synthetic ? [drawings(answer.model)] : []),
    ...warnings(answer.warnings),
    el('h3', {}, 'Likeliest conditions'),
    bars(answer.classes.slice(0, TOP)),
    ...others(answer.classes.slice(TOP)),
    ...votes(answer),
    ...reportLinks(answer),
    el('p', { class: 'hint' }, answer.notice),
    small(answer, elapsed));
}

function verdict({ sure, title, confidence }) {
  const heading = el('h2', { id: 'answer-title', tabIndex: -1 }, sure ? title : 'Not sure');
  const words = sure ? inWords(confidence) : `for ${title}, the likeliest: too little to call it an answer`;
  return [
    el('p', { class: 'eyebrow' }, sure ? 'The network says' : 'The network is'),
    heading,
    el('p', { class: sure ? 'confidence' : 'confidence unsure' }, el('strong', {}, percent(confidence)), ' ', el('span', {}, words)),
  ];
}

const drawings = ({ trainedOn }) => el('p', { class: 'message' },
  el('strong', {}, 'Learnt from drawings. '), `Trained on: ${trainedOn}. What it says about a real photo means nothing.`);

const warnings = list => list.length === 0 ? [] : [
  el('h3', {}, 'About the photo'),
  el('ul', { class: 'warnings' }, list.map(({ text }) => el('li', {}, text))),
];

const bars = classes => el('ol', { class: 'bars' }, classes.map(({ title, probability }) => {
  const bar = el('i');
  bar.style.width = `${Math.max(0.4, probability * 100)}%`;
  return el('li', {}, el('span', {}, title), el('b', {}, percent(probability)), el('span', { class: 'track', ariaHidden: 'true' }, bar));
}));

const others = rest => rest.length === 0 ? [] : [
  el('details', {}, el('summary', {}, `All ${TOP + rest.length} classes`), bars(rest)),
];

function votes({ members, model, title }) {
  const names = Object.keys(members);
  if (names.length === 0) return [];
  const row = name => el('tr', {},
    el('th', { scope: 'row' }, NETWORKS[name] ?? name),
    el('td', {}, members[name], members[name] !== title && el('span', { class: 'differs' }, ' differs')),
    el('td', {}, model.networks[name]));
  const head = el('tr', {}, ['Network', 'Says', 'Weight'].map(text => el('th', { scope: 'col' }, text)));
  return [el('h3', {}, 'Each network by itself'), el('table', { class: 'votes' }, el('thead', {}, head), el('tbody', {}, names.map(row)))];
}

const POLICIES = {
  single: 'One network answered. ', vote: 'All networks answered together. ', distilled: 'One small network answered, which learnt from a vote. ',
};

function answeredBy({ policy, answeredBy }) {
  if (policy !== 'cascade') return POLICIES[policy] ?? '';
  return answeredBy ? `${NETWORKS[answeredBy] ?? answeredBy} was sure enough to answer alone. ` : 'All networks answered, since the first alone was not sure enough. ';
}

function small({ model, timings, ...answer }, elapsed) {
  const ms = value => `${Math.round(value)} ms`;
  return el('p', { class: 'small' },
    answeredBy(answer),
    `${model.title}, ${model.imageSize} × ${model.imageSize} pixels, version ${model.version}, run ${model.run}. `,
    `Reading the photo ${ms(timings.decodeMs)}, waiting ${ms(timings.queueMs)}, network ${ms(timings.modelMs)}, `,
    `in all ${ms(timings.totalMs)}; with the way there and back ${ms(elapsed)}.`);
}

const PARTS = [['nextSteps', 'Next steps'], ['treatments', 'Usual treatments'], ['prevention', 'Prevention'], ['dailyLife', 'Daily life'], ['sources', 'Sources']];

/** Fills what is known about the condition; hides it where nothing is written. */
export function showCondition({ condition, sure }) {
  byId('condition').hidden = !condition;
  if (!condition) return;
  const parts = PARTS.filter(([key]) => condition[key]?.length).map(([key, title], index) => el('details', { open: index === 0 && sure },
    el('summary', {}, title), el('ul', {}, condition[key].map(line => el('li', {}, line)))));
  byId('condition').replaceChildren(
    el('h2', { id: 'condition-title' }, `About ${condition.title}`),
    el('p', {}, condition.description),
    ...parts,
    el('p', { class: 'hint' }, 'General information, not reviewed by a doctor and not about you. ', el('a', { href: '#nearby' }, 'Find a dermatologist')));
}
