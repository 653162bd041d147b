import { strict as assert } from 'node:assert';
import {
  type CodeAction,
  commands,
  DiagnosticSeverity,
  type TextDocument,
  workspace,
} from 'vscode';
import { findings } from './answers.js';
import { fileUri, open } from './documents.js';
import { eventually } from './eventually.js';
import { runningExtension } from './extension.js';
import { cases, type FixCase } from './quickFixCases.js';

/** Puts a case's own prefix in the place of `@`, and a word of its own in that of `%`. */
function fillIn(fixCase: FixCase, index: number): FixCase {
  const word = String.fromCharCode('a'.charCodeAt(0) + index).repeat(3);
  const filled = JSON.stringify(fixCase).replaceAll('@', `fix-${word}-`).replaceAll('%', word);
  return JSON.parse(filled) as FixCase;
}

async function write(files: FixCase['files']): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const uri = fileUri(name);
    await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    await workspace.openTextDocument(uri);
  }
}

async function actionsFor(document: TextDocument, code: string): Promise<CodeAction[]> {
  const found: CodeAction[] = [];
  for (const { range } of findings(document, code)) {
    const offered = await commands.executeCommand<CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      'quickfix',
    );
    found.push(...offered);
  }
  return found;
}

/** The files of a case, and those that are changed, as the editor has them. */
async function texts(names: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const found: Record<string, string> = {};
  for (const name of names) {
    found[name] = (await workspace.openTextDocument(fileUri(name))).getText();
  }
  return found;
}

describe('quick fixes', () => {
  before(runningExtension);

  for (const [index, [what, fixCase]] of Object.entries(cases).entries()) {
    it(what, async () => {
      const wanted = fillIn(fixCase, index);
      await write(wanted.files);
      const document = await open(wanted.in);
      const action = await eventually(wanted.title, async () => {
        const offered = await actionsFor(document, wanted.code);
        return offered.find(({ title }) => title === wanted.title);
      });
      assert.ok(action.edit, 'the action is an edit');

      const file = wanted.file ?? wanted.in;
      const names = [...new Set([...Object.keys(wanted.files), file])];
      const before = await texts(names);
      assert.ok(await workspace.applyEdit(action.edit));
      const after = await texts(names);
      const old = before[file] ?? '';
      if (wanted.from === undefined) {
        const added = (after[file] ?? '').split('\n').filter((line) => line.includes(wanted.to));
        assert.equal(added.length, 1);
        const rest = (after[file] ?? '').split('\n').filter((line) => !old.includes(line));
        assert.ok(rest.length <= 2, rest.join('\n'));
      } else {
        assert.equal(old.split(wanted.from).length, 2, `“${wanted.from}” stands there once`);
        const expected = old.replace(wanted.from, () => wanted.to);
        assert.deepEqual(after, { ...before, [file]: expected });
      }

      await eventually('the finding to go', () => {
        const left = findings(document, wanted.code);
        return wanted.staysHint === true
          ? left.length === 1 && left[0]?.severity === DiagnosticSeverity.Hint
          : left.length === 0;
      });
    });
  }
});
