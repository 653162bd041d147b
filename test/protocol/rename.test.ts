import assert from 'node:assert/strict';
import type { Range, WorkspaceEdit } from 'vscode-languageserver/node';
import { bareClient, pushClient, utf8Client } from './clients.js';
import { editsByUri, textAfter } from './edits.js';
import { marked, textIn, withoutMarkers, type Encoding } from './markers.js';
import { TEST_LIMIT } from './program.js';
import { agreeing, register } from './records.js';
import { codes, endSessions, Session } from './session.js';

/** Asks what a rename would change, and checks for which version an edit was made. */
const renamingClient = {
  ...pushClient,
  workspace: { ...pushClient.workspace, workspaceEdit: { documentChanges: true } },
  textDocument: { ...pushClient.textDocument, rename: { prepareSupport: true } },
};

/** The record with a place to rename at in each kind of file. */
const files = {
  ...agreeing,
  'register.facts.yaml': marked(register, '  p|ct:', 'name: Pri|mary'),
  'courier.facts.yaml': marked(agreeing['courier.facts.yaml'], 'subject: p|ct', 'property: cou|nt'),
  'courier.md': marked(agreeing['courier.md'], 'publisher: cou|rier', '152 primary c|are'),
  'other.facts.yaml':
    '# pct\nfacts:\n  - {subject: "pct", property: count, value: 3, saidBy: jane-doe} # pct\n',
} as const;

/** What every file becomes when `pct` is called `trusts`. */
const afterwards = {
  'register.facts.yaml': register.replace('  pct:', '  trusts:'),
  'herald.facts.yaml': agreeing['herald.facts.yaml'].replace('subject: pct', 'subject: trusts'),
  'courier.facts.yaml': agreeing['courier.facts.yaml'].replace('subject: pct', 'subject: trusts'),
  'other.facts.yaml': files['other.facts.yaml'].replace('"pct"', '"trusts"'),
};

function prepare(
  session: Session,
  name: string,
  index = 0,
): Promise<{ range: Range; placeholder: string } | null> {
  return session.request('textDocument/prepareRename', {
    textDocument: { uri: session.uri(name) },
    position: session.cursor(name, index),
  });
}

function rename(
  session: Session,
  name: string,
  newName: string,
  index = 0,
): Promise<WorkspaceEdit | null> {
  return session.request('textDocument/rename', {
    textDocument: { uri: session.uri(name) },
    position: session.cursor(name, index),
    newName,
  });
}

/** The files that an edit changes, as they are then. */
function changed(
  session: Session,
  edit: WorkspaceEdit | null,
  encoding?: Encoding,
): Record<string, string> {
  assert.ok(edit);
  const byUri = editsByUri(edit);
  const known = Object.entries(files).map(([name, content]): [string, string] => [
    name,
    withoutMarkers(content).text,
  ]);
  const names = known.filter(([name]) => byUri.has(session.uri(name)));
  assert.equal(names.length, byUri.size, [...byUri.keys()].join());
  return Object.fromEntries(
    names.map(([name, text]) => [
      name,
      textAfter(text, byUri.get(session.uri(name)) ?? [], encoding),
    ]),
  );
}

