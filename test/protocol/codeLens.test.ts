import assert from 'node:assert/strict';
import type {
  ClientCapabilities,
  CodeLens,
  InitializeParams,
  Location,
} from 'vscode-languageserver/node';
import { bareClient, readingClient } from './clients.js';
import { TEST_LIMIT } from './program.js';
import { agreeing, countOf } from './records.js';
import { endSessions, Session } from './session.js';

const files = {
  ...agreeing,
  'herald.facts.yaml': countOf('148', 'England has 152 primary care trusts'),
  'lone.md': 'There are 99 PCTs in Essex, Jane Doe writes. Ten PCTs are new.\n',
  'notes.md': 'Buy 3 pints of milk.\n',
} as const;

const offering: Partial<InitializeParams> = {
  initializationOptions: { commands: ['policyFacts.showReferences'] },
};

function lenses(session: Session, name: string): Promise<CodeLens[]> {
  return session.request('textDocument/codeLens', { textDocument: { uri: session.uri(name) } });
}

/** The lenses of a file, resolved, as `line: title`. */
async function told(session: Session, name: string): Promise<string[]> {
  const shown: string[] = [];
  for (const lens of await resolved(session, name)) {
    shown.push(`${lens.range.start.line}: ${lens.command?.title ?? ''}`);
  }
  return shown;
}

async function resolved(session: Session, name: string): Promise<CodeLens[]> {
  const all: CodeLens[] = [];
  for (const lens of await lenses(session, name)) {
    all.push(lens.command === undefined ? await session.request('codeLens/resolve', lens) : lens);
  }
  return all;
}

describe('code lenses', function () {
  this.timeout(TEST_LIMIT);
  afterEach(endSessions);

  const start = async (
    capabilities: ClientCapabilities = readingClient,
    initialize: Partial<InitializeParams> = offering,
  ): Promise<Session> => {
    const session = await Session.start({ files, capabilities, initialize });
    await session.settled();
    return session;
  };

  it('are declared to clients that show them', async () => {
    const { codeLensProvider } = (await start()).server.capabilities;
    assert.deepEqual(codeLensProvider, { resolveProvider: true });
    assert.equal((await start(bareClient)).server.capabilities.codeLensProvider, undefined);
  });

  it('tell above an article what is recorded of it', async () => {
    const session = await start();
    assert.deepEqual(await told(session, 'courier.md'), [
      '0: 1 fact recorded',
      '0: no figures unrecorded',
      '0: 1 conflict',
    ]);
    assert.deepEqual(await told(session, 'lone.md'), [
      '0: no facts recorded',
      '0: 2 figures unrecorded',
      '0: no conflicts',
    ]);
    assert.deepEqual(await told(session, 'notes.md'), [], 'nothing known is mentioned');
  });

  it('tell above the facts of a sidecar how many there are', async () => {
    const session = await start();
    assert.deepEqual(await told(session, 'courier.facts.yaml'), [
      '0: 1 fact',
      '0: 1 finding',
      '0: 3 mentions in the article',
    ]);
  });

  it('tell above each organisation and person what is known', async () => {
    const session = await start();
    const shown = await told(session, 'register.facts.yaml');
    assert.deepEqual(shown.slice(0, 3), [
      '1: 2 facts',
      '1: 2 conflicts',
      '1: 5 mentions in 3 articles',
    ]);
    assert.ok(shown.includes('14: 2 mentions in 2 articles'), 'a person');
    assert.equal(shown.length, 12, 'three organisations, a person, no place');
  });

  it('lead to what they count, for a client that offers the command', async () => {
    const session = await start();
    const [facts, conflicts] = await resolved(session, 'register.facts.yaml');
    assert.equal(facts?.command?.command, 'policyFacts.showReferences');
    const [uri, position, places] = facts.command.arguments as [string, unknown, Location[]];
    assert.equal(uri, session.uri('register.facts.yaml'));
    assert.deepEqual(position, facts.range.start);
    assert.deepEqual(session.words(places, files), [
      'courier.facts.yaml "trusts"',
      'herald.facts.yaml "trusts"',
    ]);
    const [, , both] = conflicts?.command?.arguments as [string, unknown, Location[]];
    assert.deepEqual(session.words(both, files).slice(0, 2), [
      'courier.facts.yaml "152"',
      'herald.facts.yaml "148"',
    ]);
  });

  it('only tell, to a client that does not offer it', async () => {
    const session = await start(readingClient, {});
    for (const { command } of await resolved(session, 'register.facts.yaml')) {
      assert.equal(command?.command, '');
      assert.equal(command.arguments, undefined);
    }
  });

  it('can be switched off', async () => {
    const session = await Session.start({
      files,
      capabilities: readingClient,
      configuration: () => ({ codeLens: false }),
    });
    await session.settled();
    assert.deepEqual(await lenses(session, 'courier.md'), []);
  });

  it('count anew when another file changes, and only then', async () => {
    const session = await start();
    await session.open('register.facts.yaml', files['register.facts.yaml']);
    await session.open('courier.facts.yaml', files['courier.facts.yaml']);
    await told(session, 'register.facts.yaml');
    const refreshes = (): number =>
      session.requestsToClient.filter((method) => method === 'workspace/codeLens/refresh').length;
    const before = refreshes();
    await session.edit('courier.facts.yaml', 'id: trusts', 'id: all-trusts'); // alters no count
    await session.edit('courier.facts.yaml', 'subject: pct', 'subject: herald');
    await session.until('a refresh', () => (refreshes() > before ? true : undefined));
    assert.equal((await told(session, 'register.facts.yaml'))[0], '1: 1 fact');
  });

  it('come back as they are when they are none of ours', async () => {
    const session = await start();
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    for (const data of [undefined, null, 7, { kind: 'place', id: 'x' }, { uri: 3 }]) {
      const lens = { range, ...(data === undefined ? {} : { data }) };
      assert.deepEqual(await session.request('codeLens/resolve', lens), lens);
    }
  });
});
