import assert from 'node:assert/strict';
import type { CodeAction, Diagnostic, TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import { bareClient, pushClient, utf8Client } from './clients.js';
import { textIn } from './markers.js';
import { TEST_LIMIT } from './program.js';
import { agreeing, countOf } from './records.js';
import { codes, endSessions, Session } from './session.js';

const literals = {
  codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source'] } },
};

/** Takes actions with edits, and checks for which version these were made. */
const fixingClient = {
  ...pushClient,
  workspace: { ...pushClient.workspace, workspaceEdit: { documentChanges: true } },
  textDocument: { ...pushClient.textDocument, codeAction: literals },
};

const plainEditClient = {
  ...utf8Client,
  textDocument: { ...utf8Client.textDocument, codeAction: literals },
};

const disagreeing = {
  ...agreeing,
  'herald.facts.yaml': countOf('151').replace('151 pr', '152 pr'),
};

function actions(
  session: Session,
  name: string,
  { range }: Pick<Diagnostic, 'range'>,
  only?: string[],
): Promise<CodeAction[]> {
  return session.request('textDocument/codeAction', {
    textDocument: { uri: session.uri(name) },
    range,
    context: { diagnostics: [], ...(only === undefined ? {} : { only }) },
  });
}

function find(offered: readonly CodeAction[], title: string): CodeAction {
  const found = offered.find((action) => action.title === title);
  return (
    found ?? assert.fail(`${title} is not among ${offered.map((one) => one.title).join(' | ')}`)
  );
}

/** The edits of one file, whichever form the client takes. */
function editsOf({ changes, documentChanges }: WorkspaceEdit, uri: string): readonly TextEdit[] {
  const versioned = documentChanges?.find(
    (change) => 'edits' in change && change.textDocument.uri === uri,
  );
  return versioned !== undefined && 'edits' in versioned
    ? (versioned.edits as TextEdit[])
    : (changes?.[uri] ?? []);
}

/** The text of an open document as the client has it after an edit that only inserts. */
function inserted(text: string, edits: readonly TextEdit[]): string {
  const [edit] = edits;
  assert.ok(edit !== undefined && edits.length === 1);
  const before = textIn(text, { start: { line: 0, character: 0 }, end: edit.range.start });
  return before + edit.newText + text.slice(before.length + textIn(text, edit.range).length);
}

describe('code actions', function () {
  this.timeout(TEST_LIMIT);
  afterEach(endSessions);

  const conflictIn = async (session: Session, name: string): Promise<Diagnostic> => {
    const found = await session.waitForDiagnostics(name, (all) =>
      codes(all).includes('value-conflict'),
    );
    return found.find(({ code }) => code === 'value-conflict') ?? assert.fail();
  };

  it('settle a conflict in the editor, in one document and with its version', async () => {
    const session = await Session.start({ files: disagreeing, capabilities: fixingClient });
    assert.deepEqual(session.server.capabilities.codeActionProvider, {
      codeActionKinds: ['quickfix', 'refactor.extract', 'source.fixAll.policyFacts'],
    });
    const name = 'courier.facts.yaml';
    const text = disagreeing[name];
    await session.open(name, text);
    const conflict = await conflictIn(session, name);
    const action = find(await actions(session, name, conflict), 'Say that this disputes herald');
    assert.equal(action.kind, 'quickfix');
    assert.deepEqual(codes(action.diagnostics ?? []), ['value-conflict']);
    assert.deepEqual(
      action.edit?.documentChanges?.map((change) => 'edits' in change && change.textDocument),
      [{ uri: session.uri(name), version: session.versionOf(name) }],
    );
    const after = inserted(text, editsOf(action.edit ?? {}, session.uri(name)));
    const line = '    place: england\n';
    assert.equal(after, text.replace(line, `${line}    disputes: herald#trusts\n`));

    await session.edit(name, line, `${line}    disputes: herald#trusts\n`);
    await session.waitForDiagnostics(name, (all) => codes(all).join() === 'disputed');
  });

  it('count positions as agreed, and name no versions to a client that knows none', async () => {
    const files = {
      ...disagreeing,
      'courier.facts.yaml': disagreeing['courier.facts.yaml'].replace(
        'place: england',
        'place: england # é𝔘',
      ),
    };
    const session = await Session.start({ files, capabilities: plainEditClient });
    const name = 'courier.facts.yaml';
    const conflict = await conflictIn(session, name);
    const action = find(await actions(session, name, conflict), 'Prefer this to herald');
    assert.equal(action.edit?.documentChanges, undefined);
    const line = files[name].split('\n').findIndex((each) => each.includes('place'));
    const character = Buffer.byteLength(files[name].split('\n')[line] ?? '');
    const at = { line, character };
    assert.deepEqual(action.edit?.changes?.[session.uri(name)], [
      { range: { start: at, end: at }, newText: '\n    rank: preferred' },
    ]);
  });

  it('change a file that is not open, without a version', async () => {
    const name = 'courier.facts.yaml';
    const files = { ...agreeing, [name]: countOf('152').replace('england', 'kent-coast') };
    const session = await Session.start({ files, capabilities: fixingClient });
    const found = await session.waitForDiagnostics(name, (all) =>
      codes(all).includes('unknown-reference'),
    );
    const unknown = found.find(({ code }) => code === 'unknown-reference') ?? assert.fail();
    const title = 'Define the place `kent-coast` in register.facts.yaml';
    const { edit } = find(await actions(session, name, unknown), title);
    assert.deepEqual(
      edit?.documentChanges?.map((change) => 'edits' in change && change.textDocument),
      [{ uri: session.uri('register.facts.yaml'), version: null }],
    );
    const [change] = editsOf(edit, session.uri('register.facts.yaml'));
    assert.equal(change?.newText, '\n  kent-coast: {name: Kent Coast}');
  });

  it('are limited to the kinds asked for', async () => {
    const name = 'courier.facts.yaml';
    const files = { ...disagreeing, [name]: countOf('152').replace('england', 'englnd') };
    const session = await Session.start({ files, capabilities: fixingClient });
    await session.waitForDiagnostics(name, (all) => codes(all).includes('unknown-reference'));
    const whole = { range: { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } } };
    const kinds = async (only?: string[]): Promise<string[]> => [
      ...new Set((await actions(session, name, whole, only)).map(({ kind }) => kind ?? '')),
    ];
    assert.deepEqual(await kinds(), ['quickfix', 'source.fixAll.policyFacts']);
    assert.deepEqual(await kinds(['quickfix']), ['quickfix']);
    assert.deepEqual(await kinds(['source']), ['source.fixAll.policyFacts']);
    assert.deepEqual(await kinds(['source.fixAll.policyFacts']), ['source.fixAll.policyFacts']);
    assert.deepEqual(await kinds(['refactor']), []);
    const [all] = await actions(session, name, whole, ['source.fixAll']);
    assert.deepEqual(
      editsOf(all?.edit ?? {}, session.uri(name)).map(({ newText }) => newText),
      ['england'],
    );
  });

  it('are not offered to a client that cannot take them', async () => {
    const session = await Session.start({ files: disagreeing, capabilities: bareClient });
    assert.equal(session.server.capabilities.codeActionProvider, undefined);
    const at = { line: 0, character: 0 };
    assert.deepEqual(
      await actions(session, 'courier.facts.yaml', { range: { start: at, end: at } }),
      [],
    );
  });
});

describe('the command policyFacts.explainPair', function () {
  this.timeout(TEST_LIMIT);
  afterEach(endSessions);

  it('answers with the steps of the comparison, from the text as typed', async () => {
    const session = await Session.start({ files: agreeing, capabilities: pushClient });
    const explain = (...references: string[]): Promise<string> =>
      session.request('workspace/executeCommand', {
        command: 'policyFacts.explainPair',
        arguments: references,
      });
    assert.match(
      await explain('herald#trusts', 'courier#trusts'),
      /^Verdict: nothing; the values agree\.$/m,
    );
    await session.open('herald.facts.yaml', agreeing['herald.facts.yaml']);
    await session.edit('herald.facts.yaml', 'value: 152', 'value: 151');
    assert.match(
      await explain('herald#trusts', 'courier#trusts'),
      /^Verdict: value-conflict \(warning\)\. /m,
    );
    await assert.rejects(explain('herald#trusts', 'courier#truts'), /Did you mean trusts\?/);
    await assert.rejects(explain('herald#trusts'), /is no fact reference/);
  });
});