describe('rename', function () {
  this.timeout(TEST_LIMIT);
  afterEach(endSessions);

  it('changes every sidecar that uses an id and nothing else', async () => {
    const session = await Session.start({ files, capabilities: renamingClient });
    assert.deepEqual(session.server.capabilities.renameProvider, { prepareProvider: true });
    for (const name of ['register.facts.yaml', 'courier.facts.yaml']) {
      const prepared = await prepare(session, name);
      assert.ok(prepared);
      assert.equal(prepared.placeholder, 'pct');
      assert.equal(
        textIn(withoutMarkers(files[name as keyof typeof files]).text, prepared.range),
        'pct',
      );
      assert.deepEqual(changed(session, await rename(session, name, 'trusts')), afterwards);
    }
  });

  it('goes by what is typed, and says for which version', async () => {
    const session = await Session.start({ files, capabilities: renamingClient });
    await session.open('other.facts.yaml', files['other.facts.yaml']);
    await session.edit('other.facts.yaml', 'saidBy: jane-doe', 'saidBy: pct');
    const edit = await rename(session, 'register.facts.yaml', 'trusts');
    const versions = (edit?.documentChanges ?? []).map((change) =>
      'textDocument' in change
        ? [change.textDocument.uri, change.textDocument.version]
        : assert.fail(),
    );
    assert.deepEqual(
      versions.sort(),
      Object.keys(afterwards)
        .map((name) => [session.uri(name), name === 'other.facts.yaml' ? 2 : null])
        .sort(),
    );
    const edits = editsByUri(edit ?? {}).get(session.uri('other.facts.yaml')) ?? [];
    assert.equal(
      textAfter(session.textOf('other.facts.yaml'), edits),
      afterwards['other.facts.yaml'].replace('jane-doe', 'trusts'),
    );
  });

  it('leaves the findings what they were', async () => {
    const session = await Session.start({ files, capabilities: renamingClient });
    const before = await session.check();
    const after = changed(session, await rename(session, 'register.facts.yaml', 'trusts'));
    for (const [name, text] of Object.entries(after)) {
      session.folder.write(name, text);
      await session.changedOnDisk(name, 2);
    }
    assert.deepEqual(await session.check(), before);
    assert.ok(!codes(session.pushed('other.facts.yaml')).includes('unknown-reference'));
  });

  it('reaches front matter', async () => {
    const session = await Session.start({ files, capabilities: renamingClient });
    assert.equal((await prepare(session, 'courier.md'))?.placeholder, 'courier');
    assert.deepEqual(changed(session, await rename(session, 'courier.md', 'the-courier')), {
      'register.facts.yaml': register.replace('  courier:', '  the-courier:'),
      'courier.md': agreeing['courier.md'].replace('publisher: courier', 'publisher: the-courier'),
    });
  });

  it('works for a client that says nothing of renaming', async () => {
    const session = await Session.start({ files, capabilities: bareClient });
    assert.equal(session.server.capabilities.renameProvider, true);
    const edit = await rename(session, 'register.facts.yaml', 'trusts');
    assert.equal(edit?.documentChanges, undefined);
    assert.deepEqual(changed(session, edit), afterwards);
  });

  it('counts in bytes where the client does', async () => {
    const emoji = '# 😀é\n';
    const own = {
      'a.facts.yaml': `organisations: {o: {name: 😀é}, $$CURSOR$$b: {name: 😀é, partOf: o}, c: {name: 😀é, partOf: b}}${emoji}`,
    };
    const session = await Session.start({ files: own, capabilities: utf8Client });
    const edit = await rename(session, 'a.facts.yaml', 'body');
    const { text } = withoutMarkers(own['a.facts.yaml']);
    assert.equal(
      textAfter(text, editsByUri(edit ?? {}).get(session.uri('a.facts.yaml')) ?? [], 'utf-8'),
      text.replace(' b: ', ' body: ').replace('partOf: b', 'partOf: body'),
    );
  });

  it('is refused with a reason', async () => {
    const session = await Session.start({ files, capabilities: renamingClient });
    const RequestFailed = -32803;
    const InvalidParams = -32602;
    await assert.rejects(rename(session, 'register.facts.yaml', 'herald'), {
      code: RequestFailed,
      message:
        'The id `herald` is taken already, by the organisation in register.facts.yaml, line 8. Choose another one.',
    });
    await assert.rejects(rename(session, 'register.facts.yaml', 'Primary Care Trusts'), {
      code: InvalidParams,
      message: /“Primary Care Trusts” cannot be an id.*`primary-care-trusts`/,
    });
    await assert.rejects(rename(session, 'register.facts.yaml', 'pct'), { code: InvalidParams });
    await assert.rejects(prepare(session, 'courier.facts.yaml', 1), {
      code: RequestFailed,
      message: /`count` is built in/,
    });
    await assert.rejects(prepare(session, 'register.facts.yaml', 1), { message: /name of `pct`/ });
    await assert.rejects(prepare(session, 'courier.md', 1), {
      message: /text of the article.*`pct`/,
    });
  });

  it('has nothing to say about a file that it does not know', async () => {
    const session = await Session.start({ files, capabilities: renamingClient });
    const params = {
      textDocument: { uri: session.uri('x.facts.yaml') },
      position: { line: 0, character: 0 },
    };
    assert.equal(await session.request('textDocument/prepareRename', params), null);
    assert.equal(await session.request('textDocument/rename', { ...params, newName: 'x' }), null);
  });
});
