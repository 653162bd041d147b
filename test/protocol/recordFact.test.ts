import assert from 'node:assert/strict';
import type {
  CodeAction,
  Range,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { pushClient, utf8Client } from './clients.js';
import { positionAt, type Encoding } from './markers.js';
import { TEST_LIMIT } from './program.js';
import { agreeing, courier, register } from './records.js';
import { endSessions, Session } from './session.js';

const codeAction = {
  codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor'] } },
};

/** Creates files as part of an edit. */
const creatingClient = {
  ...pushClient,
  workspace: {
    ...pushClient.workspace,
    workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] },
  },
  textDocument: { ...pushClient.textDocument, codeAction },
};

/** Knows neither new files nor versions. */
const plainClient = {
  ...utf8Client,
  textDocument: { ...utf8Client.textDocument, codeAction },
};

const files = { 'register.facts.yaml': register, 'courier.md': courier };
const withSidecar = { ...files, 'courier.facts.yaml': 'facts: # é\n' };

function rangeOf(text: string, words: string, encoding: Encoding = 'utf-16'): Range {
  const start = text.indexOf(words);
  assert.ok(start >= 0, words);
  return {
    start: positionAt(text, start, encoding),
    end: positionAt(text, start + words.length, encoding),
  };
}

function actions(session: Session, range: Range, only?: string[]): Promise<CodeAction[]> {
  return session.request('textDocument/codeAction', {
    textDocument: { uri: session.uri('courier.md') },
    range,
    context: { diagnostics: [], ...(only === undefined ? {} : { only }) },
  });
}

function run<T>(session: Session, command: string, ...args: unknown[]): Promise<T> {
  return session.request('workspace/executeCommand', {
    command: `policyFacts.${command}`,
    arguments: args,
  });
}

interface Edited {
  readonly edit?: WorkspaceEdit;
  readonly uri: string;
  readonly range: Range;
}

/** What is to be created, and the text that goes into it. */
function created(edit: WorkspaceEdit | undefined): readonly [string, string] {
  const [create, filled] = edit?.documentChanges ?? [];
  assert.ok(create !== undefined && 'kind' in create && create.kind === 'create');
  assert.equal(create.options?.overwrite, undefined, 'no file is ever written over');
  assert.ok(filled !== undefined && 'edits' in filled);
  const { textDocument, edits } = filled;
  assert.deepEqual(textDocument, { uri: create.uri, version: null });
  const [only] = edits as TextEdit[];
  assert.deepEqual(only?.range, {
    start: { line: 0, character: 0 },
    end: { line: 0, character: 0 },
  });
  return [create.uri, only.newText];
}

const fact = `  - subject: pct
    property: count
    value: 152
    place: england
    quote: 152 primary care trusts in England
`;
const words = '152 primary care trusts in England';

