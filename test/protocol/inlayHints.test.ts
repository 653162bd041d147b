import assert from 'node:assert/strict';
import type { ClientCapabilities, InlayHint } from 'vscode-languageserver/node';
import { bareClient, readingClient } from './clients.js';
import { TEST_LIMIT } from './program.js';
import { agreeing, countOf } from './records.js';
import { endSessions, Session } from './session.js';

const whole = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };

const name = 'courier.facts.yaml';

const files = {
  ...agreeing,
  [name]: countOf('~150').replace('place:', 'until: 2010-11\n    place:'),
};

function hints(session: Session, range = whole): Promise<InlayHint[]> {
  return session.request('textDocument/inlayHint', {
    textDocument: { uri: session.uri(name) },
    range,
  });
}

function labels(found: readonly InlayHint[]): string[] {
  return found.map(({ label }) =>
    typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
  );
}

describe('inlay hints', function () {
  this.timeout(TEST_LIMIT);
  afterEach(endSessions);

  const start = async (
    capabilities: ClientCapabilities = readingClient,
    configuration: (section: string | undefined) => unknown = () => null,
  ): Promise<Session> => {
    const session = await Session.start({ files, capabilities, configuration });
    await session.settled();
    return session;
  };

  it('are declared to clients that show them', async () => {
    assert.equal((await start()).server.capabilities.inlayHintProvider, true);
    assert.equal((await start(bareClient)).server.capabilities.inlayHintProvider, undefined);
  });

  it('tell names, values and dates behind what is written', async () => {
    const session = await start();
    const found = await hints(session);
    assert.deepEqual(labels(found), [
      'Primary care trusts',
      'Number of organisations',
      '142.5–157.5',
      'November 2010',
    ]);
    assert.deepEqual(
      found.map(({ position }) => position),
      [
        { line: 2, character: 16 },
        { line: 3, character: 19 },
        { line: 4, character: 15 },
        { line: 5, character: 18 },
      ],
    );
  });

  it('lead to the definition, for a client that can go there', async () => {
    const session = await start();
    const [subject] = await hints(session);
    assert.ok(Array.isArray(subject?.label));
    const location = subject.label[0]?.location;
    assert.ok(location);
    assert.deepEqual(session.words([location], files), ['register.facts.yaml "pct"']);
    assert.equal(subject.tooltip, 'pct: Primary care trusts');
    const plain = await start({
      ...readingClient,
      textDocument: { ...readingClient.textDocument, inlayHint: {} },
    });
    const [bare] = await hints(plain);
    assert.equal(bare?.label, 'Primary care trusts');
    assert.equal(bare.tooltip, undefined);
  });

  it('are given for the lines asked for, and for a file that is there', async () => {
    const session = await start();
    const line = { start: { line: 4, character: 0 }, end: { line: 4, character: 99 } };
    assert.deepEqual(labels(await hints(session, line)), ['142.5–157.5']);
    const nothing = await session.request('textDocument/inlayHint', {
      textDocument: { uri: session.uri('no-such.facts.yaml') },
      range: whole,
    });
    assert.deepEqual(nothing, []);
  });

  it('follow the settings, each kind by itself, as soon as these change', async () => {
    const session = await start();
    await session.open(name, files[name]);
    assert.equal((await hints(session)).length, 4);
    for (const [off, expected] of [
      ['values', ['Primary care trusts', 'Number of organisations', 'November 2010']],
      ['dates', ['Primary care trusts', 'Number of organisations', '142.5–157.5']],
      ['names', ['142.5–157.5', 'November 2010']],
    ] as const) {
      const asked = session.requestsToClient.length;
      session.configuration = () => ({ inlayHints: { [off]: false } });
      await session.changeSettings();
      await session.until('a refresh', () =>
        session.requestsToClient.slice(asked).includes('workspace/inlayHint/refresh')
          ? true
          : undefined,
      );
      assert.deepEqual(labels(await hints(session)), expected);
    }
  });

  it('take a name from another file as it is typed there', async () => {
    const session = await start();
    await session.open(name, files[name]);
    await session.open('register.facts.yaml', files['register.facts.yaml']);
    await hints(session);
    const asked = session.requestsToClient.length;
    await session.edit('register.facts.yaml', 'name: Primary care trusts', 'name: Care trusts');
    await session.until('a refresh', () =>
      session.requestsToClient.slice(asked).includes('workspace/inlayHint/refresh')
        ? true
        : undefined,
    );
    assert.equal(labels(await hints(session))[0], 'Care trusts');
  });
});
