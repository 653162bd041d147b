import assert from 'node:assert/strict';
import type {
  ClientCapabilities,
  CodeLens,
  SemanticTokens,
  SemanticTokensDelta,
} from 'vscode-languageserver/node';
import { bareClient, pushClient, readingClient } from './clients.js';
import { TEST_LIMIT } from './program.js';
import { agreeing } from './records.js';
import { endSessions, Session } from './session.js';

function full(session: Session, name: string): Promise<SemanticTokens> {
  return session.request('textDocument/semanticTokens/full', {
    textDocument: { uri: session.uri(name) },
  });
}

function delta(
  session: Session,
  name: string,
  previousResultId: string | undefined,
): Promise<SemanticTokens | SemanticTokensDelta> {
  return session.request('textDocument/semanticTokens/full/delta', {
    textDocument: { uri: session.uri(name) },
    previousResultId,
  });
}

/** The tokens as `words: type modifiers`. */
function told(session: Session, text: string, { data }: { data: readonly number[] }): string[] {
  const legend = session.server.capabilities.semanticTokensProvider?.legend;
  const utf8 = session.server.capabilities.positionEncoding === 'utf-8';
  const lines = text.split('\n');
  let line = 0;
  let start = 0;
  const tokens: string[] = [];
  for (let at = 0; at < data.length; at += 5) {
    const [down = 0, right = 0, length = 0, type = 0, bits = 0] = data.slice(at, at + 5);
    start = down === 0 ? start + right : right;
    line += down;
    const words = utf8
      ? Buffer.from(lines[line] ?? '')
          .subarray(start, start + length)
          .toString()
      : (lines[line] ?? '').slice(start, start + length);
    const modifiers = legend?.tokenModifiers.filter((_, index) => (bits & (1 << index)) !== 0);
    tokens.push(`${words}: ${[legend?.tokenTypes[type], ...(modifiers ?? [])].join(' ')}`);
  }
  return tokens;
}

function applied(before: readonly number[], after: SemanticTokens | SemanticTokensDelta): number[] {
  assert.ok('edits' in after, 'only what changed');
  const data = [...before];
  for (const { start, deleteCount, data: by = [] } of [...after.edits].reverse()) {
    data.splice(start, deleteCount, ...by);
  }
  return data;
}