describe('record as fact', function () {
  this.timeout(TEST_LIMIT);
  afterEach(endSessions);

  it('is an action on a selection, and creates the sidecar with it', async () => {
    const session = await Session.start({ files, capabilities: creatingClient });
    await session.settled();
    const offered = await actions(session, rangeOf(courier, words), ['refactor']);
    assert.deepEqual(
      offered.map(({ kind, title }) => [kind, title]),
      [
        ['refactor.extract.fact', `Record “${words}” as a fact in courier.facts.yaml`],
        ['refactor.extract.sidecar', 'Create the sidecar courier.facts.yaml'],
      ],
    );
    assert.deepEqual(created(offered[0]?.edit), [
      session.uri('courier.facts.yaml'),
      `# Facts of courier.md.\nfacts:\n${fact}`,
    ]);
    assert.deepEqual(created(offered[1]?.edit), [
      session.uri('courier.facts.yaml'),
      '# Facts of courier.md.\nfacts:\n',
    ]);
  });

  it('is not offered at a cursor without a figure, unless asked for', async () => {
    const session = await Session.start({ files, capabilities: creatingClient });
    await session.settled();
    const { start } = rangeOf(courier, 'There are 152');
    const cursor = { start, end: start };
    assert.deepEqual(await actions(session, cursor), []);
    const [asked] = await actions(session, cursor, ['refactor.extract.fact']);
    assert.match(asked?.title ?? '', /^Record “There are 152 .* in England\.” as a fact/);
    const { start: figure } = rangeOf(courier, '152 primary');
    const [atFigure] = await actions(session, { start: figure, end: figure });
    assert.match(atFigure?.title ?? '', /^Record “152 primary care trusts” as a fact/);
  });

  it('goes into a sidecar that is there for a client that creates no files', async () => {
    const session = await Session.start({ files: withSidecar, capabilities: plainClient });
    await session.settled();
    const [action] = await actions(session, rangeOf(courier, words, 'utf-8'), ['refactor']);
    const at = positionAt('facts: # é\n', 'facts: # é'.length, 'utf-8');
    assert.deepEqual(action?.edit, {
      changes: {
        [session.uri('courier.facts.yaml')]: [
          { range: { start: at, end: at }, newText: `\n${fact.trimEnd()}` },
        ],
      },
    });

    const bare = await Session.start({ files, capabilities: plainClient });
    await bare.settled();
    assert.deepEqual(await actions(bare, rangeOf(courier, words, 'utf-8'), ['refactor']), []);
  });

  it('is one edit with the quick fix of an unrecorded figure', async () => {
    const session = await Session.start({ files: withSidecar, capabilities: creatingClient });
    await session.waitForDiagnostics('courier.md', (all) =>
      all.some(({ code }) => code === 'figure-unrecorded'),
    );
    const { start } = rangeOf(courier, '152');
    const offered = await actions(session, { start, end: start });
    assert.deepEqual(
      offered.map(({ kind }) => kind),
      ['quickfix'],
    );
    const [extracted] = await actions(session, { start, end: start }, ['refactor.extract']);
    assert.deepEqual(extracted?.edit, offered[0]?.edit);
  });

  it('offers both readings of a possible denial, and decides for none', async () => {
    const denied = courier.replace('There are', 'The ministry denied that there are');
    const session = await Session.start({
      files: { ...withSidecar, 'courier.md': denied },
      capabilities: creatingClient,
    });
    await session.settled();
    const range = rangeOf(denied, words);
    const offered = await actions(session, range, ['refactor.extract.fact']);
    assert.deepEqual(
      offered.map(({ title }) => title.includes('that is denied')),
      [false, true],
    );
    const uri = session.uri('courier.md');
    await assert.rejects(
      run(session, 'factEdit', { uri, range }),
      /“denied” may make this a denial/,
    );
    const choices = { polarity: 'negative' };
    const { edit } = await run<Edited>(session, 'factEdit', { uri, range, choices });
    const [change] = edit?.documentChanges as TextDocumentEdit[];
    assert.match((change?.edits[0] as TextEdit).newText, /polarity: negative/);
  });
});

