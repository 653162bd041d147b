import { strict as assert } from 'node:assert';
import {
  commands,
  type Position,
  type Range,
  type TextDocument,
  Uri,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import { newId, withNewId } from '../renamedSeeds.js';
import { fileUri, open, positionIn, save } from './documents.js';
import { eventually } from './eventually.js';
import { runningExtension } from './extension.js';

/** All files of the folder, as the editor has them, saved or not. */
async function filesInEditor(): Promise<ReadonlyMap<string, string>> {
  const names = await workspace.fs.readDirectory(fileUri(''));
  const found = new Map<string, string>();
  for (const [name] of names.filter(([file]) => /\.(?:md|yaml)$/u.test(file)).sort()) {
    found.set(name, (await workspace.openTextDocument(fileUri(name))).getText());
  }
  return found;
}

async function onDisk(name: string): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(fileUri(name)));
}

async function exists(name: string): Promise<boolean> {
  try {
    await workspace.fs.stat(fileUri(name));
    return true;
  } catch {
    return false;
  }
}

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await workspace.fs.writeFile(fileUri(name), new TextEncoder().encode(text));
  }
}

function renameEdit(
  document: TextDocument,
  position: Position,
  newName: string,
): Thenable<WorkspaceEdit> {
  return commands.executeCommand(
    'vscode.executeDocumentRenameProvider',
    document.uri,
    position,
    newName,
  );
}

describe('rename', () => {
  before(runningExtension);

  it('of `pct` changes every sidecar that uses it and nothing else', async () => {
    const before = await filesInEditor();
    const register = await open('organisations.facts.yaml');
    const position = positionIn(register, 'pct:');
    const prepared = await commands.executeCommand<{ range: Range; placeholder: string }>(
      'vscode.prepareRename',
      register.uri,
      position,
    );
    assert.equal(prepared.placeholder, 'pct');
    assert.equal(register.getText(prepared.range), 'pct');

    assert.ok(await workspace.applyEdit(await renameEdit(register, position, newId)));
    const after = await filesInEditor();
    assert.deepEqual([...after.keys()], [...before.keys()]);
    const changed = [...after].filter(([name, text]) => text !== before.get(name));
    assert.equal(changed.length, 7);
    for (const [name, text] of after) {
      const old = before.get(name) ?? '';
      assert.equal(text, name.endsWith('.yaml') ? withNewId(old) : old, name);
    }

    const back = await renameEdit(register, positionIn(register, `${newId}:`), 'pct');
    assert.ok(await workspace.applyEdit(back));
    assert.deepEqual(await filesInEditor(), before);
  });

  it('says why it is refused', async () => {
    const register = await open('organisations.facts.yaml');
    const position = positionIn(register, 'pct:');
    await assert.rejects(
      async () => renameEdit(register, position, 'ccg'),
      /`ccg` is taken already/u,
    );
    await assert.rejects(
      async () => renameEdit(register, position, 'Primary Care Trusts'),
      /`primary-care-trusts`/u,
    );
  });
});

describe('renaming a file', () => {
  const names: string[] = [];
  before(runningExtension);
  after(async () => {
    await workspace.saveAll();
    for (const name of names) {
      if (await exists(name)) await workspace.fs.delete(fileUri(name), { recursive: true });
    }
  });

  it('takes its sidecar along, and who names the article uses the new name', async () => {
    const sidecar = 'facts: [{ id: x, subject: pct, property: status, value: moved }]\n';
    const other = (id: string): string =>
      `article: { basedOn: [${id}] }\nfacts: [{ subject: pct, property: status, value: y, derivedFrom: ['${id}#x'] }]\n`;
    names.push('moving.md', 'moving.facts.yaml', 'moved.md', 'moved.facts.yaml');
    names.push('naming.md', 'naming.facts.yaml');
    await write({
      'moving.md': 'Words.\n',
      'moving.facts.yaml': sidecar,
      'naming.md': 'Words.\n',
      'naming.facts.yaml': other('moving'),
    });
    const naming = await open('naming.facts.yaml');
    await eventually('the new files to be known', async () => {
      const found = await commands.executeCommand<unknown[]>(
        'vscode.executeDefinitionProvider',
        naming.uri,
        positionIn(naming, 'moving#x'),
      );
      return found.length > 0;
    });

    const edit = new WorkspaceEdit();
    edit.renameFile(fileUri('moving.md'), fileUri('moved.md'));
    assert.ok(await workspace.applyEdit(edit));
    await save(naming);
    await workspace.saveAll();
    assert.deepEqual(
      await Promise.all(['moving.md', 'moving.facts.yaml', 'moved.md'].map(exists)),
      [false, false, true],
    );
    assert.equal(await onDisk('moved.facts.yaml'), sidecar, 'nothing is added to it');
    assert.equal(await onDisk('naming.facts.yaml'), other('moved'));
    await eventually('the new place to be known', async () => {
      const found = await commands.executeCommand<{ uri?: Uri; targetUri?: Uri }[]>(
        'vscode.executeDefinitionProvider',
        naming.uri,
        positionIn(naming, 'moved#x'),
      );
      return found.some((one) => (one.uri ?? one.targetUri)?.path.endsWith('/moved.facts.yaml'));
    });
  });
});
