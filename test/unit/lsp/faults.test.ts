import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { URI } from 'vscode-uri';
import { Faults } from '../../../server/src/lsp/faults.js';
import { Workspace } from '../../../server/src/lsp/workspace.js';

const register = `organisations:
  pct: {name: Primary care trusts}
  ccg: {name: Commissioning groups}
`;
const counts = (subject: string, values: readonly number[]): string =>
  `facts:\n${values.map((value) => `  - {subject: ${subject}, property: count, value: ${value}, asOf: 2010}\n`).join('')}`;

describe('a mistake of ours', () => {
  const folder = mkdtempSync(join(tmpdir(), 'policy-facts-faults-'));
  const uri = (name: string): string => URI.file(join(folder, name)).toString();
  let told: string[] = [];
  let workspace: Workspace;

  beforeEach(async () => {
    told = [];
    const files = {
      'register.facts.yaml': register,
      'a.facts.yaml': counts('pct', [1, 2]),
      'b.facts.yaml': counts('ccg', [1, 2]),
    };
    for (const [name, text] of Object.entries(files)) {
      writeFileSync(join(folder, name), text);
    }
    workspace = new Workspace(undefined, new Faults((message) => told.push(message)).report);
    await workspace.load([uri('')]);
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  const codesIn = (name: string): readonly string[] =>
    workspace.checker.findingsIn(uri(name)).map(({ code }) => code);

  it('in a rule is told with what it was about, and everything else is checked', async () => {
    const { corpus } = workspace;
    const factsInSlot = corpus.factsInSlotForNow.bind(corpus);
    corpus.factsInSlotForNow = (slot) => {
      if (slot.includes('pct')) {
        throw new Error('poisoned');
      }
      return factsInSlot(slot);
    };
    workspace.setOpen(uri('a.facts.yaml'), counts('pct', [3, 4]), 'policy-facts');
    workspace.setOpen(uri('b.facts.yaml'), counts('ccg', [5, 6, 7]), 'policy-facts');
    await workspace.checked();
    assert.equal(told.length, 1);
    assert.match(told[0] ?? '', /while checking slot .*pct.*report this.*\nError: poisoned/s);
    assert.deepEqual(codesIn('a.facts.yaml'), [], 'nothing is kept of the text before');
    assert.deepEqual(new Set(codesIn('b.facts.yaml')), new Set(['self-conflict']));

    // The same again is not told again; without it everything is as if it had never been.
    workspace.setOpen(uri('a.facts.yaml'), counts('pct', [3, 5]), 'policy-facts');
    await workspace.checked();
    assert.equal(told.length, 1);
    corpus.factsInSlotForNow = factsInSlot;
    workspace.setOpen(uri('a.facts.yaml'), counts('pct', [3, 6]), 'policy-facts');
    await workspace.checked();
    assert.deepEqual(codesIn('a.facts.yaml'), ['self-conflict', 'self-conflict']);
  });

  it('in what looks for names does not stop the check, nor make it endless', async () => {
    const { corpus } = workspace;
    corpus.withMentions = () => {
      throw new Error('no names');
    };
    workspace.setOpen(uri('b.facts.yaml'), counts('ccg', [5]), 'policy-facts');
    await workspace.checked();
    assert.match(told[0] ?? '', /checking names/);
    assert.deepEqual(codesIn('b.facts.yaml'), []);
  });

  it('in the reading of a file leaves that file out, and says so in it', async () => {
    const { corpus } = workspace;
    const setFile = corpus.setFile.bind(corpus);
    corpus.setFile = (source) => {
      if (source.text.includes('[3]')) {
        throw new Error(`cannot read ${source.uri}`);
      }
      return setFile(source);
    };
    const open = (text: string): void => {
      workspace.setOpen(uri('a.facts.yaml'), text, 'policy-facts');
    };
    open('[3]');
    await workspace.checked();
    assert.match(told[0] ?? '', /while reading file:.*a\.facts\.yaml/);
    assert.deepEqual(codesIn('a.facts.yaml'), ['not-analysed']);
    assert.ok(codesIn('b.facts.yaml').includes('self-conflict'));
    open(counts('pct', [1, 2]));
    await workspace.checked();
    assert.ok(codesIn('a.facts.yaml').includes('self-conflict'));
  });

  it('is told once for each place, whatever it says; and nobody is told when nobody listens', () => {
    const faults = new Faults((message) => told.push(message));
    const fail = (message: string): Error => new Error(message);
    faults.report('x', fail('one'));
    faults.report('y', fail('two'));
    faults.report('z', 'no error at all');
    assert.equal(told.length, 2);
    const deaf = new Faults(() => {
      throw new Error('closed');
    });
    assert.equal(
      deaf.attempt('x', 7, () => {
        throw new Error('x');
      }),
      7,
    );
    assert.ok(deaf.any);
  });
});
