import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import type {
  DocumentDiagnosticReport,
  WorkspaceDiagnosticReport,
} from 'vscode-languageserver/node';
import { bareClient, pullClient, pushClient } from './clients.js';
import { TEST_LIMIT } from './program.js';
import { agreeing, countOf } from './records.js';
import { codes, endSessions, messageOf, Session } from './session.js';

/** Two sidecars that contradict each other. */
const contradicting = {
  ...agreeing,
  'courier.facts.yaml': countOf('148', '152 primary care trusts'),
} as const;

describe('diagnostics that a client pulls', function () {
  this.timeout(TEST_LIMIT);
  afterEach(endSessions);

  function itemsOf(report: DocumentDiagnosticReport): unknown[] {
    assert.ok(report.kind === 'full');
    return codes(report.items);
  }

  it('are answered with a result id, and with `unchanged` where the client knows them', async () => {
    const session = await Session.start({ files: contradicting, capabilities: pullClient });
    await session.settled();
    const { diagnosticProvider } = session.server.capabilities;
    assert.ok(diagnosticProvider?.interFileDependencies && diagnosticProvider.workspaceDiagnostics);

    const first = await session.pull('herald.facts.yaml');
    assert.deepEqual(itemsOf(first), ['value-conflict']);
    assert.ok(first.resultId);
    const second = await session.pull('herald.facts.yaml', first.resultId);
    assert.deepEqual(second, { kind: 'unchanged', resultId: first.resultId });

    await session.open('courier.facts.yaml', countOf('152'));
    const third = await session.pull('herald.facts.yaml', first.resultId);
    assert.deepEqual(itemsOf(third), []);
    assert.notEqual(third.resultId, first.resultId);
    assert.deepEqual(itemsOf(await session.pull('no-such-file.facts.yaml')), []);
    assert.deepEqual(session.pushes, [], 'nothing is pushed to a client that pulls');
  });

  it('see what was typed just before', async () => {
    const session = await Session.start({ files: agreeing, capabilities: pullClient });
    await session.settled();
    await session.open('courier.facts.yaml', agreeing['courier.facts.yaml']);
    await session.edit('courier.facts.yaml', 'value: 152', 'value: 148');
    assert.deepEqual(
      itemsOf(await session.pull('courier.facts.yaml')).sort(),
      ['value-conflict', 'value-not-in-quote'].sort(),
    );
  });

  it('are asked for again when an edit elsewhere changes them, not for the edit alone', async () => {
    const session = await Session.start({ files: agreeing, capabilities: pullClient });
    await session.open('courier.facts.yaml', agreeing['courier.facts.yaml']);
    await session.settled();
    await session.until('the refreshes of the start', () => session.refreshes > 0 || undefined);
    const before = session.refreshes;
    await session.edit('courier.facts.yaml', 'value: 152', 'value: 148');
    await session.until('a refresh', () => session.refreshes > before || undefined);
  });

  it('of the workspace are held until there is something new', async () => {
    const session = await Session.start({ files: contradicting, capabilities: pullClient });
    const first = await session.pullWorkspace();
    assert.deepEqual(
      first.items.map(({ uri, version }) => [uri, version]).sort(),
      ['courier.facts.yaml', 'herald.facts.yaml'].map((name) => [session.uri(name), null]),
    );
    const known = first.items.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' }));

    let answer: WorkspaceDiagnosticReport | undefined;
    const held = session.pullWorkspace(known).then((report) => (answer = report));
    await session.open('herald.md', agreeing['herald.md']);
    await session.settled();
    assert.equal(answer, undefined, 'nothing has changed that it does not know');

    await session.open('courier.facts.yaml', agreeing['courier.facts.yaml']);
    const second = await held;
    assert.deepEqual(
      second.items.map((item) => [item.uri, item.kind === 'full' && item.items.length]).sort(),
      ['courier.facts.yaml', 'herald.facts.yaml'].map((name) => [session.uri(name), 0]),
    );
    const version = second.items.find(({ uri }) => uri.endsWith('/courier.facts.yaml'))?.version;
    assert.equal(version, 1);
  });

  it('of the workspace stream through the token of their request, which stays open', async () => {
    const session = await Session.start({ files: contradicting, capabilities: pullClient });
    const nextParts = (): Promise<WorkspaceDiagnosticReport['items']> =>
      session.until('news of two files', () => {
        const values = session.progress as Partial<WorkspaceDiagnosticReport>[];
        const items = values.flatMap((value) => value.items ?? []);
        if (items.length < 2) {
          return undefined;
        }
        session.progress.splice(0);
        return items;
      });
    const source = new CancellationTokenSource();
    const params = { previousResultIds: [], partialResultToken: 'parts' };
    let isAnswered = false;
    const answer = session
      .request<WorkspaceDiagnosticReport>('workspace/diagnostic', params, source.token)
      .finally(() => (isAnswered = true));
    const first = await nextParts();
    assert.deepEqual(
      first.map(({ uri }) => uri),
      ['courier.facts.yaml', 'herald.facts.yaml'].map((name) => session.uri(name)),
    );

    await session.open('courier.facts.yaml', agreeing['courier.facts.yaml']);
    const second = await nextParts();
    assert.deepEqual(
      second.map((item) => item.kind === 'full' && item.items.length),
      [0, 0],
    );
    assert.equal(isAnswered, false);
    source.cancel();
    assert.deepEqual(await answer, { items: [] }, 'all of it has been told');
  });

  it('of the workspace are answered when the request is cancelled', async () => {
    const session = await Session.start({ files: agreeing, capabilities: pullClient });
    const source = new CancellationTokenSource();
    const held = session.pullWorkspace([], source.token).then(
      ({ items }) => items.length,
      (error: unknown) => (error as { code: number }).code,
    );
    await session.settled();
    source.cancel();
    assert.ok([0, -32800, -32802].includes(await held));
  });

  it('of the workspace are answered when the server shuts down', async () => {
    const session = await Session.start({ files: agreeing, capabilities: pullClient });
    const held = session.pullWorkspace().then(
      ({ items }) => items.length,
      (error: unknown) => (error as { code: number }).code,
    );
    await session.settled();
    await session.request('shutdown', undefined);
    assert.ok([0, -32800, -32802].includes(await held));
  });
});