describe('the commands of the writing aids', function () {
  this.timeout(TEST_LIMIT);
  afterEach(endSessions);

  interface Proposed {
    readonly questions: readonly {
      readonly key: string;
      readonly options: readonly { readonly label: string; readonly choice: object }[];
    }[];
    readonly recorded: readonly { readonly reference: string }[];
    readonly isOnRecord: boolean;
  }

  it('propose a fact as questions, from the text as typed', async () => {
    const session = await Session.start({ files, capabilities: creatingClient });
    await session.open('courier.md', courier);
    await session.edit('courier.md', 'There are 152', 'In 2009 there could be 140');
    const text = session.textOf('courier.md');
    const uri = session.uri('courier.md');
    const range = rangeOf(text, '140 primary care trusts');
    const { questions, isOnRecord } = await run<Proposed>(session, 'proposeFact', { uri, range });
    assert.equal(isOnRecord, false);
    assert.deepEqual(
      questions.map(({ key, options }) => [key, options[0]?.label]),
      [
        ['subject', 'Primary care trusts'],
        ['property', 'Number of organisations'],
        ['value', '140'],
        ['place', 'England'],
        ['speaker', 'The article itself'],
        ['modality', 'hypothetical'],
        ['time', 'in 2009'],
      ],
    );
    const choices = { value: '141', time: {}, modality: 'planned', place: null };
    const answer = await run<Edited>(session, 'factEdit', { uri, range, choices });
    const [, written] = created(answer.edit);
    assert.match(
      written,
      /value: 141\n {4}modality: planned\n {4}quote: 140 primary care trusts\n/,
    );
    assert.equal(written.split('\n')[answer.range.start.line]?.trim(), 'value: 141');
  });

  it('say what is on record with the same words', async () => {
    const session = await Session.start({ files: agreeing, capabilities: creatingClient });
    const uri = session.uri('courier.md');
    const range = rangeOf(courier, words);
    const proposed = await run<Proposed>(session, 'proposeFact', { uri, range });
    assert.deepEqual(
      [proposed.isOnRecord, proposed.recorded.map(({ reference }) => reference)],
      [true, ['courier#trusts']],
    );
  });

  it('create a sidecar, or show the one there is', async () => {
    const session = await Session.start({ files, capabilities: creatingClient });
    const uri = session.uri('courier.md');
    const { edit, range } = await run<Edited>(session, 'sidecarEdit', { uri });
    assert.deepEqual(created(edit)[1], '# Facts of courier.md.\nfacts:\n');
    assert.deepEqual(range.start, { line: 1, character: 6 });
    const other = await Session.start({ files: agreeing, capabilities: creatingClient });
    const there = await run<Edited>(other, 'sidecarEdit', { uri: other.uri('courier.md') });
    assert.deepEqual([there.edit, there.uri], [undefined, other.uri('courier.facts.yaml')]);
  });

  it('define a name where most of its kind are, or show the one there is', async () => {
    const text = courier.replace('There are', 'The Home Office counts');
    const session = await Session.start({
      files: { ...files, 'courier.md': text },
      capabilities: creatingClient,
    });
    const uri = session.uri('courier.md');
    const define = (selected: string): Promise<Edited> =>
      run(session, 'definitionEdit', { uri, range: rangeOf(text, selected), kind: 'organisation' });
    const { edit, uri: file } = await define('The Home Office');
    assert.equal(file, session.uri('register.facts.yaml'));
    const [change] = edit?.documentChanges as TextDocumentEdit[];
    assert.equal(
      (change?.edits[0] as TextEdit).newText,
      '\n  home-office:\n    name: Home Office\n    kind: government',
    );
    const there = await define('primary care trusts');
    assert.deepEqual([there.edit, there.range.start], [undefined, { line: 1, character: 2 }]);
  });

  it('refuse what they cannot do, in words, whatever comes', async () => {
    const session = await Session.start({ files, capabilities: creatingClient });
    const uri = session.uri('courier.md');
    const range = rangeOf(courier, words);
    const bad: readonly unknown[] = [
      undefined,
      null,
      12,
      'x',
      [],
      {},
      { uri },
      { uri: 5, range },
      { uri, range: { start: { line: -1, character: 0 }, end: { line: 0, character: 0 } } },
      { uri, range: { start: { line: 0.5, character: 0 }, end: { line: 0, character: 0 } } },
      { uri, range, choices: 'x' },
      { uri, range, choices: { subject: 5 } },
      { uri, range, choices: { modality: 'certainly' } },
      { uri, range, choices: { speaker: { saidBy: 'x' } } },
      { uri, range, choices: { time: 'now' } },
      { uri, range, choices: { value: 'x'.repeat(5000) } },
    ];
    for (const argument of bad) {
      for (const command of ['proposeFact', 'factEdit', 'definitionEdit']) {
        await assert.rejects(run(session, command, argument), /not as the command takes them/);
      }
    }
    await assert.rejects(run(session, 'sidecarEdit', 5), /not as the command takes them/);
    const away = { uri: session.uri('none.md'), range };
    await assert.rejects(run(session, 'factEdit', away), /not one of the workspace/);
    await assert.rejects(run(session, 'sidecarEdit', away), /belongs to an article/);
    await session.open('untitled:Untitled-1', 'There are 152 PCTs.\n', 'plaintext');
    const untitled = {
      uri: 'untitled:Untitled-1',
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 9 } },
    };
    await assert.rejects(run(session, 'factEdit', untitled), /Save this document first/);
    const hostile = {
      uri,
      range,
      choices: { subject: '__proto__', value: 'a: [b\n"c', property: '{' },
    };
    const [, written] = created((await run<Edited>(session, 'factEdit', hostile)).edit);
    assert.match(written, /subject: __proto__\n {4}property: '\{'\n {4}value: "a: \[b\\n\\"c"\n/);
    const past = { line: 99999, character: 99999 };
    const end = { uri, range: { start: past, end: past } };
    await assert.rejects(run(session, 'factEdit', end), /no sentence at the cursor/);
    assert.equal((await session.check())['articles'], 2);
  });
});
