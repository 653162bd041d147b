import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { editorClient, pushClient } from './clients.js';
import { projectFolder, TEST_LIMIT } from './program.js';
import { endSessions, Session } from './session.js';

/** The rows of the table in `docs/features.md`: capability → its other cells. */
function documented(): ReadonlyMap<string, readonly string[]> {
  const [text = ''] = readFileSync(join(projectFolder, 'docs/features.md'), 'utf8').split('\n## ');
  return new Map(
    text
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .map((line) => {
        const [, name = '', ...cells] = line.split('|').map((cell) => cell.trim());
        return [name.replaceAll('`', ''), cells];
      }),
  );
}

describe('what the server declares', function () {
  this.timeout(TEST_LIMIT);
  afterEach(endSessions);

  it('is documented, with tests that are there', async () => {
    const declared = new Set(['workspace']);
    for (const capabilities of [editorClient, pushClient]) {
      const session = await Session.start({ capabilities });
      const { workspace = {}, ...others } = session.server.capabilities;
      Object.keys(others).forEach((name) => declared.add(name));
      Object.keys(workspace).forEach((name) => declared.add(`workspace.${name}`));
    }
    declared.delete('workspace');
    const rows = documented();
    // One row may tell of a part: `codeActionProvider.resolve`.
    const isDocumented = (name: string): boolean =>
      [...rows.keys()].some((row) => row === name || row.startsWith(`${name}.`));
    assert.deepEqual(
      [...declared].filter((name) => !isDocumented(name)),
      [],
    );
  });

  it('is documented no further: every row is declared, and its tests are there', async () => {
    const { server } = await Session.start({ capabilities: editorClient });
    const { workspace = {}, ...others } = server.capabilities;
    const declared = [
      ...Object.keys(others),
      ...Object.keys(workspace).map((name) => `workspace.${name}`),
    ];
    for (const [name, [, client = '', editor = '']] of documented()) {
      assert.ok(
        declared.some((known) => name === known || name.startsWith(`${known}.`)),
        `${name} is documented, but not declared`,
      );
      const tests = (cell: string): string[] =>
        [...cell.matchAll(/`([^`]+)`/g)].map(([, t = '']) => t);
      assert.ok(tests(client).length > 0, `${name} has a protocol test`);
      for (const test of tests(client)) {
        assert.ok(existsSync(join(projectFolder, 'test/protocol', test)), `${name}: ${test}`);
      }
      for (const test of tests(editor)) {
        assert.ok(existsSync(join(projectFolder, 'test/vscode/suite', test)), `${name}: ${test}`);
      }
    }
  });
});