describe('diagnostics that are pushed', function () {
  this.timeout(TEST_LIMIT);
  afterEach(endSessions);

  it('come once for a burst of keys, for the newest version', async () => {
    const session = await Session.start({ files: agreeing });
    await session.open('courier.facts.yaml', agreeing['courier.facts.yaml']);
    await session.settled();
    const before = session.pushes.length;
    session.typeAtOnce('courier.facts.yaml', 'value: 152', '00000000000000000000');
    await session.waitForDiagnostics('courier.facts.yaml', (found) => found.length > 0);
    const pushes = session.pushes
      .slice(before)
      .filter(({ uri }) => uri.endsWith('courier.facts.yaml'));
    assert.deepEqual(
      pushes.map(({ version }) => version),
      [21],
    );
  });

  it('are no more than anybody reads: the worst, and a note', async () => {
    const wrong = (index: number): string =>
      `  - {id: f${index}, subject: nobody-${index}, property: status, value: x}\n`;
    const text = `facts:\n${Array.from({ length: 300 }, (_, index) => wrong(index)).join('')}`;
    const session = await Session.start({
      files: {
        ...agreeing,
        'many.facts.yaml': `${text}  - {subject: pct, property: count, value: 1.5}\n`,
      },
    });
    await session.settled();
    const all = (await session.check())['error'] ?? 0;
    assert.ok(all > 300);
    const found = session.pushed('many.facts.yaml');
    assert.equal(found.length, 251);
    assert.ok(
      found.slice(0, 250).every(({ severity }) => severity === 1),
      'the worst are shown',
    );
    const note = found.at(-1);
    assert.match(messageOf(note), /^\d+ more findings in this file/);
    assert.equal(note?.severity, 3);
  });

  it('hold no more than the client can show, and name the other end in words', async () => {
    const session = await Session.start({
      files: { ...contradicting, 'idle.facts.yaml': 'places: {nowhere: {name: Nowhere}}\n' },
      capabilities: bareClient,
    });
    const [finding] = await session.waitForDiagnostics('herald.facts.yaml', ([first]) => !!first);
    assert.deepEqual(Object.keys(finding ?? {}).sort(), [
      'code',
      'message',
      'range',
      'severity',
      'source',
    ]);
    assert.match(messageOf(finding), /\ncourier\.facts\.yaml:5: /);
    const [idle] = await session.waitForDiagnostics('idle.facts.yaml', ([first]) => !!first);
    assert.equal(idle?.tags, undefined);
  });

  it('come for files that are not open, with all a client can show', async () => {
    const session = await Session.start({ files: contradicting, capabilities: pushClient });
    assert.equal(session.server.capabilities.diagnosticProvider, undefined);
    const [finding] = await session.waitForDiagnostics(
      'herald.facts.yaml',
      (found) => found.length > 0,
    );
    assert.ok(finding);
    assert.equal(finding.source, 'Policy Facts');
    assert.equal(finding.severity, 2);
    const href = finding.codeDescription?.href ?? '';
    assert.match(href, /^file:\/\/.*\/value-conflict\.md$/);
    assert.ok(existsSync(fileURLToPath(href)), href);
    assert.deepEqual(
      session.words([{ uri: session.uri('herald.facts.yaml'), range: finding.range }], agreeing),
      ['herald.facts.yaml "152"'],
    );
  });

  it('are cleared when a register changes what counts', async () => {
    const session = await Session.start({ files: contradicting });
    await session.waitForDiagnostics('herald.facts.yaml', (found) => found.length > 0);
    await session.open(
      'register.facts.yaml',
      `${agreeing['register.facts.yaml']}properties:\n  count: {name: Count, type: quantity, separators: [place], single: false}\n`,
    );
    await session.waitForDiagnostics('herald.facts.yaml', (found) => found.length === 0);
    await session.waitForDiagnostics(
      'courier.facts.yaml',
      (found) => !codes(found).includes('value-conflict'),
    );
    await session.close('register.facts.yaml');
    await session.waitForDiagnostics('herald.facts.yaml', (found) => found.length > 0);
  });

  it('touch only the files whose findings an edit involves', async () => {
    const session = await Session.start({
      files: {
        ...contradicting,
        'other.md': 'Nothing.\n',
        'other.facts.yaml': 'facts:\n  - {subject: nobody, property: count, value: 1}\n',
      },
    });
    await session.waitForDiagnostics('other.facts.yaml', (found) => found.length > 0);
    await session.open('courier.facts.yaml', contradicting['courier.facts.yaml']);
    await session.settled();
    const before = session.pushes.length;
    await session.edit('courier.facts.yaml', 'value: 148', 'value: 147');
    await session.settled();
    const touched = new Set(session.pushes.slice(before).map(({ uri }) => uri));
    assert.deepEqual(
      [...touched].sort(),
      ['courier.facts.yaml', 'herald.facts.yaml'].map((name) => session.uri(name)),
    );
  });

  it('name ids that are meant', async () => {
    const session = await Session.start({ files: agreeing });
    await session.open('new.facts.yaml', countOf('1').replace('subject: pct', 'subject: ptc'));
    const found = await session.waitForDiagnostics('new.facts.yaml', (all) =>
      codes(all).includes('unknown-reference'),
    );
    assert.match(messageOf(found.find(({ code }) => code === 'unknown-reference')), /pct/);
  });
});
