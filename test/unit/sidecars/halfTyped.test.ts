import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSidecar } from '../../../server/src/sidecars/readSidecar.js';
import type { Sidecar } from '../../../server/src/sidecars/sidecar.js';
import { factIds } from './read.js';

/* What a person has half typed must not take the rest of the file with it. */

const seeds = join(import.meta.dirname, '../../../../seeds');
/** The first facts of a real sidecar: enough of each kind of line, and no more. */
const start = readFileSync(join(seeds, '003-mergers-confirmed.facts.yaml'), 'utf8').slice(0, 1000);
const real = start.slice(0, start.lastIndexOf('\n\n') + 1);

function assertSound(sidecar: Sidecar): void {
  for (const { span, message } of [...sidecar.yamlProblems, ...sidecar.schemaProblems]) {
    assert.ok(
      0 <= span.start && span.start <= span.end && span.end <= sidecar.text.length,
      message,
    );
    assert.notEqual(message, '');
  }
  for (const { span } of [...sidecar.facts, ...sidecar.definitions]) {
    assert.ok(0 <= span.start && span.start <= span.end && span.end <= sidecar.text.length);
  }
}

/** The facts of which every character stands before an offset. */
function idsBefore(whole: Sidecar, offset: number): readonly string[] {
  return whole.facts.filter(({ span }) => span.end <= offset).flatMap(({ id }) => id?.value ?? []);
}

describe('a sidecar that is half typed', () => {
  const whole = readSidecar(real);

  it('is sound when whole', () => {
    assert.ok(whole.facts.length > 3);
    assert.deepEqual([...whole.yamlProblems, ...whole.schemaProblems], []);
  });

  it('keeps the facts before the end, wherever it is cut', function () {
    this.timeout(60_000);
    for (let cut = 0; cut <= real.length; cut++) {
      const sidecar = readSidecar(real.slice(0, cut));
      assertSound(sidecar);
      const ids = sidecar.facts.flatMap(({ id }) => id?.value ?? []);
      const before = idsBefore(whole, cut);
      assert.deepEqual(
        ids.slice(0, before.length),
        before,
        `cut at ${cut}: …${JSON.stringify(real.slice(Math.max(0, cut - 30), cut))}`,
      );
    }
  });

  it('takes any odd character anywhere', function () {
    this.timeout(60_000);
    const odd = [
      '"',
      "'",
      '[',
      '{',
      '}',
      ':',
      '*',
      '&',
      '\t',
      '- ',
      '\n',
      '#',
      '|',
      '\u0000',
      '\ud83d',
      '? ',
      '%',
    ];
    for (let at = 0; at <= real.length; at++) {
      // Neighbouring places get different characters, so that each comes in every kind of place.
      for (const char of [odd[at % odd.length] ?? '', odd[(at * 5 + 3) % odd.length] ?? '']) {
        assertSound(readSidecar(real.slice(0, at) + char + real.slice(at)));
      }
    }
  });

  it('takes any one character away', function () {
    this.timeout(60_000);
    for (let at = 0; at < real.length; at += 3) {
      assertSound(readSidecar(real.slice(0, at) + real.slice(at + 1)));
    }
  });

  const three = (second: string): string =>
    `facts:
  - id: one
    subject: pct
    property: count
    value: 1
  - id: two
    subject: pct
    ${second}
    property: count
  - id: three
    subject: pct
    property: count
    value: 3
`;

  for (const line of [
    'quote: "unclosed',
    "quote: 'unclosed",
    'quote: [unclosed',
    'quote: [one, two',
    'quote: {exact: unclosed',
    'quote: {exact: "unclosed',
    'saidBy: [a, {b',
    'value:',
    'value: ',
    'value',
    'val',
    'quote: "done" more',
    'value: ~',
    'quote: |',
    '# a comment',
    'value: 3: 4',
    'quote: `x',
    'value: @x',
    'value: %x',
  ]) {
    it(`keeps the other facts beside ${JSON.stringify(line)}`, () => {
      assert.deepEqual(factIds(three(line)), ['one', 'two', 'three']);
    });
  }

  it('keeps the other facts beside an empty one', () => {
    assert.deepEqual(factIds('facts:\n  - id: one\n    subject: pct\n  -\n  - id: three\n'), [
      'one',
      'three',
    ]);
  });

  it('says what is half typed where it is', () => {
    const sidecar = readSidecar(three('quote: "unclosed'));
    const [problem] = sidecar.yamlProblems;
    assert.ok(problem);
    const line = sidecar.lines.positionAt(problem.span.start).line;
    assert.ok(line >= 7, `line ${line + 1}`);
  });
});
