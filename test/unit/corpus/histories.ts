import { step, type Step } from './steps.js';

function fact(keys: string): string {
  return `facts: [{subject: pct, property: count, value: 1, ${keys}}]\n`;
}

/** What went wrong once. Only the last text of each file may count. */
export const histories: Readonly<Record<string, readonly Step[]>> = {
  'an article that a misspelt reference meant is added': [
    step('a.facts.yaml', fact('supersedes: fooo#x')),
    step('foo.facts.yaml', fact('note: None.')),
  ],
  'an article that a misspelt reference meant is removed': [
    step('foo.facts.yaml', fact('note: None.')),
    step('a.facts.yaml', fact('supersedes: fooo#x')),
    step('foo.facts.yaml'),
  ],
  'an article that a misspelt `basedOn` meant is added': [
    step('a.md', 'Words.\n'),
    step('a.facts.yaml', 'article: {basedOn: [fooo]}\n'),
    step('foo.md', 'Words.\n'),
  ],
  'a name behind an alias is changed': ['One', 'Two'].flatMap((name) => [
    step('r.facts.yaml', `organisations:\n  base: &b {name: ${name}}\n  pct: *b\n`),
    step('a.facts.yaml', fact('asOf: 2001')),
    step('b.facts.yaml', fact('asOf: 2001, polarity: negative')),
    step('r.facts.yaml', `organisations:\n  base: &b {name: ${name}}\n  pct: *b\n`),
  ]),
  'an event behind an alias moves in time': [
    step('r.facts.yaml', 'x: &b {type: merger, subject: pct, date: 1990}\nevents: {e: *b}\n'),
    step('a.facts.yaml', fact('asOf: 2001')),
    step('b.facts.yaml', fact('asOf: 2004, polarity: negative')),
    step('r.facts.yaml', 'x: &b {type: merger, subject: pct, date: 2002}\nevents: {e: *b}\n'),
  ],
  'an id moves to a key that does not take it': [
    step('r.facts.yaml', 'organisations: {pct: {name: P}}\nplaces: {england: {name: England}}\n'),
    step('a.facts.yaml', fact('place: england')),
    step('a.facts.yaml', fact('saidBy: england')),
  ],
  'a fact whose quote is not found moves': [
    step('a.md', 'All 1 trust.\n'),
    ...['x', 'longer'].map((note) =>
      step(
        'a.facts.yaml',
        `facts:\n  - {subject: pct, note: ${note}}\n  - {subject: pct, quote: elsewhere}\n`,
      ),
    ),
  ],
  'an article comes in a second form': [
    step('a.facts.yaml', fact('quote: 1 trust')),
    step('b.facts.yaml', fact('supersedes: a#1')),
    step('a.md', 'All 1 trust.\n'),
    step('a.txt', 'All 1 trust.\n'),
  ],
};

const trusts = step(
  'r.facts.yaml',
  'organisations: {pct: {name: trusts, dissolved: 2013}}\nplaces: {england: {name: England}}\n',
);
const draft = step('draft.md', '---\npublished: 2010-07\n---\nSo all 151 trusts save.\n');

function merger(after: number): string {
  return `events: {e: {type: merger, subject: pct, property: count, after: ${after}, date: 2006-10}}\n`;
}

/** A list of three members, of which a fact counts two. */
const group =
  'organisations:\n  g: {name: G, kind: group, members: [m, n, o]}\n  m: {name: M}\n  n: {name: N}\n  o: {name: O}\n';

/** Each ends in a change of one file that changes what is found in another. */
export const dependencies: Readonly<Record<string, readonly Step[]>> = {
  'a definition that only moves, and what points to it': [
    step('r.facts.yaml', group),
    step('a.facts.yaml', 'facts: [{subject: g, property: count, value: 2, asOf: 2010}]\n'),
    step('r.facts.yaml', `# One more line.\n${group}`),
  ],
  'a figure in an article and a fact': ['151', '152'].reduce<readonly Step[]>(
    (taken, value) => [
      ...taken,
      step(
        'a.facts.yaml',
        `article: {published: 2010-06}\nfacts: [{subject: pct, property: count, value: ${value}}]\n`,
      ),
    ],
    [trusts, draft],
  ),
  'a figure in an article and an event': [
    trusts,
    draft,
    step('e.facts.yaml', merger(151)),
    step('e.facts.yaml', merger(152)),
  ],
  'a figure in an article and an event in what becomes a draft': [
    trusts,
    draft,
    step('e.md', 'Words.\n'),
    step('e.facts.yaml', merger(152)),
    step('e.md', '---\nstatus: draft\n---\nWords.\n'),
  ],
  'a definition and its only use': [
    trusts,
    step('a.facts.yaml', fact('asOf: 2005')),
    step('a.facts.yaml'),
  ],
  'a definition and its only use as a value': [
    step('r.facts.yaml', 'people: {ann: {name: Ann}}\nproperties: {owner: {type: entity}}\n'),
    step('a.facts.yaml', 'facts: [{subject: pct, property: owner, value: ann}]\n'),
    step('a.facts.yaml', 'facts: [{subject: pct, property: owner, value: bob}]\n'),
  ],
  'a definition and its only mention': [
    trusts,
    step('a.md', 'So all trusts of England.\n'),
    step('a.md', 'So all of them.\n'),
  ],
  'a place that becomes part of another': ['', ', partOf: england'].reduce<readonly Step[]>(
    (taken, whole) => [
      ...taken,
      step(
        'r.facts.yaml',
        `places: {england: {name: England}, a: {name: A${whole}}, b: {name: B${whole}}}\n`,
      ),
    ],
    ['england', 'a', 'b'].map((place) =>
      step(`${place}.facts.yaml`, fact(`place: ${place}, asOf: 2005`)),
    ),
  ),
  'a quote that comes to cover a figure': ['So all', 'all 151 trusts'].reduce<readonly Step[]>(
    (taken, quote) => [...taken, step('draft.facts.yaml', fact(`quote: ${quote}`))],
    [trusts, draft, step('b.facts.yaml', fact('asOf: 2010'))],
  ),
  'a copy of a copy whose original is itself a copy': [
    ...['a', 'd'].map((name) =>
      step(`${name}.facts.yaml`, `article: {basedOn: [b]}\n${fact('asOf: 2005')}`),
    ),
    step('b.facts.yaml', 'article: {basedOn: [c]}\n'),
    step('c.facts.yaml', 'article: {title: C}\n'),
    step('c.facts.yaml', 'article: {title: C, basedOn: [x]}\n'),
  ],
  'a separator that the others give': [
    step('a.facts.yaml', fact('asOf: 2005')),
    step('b.facts.yaml', fact('place: england, asOf: 2005')),
    step('c.facts.yaml', fact('place: england, asOf: 2005')),
  ],
};
