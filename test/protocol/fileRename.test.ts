import assert from 'node:assert/strict';
import { renameSync } from 'node:fs';
import type { ClientCapabilities, RenameFile, WorkspaceEdit } from 'vscode-languageserver/node';
import { pullClient, pushClient } from './clients.js';
import { editsByUri, textAfter } from './edits.js';
import { TEST_LIMIT } from './program.js';
import { agreeing, countOf } from './records.js';
import { endSessions, Session } from './session.js';

const fileOperations = { willRename: true, didRename: true, didCreate: true, didDelete: true };

/** Asks before it renames a file, tells afterwards, and watches nothing. */
const movingClient: ClientCapabilities = {
  ...pushClient,
  workspace: {
    configuration: true,
    workspaceFolders: true,
    fileOperations,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create', 'rename', 'delete'] },
  },
};

const files = {
  ...agreeing,
  'other.facts.yaml':
    'article: {basedOn: [herald]}\nfacts: [{id: x, subject: pct, property: count, value: 152, place: england, supersedes: [herald#trusts]}]\n',
  'other.md': '---\npublished: 2010-07-21\n---\nWords.\n',
} as const;

function willRename(
  session: Session,
  ...renames: readonly [string, string][]
): Promise<WorkspaceEdit | null> {
  return session.request('workspace/willRenameFiles', asked(session, renames));
}

function asked(session: Session, renames: readonly (readonly [string, string])[]): unknown {
  return {
    files: renames.map(([from, to]) => ({ oldUri: session.uri(from), newUri: session.uri(to) })),
  };
}

async function didRename(session: Session, ...renames: readonly [string, string][]): Promise<void> {
  for (const [from, to] of renames) {
    renameSync(session.folder.pathOf(from), session.folder.pathOf(to));
  }
  await session.notify('workspace/didRenameFiles', asked(session, renames));
}

