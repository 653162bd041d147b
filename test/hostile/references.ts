import type { HostileFiles } from './nesting.js';

const letters = 'abcdefghijklmnop'.split('');

/** Anchors, aliases, merges and ids that lead to themselves or to very many others. */
export function references(): HostileFiles {
  const laughs = (item: (alias: string) => string, first: string): string =>
    letters
      .map((id, at) => `${id}: &${id} ${at === 0 ? first : item(`*${letters[at - 1] ?? ''}`)}\n`)
      .join('');
  const nines = (alias: string): string => `[${`${alias}, `.repeat(9)}x]`;
  return {
    'references/laughs.facts.yaml': `${laughs(nines, '[x, x]')}facts: *p\n`,
    'references/laughing-maps.facts.yaml': `${laughs((alias) => `{a: ${alias}, b: ${alias}, c: ${alias}}`, '{a: 1}')}organisations: *p\n`,
    'references/many-aliases.facts.yaml': `a: &a [${'x, '.repeat(2000)}]\nfacts: [${'*a, '.repeat(2000)}]\n`,
    'references/alias-values.facts.yaml': `v: &v 152\nfacts:\n${'  - {subject: pct, property: count, value: *v, quote: *v}\n'.repeat(150)}`,
    'references/cycle-list.facts.yaml': 'facts: &a [*a, [*a]]\n',
    'references/cycle-map.facts.yaml':
      'organisations: &a {self: *a, other: {partOf: *a, <<: *a}}\npeople: *a\n',
    'references/cycle-key.facts.yaml': '&a ? *a : *a\n&b {*b : *b}: 1\n',
    'references/cycle-fact.facts.yaml': 'facts:\n  - &f {<<: *f, id: *f, subject: [*f]}\n',
    'references/unknown-alias.facts.yaml': 'facts: [*nobody, <<: *nobody]\n<<: *nobody\n',
    'references/merges.facts.yaml': `${laughs((alias) => `{<<: [${`${alias}, `.repeat(9)}{b: 1}]}`, '{a: 1}')}facts:\n  - {<<: *p, subject: pct}\n`,
    'references/merges-of-all.facts.yaml': `x: &x {${Array.from({ length: 2000 }, (_, at) => `k${at}: ${at}`).join(', ')}}\nfacts:\n${'  - {<<: [*x, *x, *x], subject: pct}\n'.repeat(50)}`,
    'references/anchors.facts.yaml': `facts: ${'&a '.repeat(5000)}x\n`,
    'references/ids-in-circles.facts.yaml': `organisations:
  a: {name: A, partOf: b, class: a, successors: [b], predecessors: [b], members: [a, b]}
  b: {name: B, partOf: a, class: a, successors: [a], predecessors: [a], members: [a, b]}
places:
  p: {name: P, partOf: q}
  q: {name: Q, partOf: p}
people:
  a: {name: A, roles: [{post: x, organisation: a}, {post: x, organisation: a}]}
article: {basedOn: [ids-in-circles, references/ids-in-circles], publisher: a, author: a}
facts:
  - {id: f, subject: a, property: count, value: 1, derivedFrom: f, supersedes: g, denies: f}
  - {id: g, subject: a, property: count, value: 2, derivedFrom: [f, g], supersedes: f}
`,
    'references/one-slot.facts.yaml': `facts:\n${Array.from({ length: 150 }, (_, at) => `  - {subject: pct, property: count, value: ${at}, asOf: 2010}\n`).join('')}`,
    'references/one-name.facts.yaml': `organisations:\n${Array.from({ length: 200 }, (_, at) => `  o${at}: {name: The Same, aliases: [the same]}\n`).join('')}`,
    'references/one-name.md': 'The same and the same. '.repeat(200),
    'references/one-id.facts.yaml': `organisations:\n${'  again: {name: Again}\n'.repeat(2000)}`,
    'references/long-chain.facts.yaml': `organisations:\n${Array.from({ length: 1000 }, (_, at) => `  c${at}: {name: C ${at}, partOf: c${at + 1}, successors: [c${at + 1}]}\n`).join('')}`,
  };
}
