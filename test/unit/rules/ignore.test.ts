import assert from 'node:assert/strict';
import { checkFiles } from './world.js';

const register = 'organisations: {pct: {name: Primary care trusts}}\n';

/** Two facts of one month; `here` and `there` go onto the lines of the values. */
function conflict(here = '', there = '', above = ''): Record<string, string> {
  const fact = (value: string, comment: string, before = ''): string =>
    `facts:\n  - subject: pct\n    property: count\n${before}    value: ${value}${comment}\n    asOf: 2006-10\n`;
  return {
    'r.facts.yaml': register,
    'a.md': 'One.',
    'a.facts.yaml': fact('303', here, above),
    'b.md': 'Two.',
    'b.facts.yaml': fact('152', there),
  };
}

function codes(files: Record<string, string>): readonly string[] {
  return checkFiles(files).map(({ code, uri }) => `${uri.split('/').at(-1) ?? ''} ${code}`);
}

describe('a comment that ignores a rule', () => {
  it('silences both ends of a pair, from either end', () => {
    assert.deepEqual(codes(conflict()), [
      'a.facts.yaml value-conflict',
      'b.facts.yaml value-conflict',
    ]);
    const comment = ' # policy-facts: ignore value-conflict — counted on different days';
    assert.deepEqual(codes(conflict(comment)), []);
    assert.deepEqual(codes(conflict('', comment)), []);
  });

  it('may stand on the line above, and name several rules', () => {
    const above =
      '    # policy-facts: ignore self-conflict, value-conflict - counted on different days\n';
    assert.deepEqual(codes(conflict('', '', above)), []);
  });

  it('is found among others, with any space behind its mark', () => {
    for (const mark of ['#', '# ', '#\t ']) {
      const comment = ` # not one ${mark}policy-facts: ignore value-conflict — counted twice`;
      assert.deepEqual(codes(conflict(comment, '', '    # another\n')), [], mark);
    }
  });

  it('silences no other rule and no other line', () => {
    const other = ' # policy-facts: ignore quote-not-found — no such thing';
    assert.equal(codes(conflict(other)).length, 2);
    const files = conflict();
    files['a.facts.yaml'] =
      `# policy-facts: ignore value-conflict — too far away\n${files['a.facts.yaml'] ?? ''}`;
    assert.equal(codes(files).length, 2);
  });

  it('needs a reason, and says so', () => {
    const bare = ' # policy-facts: ignore value-conflict';
    const found = checkFiles(conflict(bare));
    assert.deepEqual(found.map(({ code }) => code).sort(), [
      'schema',
      'value-conflict',
      'value-conflict',
    ]);
    assert.match(found.find(({ code }) => code === 'schema')?.message ?? '', /Without a reason/);
  });

  it('is not read out of quoted text', () => {
    const files = conflict();
    files['a.facts.yaml'] = (files['a.facts.yaml'] ?? '').replace(
      'value: 303',
      'value: 303\n    note: "not#policy-facts: ignore value-conflict — in a text"',
    );
    assert.equal(codes(files).length, 2);
  });
});

describe('an acknowledged finding', () => {
  it('about a single fact becomes a hint, with a reason', () => {
    const files = (reason: string): Record<string, string> => ({
      'r.facts.yaml': register,
      'a.md': 'There are many trusts.',
      'a.facts.yaml': `facts:\n  - subject: pct\n    property: count\n    value: 303\n    quote: There are many trusts\n    acknowledged:\n      - {code: value-not-in-quote${reason}}\n`,
    });
    const severities = (reason: string): readonly string[] =>
      checkFiles(files(reason))
        .filter(({ code }) => code === 'value-not-in-quote')
        .map(({ severity }) => severity);
    assert.deepEqual(severities(', reason: the figure is in the table'), ['hint']);
    assert.deepEqual(severities(''), ['error']);
  });
});
