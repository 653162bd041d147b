import assert from 'node:assert/strict';
import { rereadFacts } from '../../../server/src/sidecars/rereadFacts.js';
import { readSidecar } from '../../../server/src/sidecars/readSidecar.js';
import type { Sidecar } from '../../../server/src/sidecars/sidecar.js';
import { changeBetween } from '../../../server/src/text/textChange.js';
import { SeededRandom } from '../text/seededRandom.js';

const first = `  - id: before
    subject: pct
    property: count
    value: 303
    quote: from 303 to just 152
`;
const second = `  - id: after
    subject: pct
    property: count
    value: {amount: 152, unit: organisation}
    saidBy: [uk-government, "pharmafile"]
    place: england
    qualifiers: {scope: all}
    modality: planned
    polarity: negative
    disputes: b#now
    acknowledged:
      - {code: value-conflict, with: b#now, reason: an older count}
    quote:
      exact: from 303 to just 152
      prefix: 'reduce them '
    note: |
      In two steps.

`;
const third = `  -   id: third
      subject: pct
      property: kinds
      value: [a, b]
      quote:
        - one and
          the other
        - "both"
`;

/** What a list of facts may stand in. */
const frames: readonly (readonly [string, string])[] = [
  ['facts:\n', ''],
  ['article:\n  title: Trusts\nfacts:\n', '\n\n'],
  ['---\n# of 2006\nfacts:\n', 'article: {published: 2006-05-30}\n'],
  ['facts: # all of them\n', 'organisations:\n  pct: {name: Trusts}\n'],
  ['facts:\n', '  # the end\n'],
  ['facts:\n', 'events:\n'],
  ['# policy-facts: ignore value-conflict — judged\nfacts:\n', '# policy-facts: ignore\n'],
];

const pieces: readonly string[] = [
  ...'abc015 :-#[]{}"\'|>&*!%@`,?~\t\n\r'.split(''),
  ...['\r\n', '\uFEFF', '- ', '  - ', '    ', '\n    ', '\n  - ', '\n  -\n', '---\n', ': ', ' #x'],
  ...[
    '\n    unit: km',
    '\n    id: again',
    '\n      more words',
    '*name ',
    '&name ',
    'null',
    '>-\n',
  ],
  ...['\n    # policy-facts: ignore value-conflict — judged', ' # policy-facts: ignore'],
  ...['\n  # a comment\n', '\narticle: {}\n', 'facts:\n', '🙂', '{amount: 3}', '"two\n     lines"'],
];

/** All that is known of a sidecar. */
function told(sidecar: Sidecar): unknown {
  const { text, root, article, facts, definitions, yamlProblems, schemaProblems, ignored } =
    sidecar;
  const copies = facts.map((fact) => ({ ...fact }));
  return { text, root, article, copies, definitions, yamlProblems, schemaProblems, ignored };
}

function documents(): readonly string[] {
  const lists = [[first], [first, second], [first, second, third], [third, first, first]];
  const texts = frames.flatMap(([head, tail]) => lists.map((list) => head + list.join('') + tail));
  return [
    ...texts,
    ...texts.map((text) => text.replaceAll('\n', '\r\n')),
    ...texts.map((text) => text.replaceAll(/^ {2}/gm, '')),
    'facts:\n  - {id: a, subject: pct}\n  - {id: b, subject: pct}\n',
    'facts: [{id: a, subject: pct}, {id: b, subject: pct}]\n',
    'facts:\n  -\n    id: a\n  -\n    id: b\n',
  ];
}

function edited(text: string, random: SeededRandom): string {
  const start = random.below(text.length + 1);
  const end = Math.min(text.length, start + (random.chance(0.5) ? 0 : random.below(12)));
  return text.slice(0, start) + (random.chance(0.8) ? random.pick(pieces) : '') + text.slice(end);
}

describe('a sidecar that is read again after an edit of one fact', () => {
  it('says what it says when all of it is read', () => {
    const random = new SeededRandom(20060530);
    const times = Number(process.env['REREADS'] ?? 400);
    const texts = documents();
    let reread = 0;
    let text = '';
    let before = readSidecar(text);
    for (let time = 0; time < times; time++) {
      if (time % 20 === 0) {
        text = random.pick(texts);
        before = readSidecar(text);
      }
      const now = edited(text, random);
      const sidecar = readSidecar(now, {
        before: { sidecar: before, change: changeBetween(before.text, now) },
      });
      reread += sidecar.facts.some((fact) => before.facts.includes(fact)) ? 1 : 0;
      assert.deepEqual(told(sidecar), told(readSidecar(now)), JSON.stringify([text, now]));
      if (sidecar.yamlProblems.length + sidecar.schemaProblems.length === 0) {
        [text, before] = [now, sidecar];
      }
    }
    assert.ok(reread > times / 20, `${reread} of ${times} were read in part`);
  });

  it('reads one fact and leaves the others as they are', () => {
    const text = `facts:\n${first}${second}${third}`;
    const before = readSidecar(text);
    const now = text.replace('152, unit', '153, unit');
    const facts = rereadFacts(before, now, changeBetween(text, now)) ?? [];
    assert.deepEqual(
      facts.map((fact) => before.facts.includes(fact)),
      [true, false, true],
    );
  });

  it('keeps what comments beside the fact say', () => {
    for (const comment of ['ignore value-conflict — judged', 'ignore']) {
      const text = `# policy-facts: ${comment}\nfacts:\n${first}${second}${third}`;
      const now = text.replace('152, unit', '1530, unit');
      const before = readSidecar(text);
      const change = changeBetween(text, now);
      const sidecar = readSidecar(now, { before: { sidecar: before, change } });
      assert.equal(sidecar.facts[0], before.facts[0], 'read in part');
      assert.deepEqual(told(sidecar), told(readSidecar(now)));
      assert.equal(sidecar.ignored.length + sidecar.schemaProblems.length, 1);
    }
  });

  it('is not tried where an edit may mean something for other facts', () => {
    const text = `facts:\n${first}${second}${third}`;
    const before = readSidecar(text);
    for (const [words, others] of [
      ['  - id: after', '   - id: after'],
      ['303\n', '303 # of them\n'],
      ['quote: from', 'quote: "from'],
      ['facts:', 'events:'],
      ['  -   id: third', 'article: {id: third}'],
      ['152\n  - id: after', '152  - id: after'],
    ] as const) {
      const now = text.replace(words, others);
      assert.notEqual(now, text);
      assert.equal(
        rereadFacts(before, now, changeBetween(text, now)),
        null,
        JSON.stringify(others),
      );
    }
  });
});
