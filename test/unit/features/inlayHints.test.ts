import assert from 'node:assert/strict';
import { provideInlayHints } from '../../../server/src/features/inlayHints.js';
import { uriOf } from '../rules/world.js';
import { contextOf } from './fixing.js';
import { hintedLines } from './hints.js';

const register = `organisations:
  pct: {name: Primary care trusts, kind: class}
  care-trust: {name: Care Trust}
  herald: {name: "The\\nHerald \\u202e of a very long name that nobody would want to read in full, ever"}
people:
  jane-doe: {name: Jane Doe}
  ted: {name: Edward Roe, roles: [{post: Chair, organisation: pct, from: 2010-11, until: 2012}]}
places:
  england: {name: England}
properties:
  share-cut: {name: Cut, type: percentage}
  due: {name: Due date, type: date}
  heads: {name: Heads, type: entity}
`;

function fact(...lines: readonly string[]): string {
  return `facts:
  - id: one
    subject: pct
    property: count
    ${lines.join('\n    ')}
`;
}

const files = (sidecar: string): Record<string, string> => ({
  'register.facts.yaml': register,
  'a.facts.yaml': sidecar,
});

const dated = 'article: {published: 2010-07-12}\n';

describe('inlay hints', () => {
  it('tell what a value was read as, where it does not say so', () => {
    for (const [value, expected] of [
      ['~40', ['value: ~40«35–45»']],
      ["'about 40' # so they say", ["value: 'about 40'«35–45» # so they say"]],
      ['several', ['value: several«vague, not compared»']],
      ['{amount: 40, approximate: true}', ['value: {amount: 40, approximate: true}«35–45»']],
      ['152', []],
      ['text that is no figure', []],
    ] as const) {
      assert.deepEqual(
        hintedLines(files(fact(`value: ${value}`)), 'a.facts.yaml', { values: true }),
        expected,
      );
    }
  });

  it('tell what dates were read as', () => {
    const sidecar = fact('value: 3', 'from: 2010-11', 'until: 2013/14', 'asOf: 2010-05-12');
    assert.deepEqual(hintedLines(files(sidecar), 'a.facts.yaml', { dates: true }), [
      'from: 2010-11«November 2010»',
      'until: 2013/14«1 Apr 2013 – 31 Mar 2014»',
    ]);
    assert.deepEqual(hintedLines(files(sidecar), 'register.facts.yaml', { dates: true }), [
      'ted: {name: Edward Roe, roles: [{post: Chair, organisation: pct, from: 2010-11«November 2010», until: 2012}]}',
    ]);
  });

  it('tell the time that a fact without a date is presumed to be of', () => {
    const hints = (sidecar: string): readonly string[] =>
      hintedLines(files(sidecar), 'a.facts.yaml', { dates: true });
    assert.deepEqual(hints(dated + fact('value: 152')), ['value: 152«presumed 12 July 2010»']);
    assert.deepEqual(hints(fact('value: 152')), ['value: 152«undated»']);
    assert.deepEqual(hints(dated + fact('value: 152', 'asOf: 2010')), []);
    assert.deepEqual(hints(dated + fact('value: several')), [], 'it is never compared');
    const due = fact('value: 2010').replace('count', 'due');
    assert.deepEqual(hints(dated + due), [], 'a date as a value');
  });

  it('tell the names behind ids, unless the id says as much', () => {
    const sidecar = `article: {publisher: herald, author: jane-doe, basedOn: [b]}
${fact('value: 3', 'place: england', 'saidBy: [ted, jane-doe, anonymous, nobody]', 'disputes: [b#two]')}  - {subject: care-trust, property: heads, value: [ted, jane-doe]}
  - {subject: "pct", property: heads, value: ted}
`;
    const other = `article: {title: Trusts *counted*}
facts: [{id: two, subject: pct, property: count, value: 5}]
`;
    assert.deepEqual(
      hintedLines({ ...files(sidecar), 'b.facts.yaml': other }, 'a.facts.yaml', { names: true }),
      [
        'article: {publisher: herald«The Herald of a very long name that nobody would want to…», author: jane-doe, basedOn: [b«Trusts *counted*»]}',
        'subject: pct«Primary care trusts»',
        'property: count«Number of organisations»',
        'saidBy: [ted«Edward Roe», jane-doe, anonymous, nobody]',
        'disputes: [b#two«Primary care trusts, count: 5»]',
        '- {subject: care-trust, property: heads, value: [ted«Edward Roe», jane-doe]}',
        '- {subject: "pct"«Primary care trusts», property: heads, value: ted«Edward Roe»}',
      ],
    );
  });

  it('stand in front matter too', () => {
    const article = '---\npublisher: pct\npublished: 2010-11\n---\n\n2010-11 was good for pct.\n';
    const all = { ...files(''), 'a.md': article };
    assert.deepEqual(hintedLines(all, 'a.md'), [
      'publisher: pct«Primary care trusts»',
      'published: 2010-11«November 2010»',
    ]);
  });

  it('say nothing about what an alias brings in', () => {
    const sidecar = `facts:
  - &base {id: one, subject: pct, property: count, value: ~40, from: 2010-11}
  - {<<: *base, id: two}
  - {subject: pct, property: count, value: &v ~40}
  - {subject: pct, property: count, value: *v}
`;
    assert.deepEqual(hintedLines(files(sidecar), 'a.facts.yaml', { values: true }), [
      '- &base {id: one, subject: pct, property: count, value: ~40«35–45», from: 2010-11}',
      ...['value: &v ~40«35–45»}', 'value: *v«35–45»}'].map(
        (value) => `- {subject: pct, property: count, ${value}`,
      ),
    ]);
    assert.deepEqual(hintedLines(files(sidecar), 'a.facts.yaml', { names: true }).length, 3);
  });

  it('are given for the part that is asked for, in order, each kind by itself', () => {
    const sidecar = dated + fact('value: ~40', 'until: 2010-11');
    const context = contextOf(files(sidecar));
    const at = sidecar.indexOf('~40');
    const hints = provideInlayHints(
      context,
      uriOf('a.facts.yaml'),
      { start: at, end: at + 3 },
      { values: true, dates: true, names: true },
      { parts: true, tooltip: true },
    );
    assert.deepEqual(
      hints.map(({ label }) => label),
      ['35–45'],
    );
    assert.deepEqual(hintedLines(files(sidecar), 'a.facts.yaml', {}), []);
  });

  it('keep quiet in files that cannot be read', () => {
    for (const sidecar of [
      '',
      '\uFEFF',
      'facts: [{subject: pct, value: [',
      'facts:\r\n\t- subject: pct',
      'facts: {__proto__: 3}',
      '__proto__: {pct: {name: x}}',
      'facts: [{subject: constructor, property: __proto__, value: ~40, place: toString}]',
      `facts: [{subject: pct, property: count, value: ~40, value: 5}]`,
    ]) {
      assert.doesNotThrow(() => hintedLines(files(sidecar), 'a.facts.yaml'), sidecar);
    }
  });
});