describe('a file rename', function () {
  this.timeout(TEST_LIMIT);
  afterEach(endSessions);

  it('takes the sidecar along and changes what names the article', async () => {
    const session = await Session.start({ files, capabilities: movingClient });
    const edit = await willRename(session, ['herald.md', 'globe.md']);
    const last = edit?.documentChanges?.at(-1) as RenameFile;
    assert.deepEqual(last, {
      kind: 'rename',
      oldUri: session.uri('herald.facts.yaml'),
      newUri: session.uri('globe.facts.yaml'),
      options: { overwrite: false, ignoreIfExists: true },
    });
    const byUri = editsByUri(edit ?? {});
    assert.deepEqual([...byUri.keys()], [session.uri('other.facts.yaml')]);
    const text = files['other.facts.yaml'];
    assert.equal(
      textAfter(text, byUri.get(session.uri('other.facts.yaml')) ?? []),
      text.replace('[herald]', '[globe]').replace('herald#', 'globe#'),
    );
  });

  it('is not asked twice about what goes along', async () => {
    const session = await Session.start({ files, capabilities: movingClient });
    assert.ok(await willRename(session, ['herald.md', 'globe.md']));
    assert.equal(await willRename(session, ['herald.facts.yaml', 'globe.facts.yaml']), null);
    const alone = await willRename(session, ['courier.facts.yaml', 'globe.facts.yaml']);
    const [[, edits] = []] = [...editsByUri(alone ?? {})];
    assert.match(edits?.[0]?.newText ?? '', /^article:\n {2}file: courier\.md\n/);
  });

  it('shows at once: no finding stays behind, none is wrong', async () => {
    const session = await Session.start({
      files: { ...files, 'herald.facts.yaml': countOf('151').replace('151 pr', '152 pr') },
      capabilities: movingClient,
    });
    await session.waitForDiagnostics('herald.facts.yaml', (found) => found.length > 0);
    const before = await session.check();
    await didRename(session, ['herald.facts.yaml', 'globe.facts.yaml'], ['herald.md', 'globe.md']);
    session.folder.write(
      'other.facts.yaml',
      files['other.facts.yaml'].replaceAll('herald', 'globe'),
    );
    await session.notify('workspace/didCreateFiles', {
      files: [{ uri: session.uri('other.facts.yaml') }],
    });
    await session.waitForDiagnostics('herald.facts.yaml', (found) => found.length === 0);
    await session.waitForDiagnostics('globe.facts.yaml', (found) => found.length > 0);
    assert.deepEqual(await session.check(), before);
  });

  it('of a folder moves all that is in it', async () => {
    const inFolder = Object.fromEntries(
      Object.entries(agreeing).map(([name, text]) => [
        name.startsWith('r') ? name : `old/${name}`,
        text,
      ]),
    );
    const session = await Session.start({ files: inFolder, capabilities: movingClient });
    const before = await session.check();
    assert.equal(before['articles'], 2);
    assert.equal(await willRename(session, ['old', 'new']), null);
    await didRename(session, ['old', 'new']);
    assert.deepEqual(await session.check(), before);
    const found = await session.workspaceSymbols('trusts');
    const facts = found.filter(({ location }) => !location.uri.includes('register'));
    const folders = facts.map(({ location }) => location.uri.replace(/\/[^/]*$/, ''));
    assert.deepEqual([...new Set(folders)], [session.uri('new')]);
  });

  it('is followed by what is deleted and created, folders too', async () => {
    const session = await Session.start({
      files: { ...agreeing, 'sub/x.md': 'X\n' },
      capabilities: movingClient,
    });
    const count = async (): Promise<unknown> => (await session.check())['articles'];
    assert.equal(await count(), 3);
    session.folder.delete('sub');
    await session.notify('workspace/didDeleteFiles', { files: [{ uri: session.uri('sub') }] });
    assert.equal(await count(), 2);
    session.folder.write('more/deep/y.md', 'Y\n');
    session.folder.write('more/node_modules/z.md', 'Z\n');
    await session.notify('workspace/didCreateFiles', {
      files: [{ uri: `${session.uri('more')}/` }],
    });
    assert.equal(await count(), 3);
    session.folder.write('node_modules/a/z.md', 'Z\n');
    await session.notify('workspace/didCreateFiles', {
      files: [{ uri: session.uri('node_modules/a') }],
    });
    assert.equal(await count(), 3);
    session.folder.delete('courier.md');
    await session.notify('workspace/didDeleteFiles', {
      files: [{ uri: session.uri('courier.md') }],
    });
    assert.equal(await count(), 2);
    await session.waitForDiagnostics('courier.facts.yaml', (found) =>
      found.some(({ code }) => code === 'orphan-sidecar'),
    );
  });

  it('is declared only to clients that can make use of it', async () => {
    const moving = await Session.start({ files: {}, capabilities: movingClient });
    const declared = moving.server.capabilities.workspace?.fileOperations;
    assert.deepEqual(Object.keys(declared ?? {}).sort(), [
      'didCreate',
      'didDelete',
      'didRename',
      'willRename',
    ]);
    assert.deepEqual(
      declared?.willRename?.filters.map(({ pattern }) => [pattern.glob, pattern.matches]),
      [
        ['**/*.{md,markdown,txt,facts.yaml,facts.yml}', 'file'],
        ['**', 'folder'],
      ],
    );
    assert.equal(moving.server.capabilities.workspace?.workspaceFolders?.supported, true);
    const told = await Session.start({
      files: {},
      capabilities: { ...pullClient, workspace: { ...pullClient.workspace, fileOperations } },
    });
    assert.deepEqual(Object.keys(told.server.capabilities.workspace?.fileOperations ?? {}).sort(), [
      'didCreate',
      'didDelete',
      'didRename',
    ]);
    const plain = await Session.start({ files: {}, capabilities: pullClient });
    assert.equal(plain.server.capabilities.workspace?.fileOperations, undefined);
  });
});