describe('semantic tokens', function () {
  this.timeout(TEST_LIMIT);
  afterEach(endSessions);

  const start = async (
    capabilities: ClientCapabilities = readingClient,
    files: Readonly<Record<string, string>> = agreeing,
  ): Promise<Session> => {
    const session = await Session.start({ files, capabilities });
    await session.settled();
    return session;
  };

  it('are declared as far as the client takes them', async () => {
    const declared = async (capabilities: ClientCapabilities): Promise<unknown> =>
      (await start(capabilities)).server.capabilities.semanticTokensProvider;
    assert.equal(await declared(bareClient), undefined);
    const tokens = readingClient.textDocument!.semanticTokens!;
    const provider = (await declared({
      textDocument: { semanticTokens: { ...tokens, requests: { full: true }, tokenTypes: [] } },
    })) as { full: unknown; range: unknown; legend: { tokenTypes: string[] } };
    assert.deepEqual([provider.full, provider.range], [true, undefined]);
    assert.ok(!provider.legend.tokenTypes.includes('organisation'));
    assert.ok(provider.legend.tokenTypes.includes('class'));
  });

  it('colour an article and a sidecar by what their words stand for', async () => {
    const session = await start();
    assert.deepEqual(told(session, agreeing['courier.md'], await full(session, 'courier.md')), [
      'courier: organisation',
      '152: figure recorded',
      'primary care trusts: organisation',
      'England: place',
      'PCT: organisation',
    ]);
    const sidecar = agreeing['courier.facts.yaml'];
    assert.deepEqual(told(session, sidecar, await full(session, 'courier.facts.yaml')), [
      'trusts: function definition',
      'pct: organisation',
      'count: property',
      '152: figure',
      'place: parameter',
      'england: place',
    ]);
    assert.deepEqual(await full(session, 'no-such-file.md'), { data: [] });
  });

  it('count in the units of the client', async () => {
    const text = '# Überblick 𝟘\n\nÜber Jane Doe 𝟘 und 152 PCTs 𝟘 in England.\n';
    for (const encoding of ['utf-8', 'utf-16'] as const) {
      const session = await start(
        { ...readingClient, general: { positionEncodings: [encoding] } },
        { ...agreeing, 'courier.md': text },
      );
      assert.deepEqual(told(session, text, await full(session, 'courier.md')), [
        'Jane Doe: person',
        '152: figure recorded',
        'PCTs: organisation',
        'England: place',
      ]);
    }
  });

  it('are told of a part only', async () => {
    const session = await start();
    const range = { start: { line: 8, character: 40 }, end: { line: 9, character: 0 } };
    const tokens = await session.request<SemanticTokens>('textDocument/semanticTokens/range', {
      textDocument: { uri: session.uri('courier.md') },
      range,
    });
    assert.deepEqual(told(session, agreeing['courier.md'], tokens), [
      'England: place',
      'PCT: organisation',
    ]);
  });

  it('are told as a difference to what the client has, until it closes the document', async () => {
    const session = await start();
    const name = 'courier.md';
    await session.open(name, agreeing[name]);
    const first = await full(session, name);
    await session.edit(name, 'Each PCT', 'In England each PCT');
    const change = await delta(session, name, first.resultId);
    const again = await full(session, name);
    assert.deepEqual(applied(first.data, change), again.data);
    assert.notDeepEqual(again.data, first.data);
    assert.deepEqual(applied(again.data, await delta(session, name, again.resultId)), again.data);
    assert.ok('data' in (await delta(session, name, 'no-such-result')));
    await session.close(name);
    await session.open(name, agreeing[name]);
    assert.ok('data' in (await delta(session, name, again.resultId)));
  });

  it('mark a value as contested as soon as another file contradicts it, and the client is told', async () => {
    const session = await start();
    const refreshes = (): number =>
      session.requestsToClient.filter((method) => method === 'workspace/semanticTokens/refresh')
        .length;
    await session.open('courier.md', agreeing['courier.md']);
    await session.open('herald.facts.yaml', agreeing['herald.facts.yaml']);
    await full(session, 'courier.md');
    await full(session, 'herald.facts.yaml');
    const before = refreshes();
    await session.edit('herald.facts.yaml', 'value: 152', 'value: 148');
    await session.until('a refresh', () => (refreshes() > before ? true : undefined));
    const tokens = told(session, agreeing['courier.md'], await full(session, 'courier.md'));
    assert.ok(tokens.includes('152: figure recorded contested'), tokens.join(', '));
  });

  it('are not asked for again because of what the client itself typed', async () => {
    const session = await start();
    const name = 'courier.facts.yaml';
    const register = session.uri('register.facts.yaml');
    await session.open(name, agreeing[name]);
    await session.open('register.facts.yaml', agreeing['register.facts.yaml']);
    await full(session, name);
    const [lens] = await session.request<CodeLens[]>('textDocument/codeLens', {
      textDocument: { uri: register },
    });
    await session.request('codeLens/resolve', lens);
    const asked = session.requestsToClient.length;
    // This alters the tokens of the file itself, and the lenses of another.
    await session.edit(name, 'subject: pct', 'subject: nobody');
    await session.until('a refresh of the lenses', () =>
      session.requestsToClient.slice(asked).includes('workspace/codeLens/refresh')
        ? true
        : undefined,
    );
    await full(session, name); // answered behind whatever was told at that time
    assert.deepEqual(session.requestsToClient.slice(asked), ['workspace/codeLens/refresh']);
  });

  it('are answered to a client that cannot be told, once all files are read', async () => {
    const session = await Session.start({
      files: agreeing,
      capabilities: {
        ...pushClient,
        textDocument: {
          ...pushClient.textDocument,
          semanticTokens: readingClient.textDocument!.semanticTokens!,
        },
      },
    });
    const tokens = await full(session, 'courier.md');
    assert.equal(told(session, agreeing['courier.md'], tokens).length, 5);
  });
});
