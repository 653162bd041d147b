import type { Files } from './world.js';

/** What pairs are about: two places, two speakers, two properties of each kind. */
const register = `organisations:
  pct: {name: Primary care trusts}
  nhs-trust: {name: NHS trusts}
  ministry: {name: Ministry of Health}
  union: {name: Health Union}
people:
  ann: {name: Ann Other}
places:
  england: {name: England}
  london: {name: London}
properties:
  members: {type: quantity, integer: true}
  length: {type: duration}
  plan: {type: text}
  owner: {type: entity}
  opened: {type: date}
  closed: {type: boolean}
  offices: {type: quantity, single: false}
`;

/** An article with its facts. */
export interface Side {
  /** Lines of front matter: `published: 2010`. */
  readonly front?: string;
  /** One fact each: keys after `subject: pct, property: count`, separated by ` ; `. */
  readonly facts: readonly string[];
}

/** An article published in July 2010, with these facts. */
export function dated(...facts: readonly string[]): Side {
  return { front: 'published: 2010-07-12', facts };
}

/** An article without any date. */
export function undated(...facts: readonly string[]): Side {
  return { facts };
}

/** The files of articles `a`, `b`, …, with the register and more lines for it. */
export function filesOf(sides: readonly Side[], more = ''): Files {
  const files: Record<string, string> = { 'register.facts.yaml': register + more };
  for (const [index, { front, facts }] of sides.entries()) {
    const name = String.fromCharCode('a'.charCodeAt(0) + index);
    files[`${name}.md`] = `${front === undefined ? '' : `---\n${front}\n---\n`}Words.\n`;
    files[`${name}.facts.yaml`] = `facts:\n${facts.map(factText).join('')}`;
  }
  return files;
}

function factText(keys: string): string {
  const lines = keys.split(' ; ');
  const has = (key: string): boolean => lines.some((line) => line.startsWith(`${key}:`));
  const all = [
    ...(has('subject') ? [] : ['subject: pct']),
    ...(has('property') ? [] : ['property: count']),
    ...lines,
  ];
  return `  - ${all.join('\n    ')}\n`;
}
