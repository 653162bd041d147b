import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { CodeAction } from 'vscode-languageserver-types';
import { provideCodeActions } from '../../../server/src/features/codeActions.js';
import { readYaml } from '../../../server/src/text/yamlTree.js';
import { uriOf, type Files } from '../rules/world.js';
import { applied, contextOf, LIMIT } from './fixing.js';

/* Whatever is offered, and whatever the file looks like: it is never less YAML than before. */

const folder = join(import.meta.dirname, '../../../../seeds');

const seeds: Files = Object.fromEntries(
  readdirSync(folder)
    .filter((name) => /\.(?:md|yaml)$/.test(name))
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
);

const sidecars = Object.keys(seeds).filter((name) => name.endsWith('.yaml'));

function everyAction(files: Files): readonly CodeAction[] {
  const context = contextOf(files);
  return Object.keys(files).flatMap((name) => {
    const uri = uriOf(name);
    return context.checker
      .findingsIn(uri)
      .flatMap(({ span }) => provideCodeActions(context, uri, span));
  });
}

function problemsIn(text: string): number {
  const { root, problems } = readYaml(text);
  return root === null ? Infinity : problems.length;
}

function assertNoWorse(files: Files, action: CodeAction): void {
  const after = applied(files, action);
  for (const [name, text] of Object.entries(after)) {
    if (text !== files[name] && name.endsWith('.yaml')) {
      assert.ok(
        problemsIn(text) <= problemsIn(files[name] ?? ''),
        `${action.title} makes ${name} no YAML`,
      );
    }
  }
}

/** Ways in which people’s files differ from ours, and mistakes that call for fixes. */
const mutations: readonly ((text: string) => string)[] = [
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => text.replaceAll('\n', '\r'),
  (text) => text.trimEnd(),
  (text) => `\uFEFF${text}`,
  (text) => text.replace(/^( {2}- )id: .*\n {4}/gm, '$1'),
  (text) => text.replaceAll('place: england', 'place: englnd'),
  (text) => text.replaceAll(/^ {4}(?:until|from): .*\n/gm, ''),
  (text) => text.replaceAll(/^ {4}place: (.*)$/gm, '    place: {x: y}'),
  (text) => text.replaceAll('modality: planned', 'modality: plannd # why'),
  (text) => text.replaceAll(/^ {4}note: (.*)$/gm, '    note: |+\n      $1\n\n'),
  (text) => text.replaceAll(/^ {4}quote: (\w.*) (\w+)$/gm, '    quote: >-\n      $1 the\n      $2'),
  (text) =>
    text.replaceAll('subject: pct', 'subject: &s pct').replace('subject: &s pct', 'subject: *s'),
  (text) => text.replaceAll('activity:', 'activty:'),
  (text) => text.replace('facts:', 'facts: [] # none\nold:'),
  (text) => text.replaceAll('\n    ', '\n      ').replaceAll('  - ', '    - '),
];

describe('every fix that is offered', function () {
  this.timeout(LIMIT);

  it('keeps the sample corpus YAML', () => {
    const actions = everyAction(seeds);
    assert.ok(actions.length > 20, String(actions.length));
    for (const action of actions) {
      assertNoWorse(seeds, action);
    }
  });

  it('keeps mutated sidecars YAML, and changes nothing that it does not name', () => {
    const mutation = fc.tuple(
      fc.constantFrom(...sidecars),
      fc.subarray([...mutations], { minLength: 1, maxLength: 3 }),
      fc.nat(),
      fc.nat(),
    );
    fc.assert(
      fc.property(mutation, ([name, changes, cut, pick]) => {
        const mutated = changes.reduce((text, change) => change(text), seeds[name] ?? '');
        // Now and then a line is taken out, as people do while they type.
        const lines = mutated.split('\n');
        if (cut % 3 === 0) {
          lines.splice(cut % lines.length, 1);
        }
        const files = { ...seeds, [name]: lines.join('\n') };
        const actions = everyAction(files);
        for (let index = pick % 7; index < actions.length; index += 7) {
          assertNoWorse(files, actions[index] ?? assert.fail());
        }
      }),
      { numRuns: 12 },
    );
  });
});
