import { SeededRandom } from '../unit/text/seededRandom.js';

const subjects = [
  'pct',
  'ccg',
  'sha',
  'gp-practice',
  'nhs-london',
  'essex-pcts',
  'local-authority',
];
const properties = ['count', 'status', 'budget', 'population', 'saving', 'share'];
const amounts = ['303', '£5bn', '30%', 'at least six', '2.6 million', '~40', 'under way', '1,250'];
const words =
  'the trusts said that plans for fewer bodies would save costs in two years from now on'.split(
    ' ',
  );

/** Sidecars of made-up facts, about `size` characters in all; the same for the same seed. */
export function sidecarSet(size: number, seed: number): readonly string[] {
  const random = new SeededRandom(seed);
  const sidecars: string[] = [];
  for (let written = 0; written < size;) {
    const text = sidecar(random, sidecars.length);
    sidecars.push(text);
    written += text.length;
  }
  return sidecars;
}

function sidecar(random: SeededRandom, number: number): string {
  const lines = [
    `# Facts of ${number}-article.md.`,
    'article:',
    `  title: ${sentence(random)}`,
    '  publisher: pharmafile',
    '  author: null',
    `  published: ${date(random)}`,
    '  basedOn: []',
    'facts:',
  ];
  for (let count = 4 + random.below(24); count > 0; count--) {
    lines.push(...fact(random, count), '');
  }
  return lines.join('\n');
}

function fact(random: SeededRandom, number: number): readonly string[] {
  const sentenceAbout = sentence(random);
  return [
    `  - id: fact-${number}`,
    `    subject: ${random.pick(subjects)}`,
    `    property: ${random.pick(properties)}`,
    `    value: ${random.pick(amounts)}${random.chance(0.1) ? ' # as printed' : ''}`,
    ...(random.chance(0.5) ? ['    place: england'] : []),
    ...(random.chance(0.5) ? [`    asOf: ${date(random)}`] : []),
    ...(random.chance(0.2) ? ['    saidBy: [nhs-london, "a spokesman"]'] : []),
    ...(random.chance(0.3) ? ['    modality: planned'] : []),
    `    quote: ${random.chance(0.2) ? `"${sentenceAbout}: so"` : sentenceAbout}`,
    ...(random.chance(0.1)
      ? ['    note: |', `      ${sentence(random)}`, `      ${sentence(random)}`]
      : []),
  ];
}

function sentence(random: SeededRandom): string {
  return Array.from({ length: 5 + random.below(10) }, () => random.pick(words)).join(' ');
}

function date(random: SeededRandom): string {
  return `20${10 + random.below(10)}-0${1 + random.below(9)}-${10 + random.below(19)}`;
}
