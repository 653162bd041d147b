import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readdirSync } from 'node:fs';
import { ending, startServer, TEST_LIMIT } from './program.js';
import { framed } from './framed.js';
import { agreeing, herald } from './records.js';
import { codes, endSessions, messageOf, Session, type SessionOptions } from './session.js';

const FileChanged = 2;

/** A process that is no more: no server can have its number and be alive. */
const GONE = 999_999_999;

describe('after a crash', function () {
  this.timeout(TEST_LIMIT);
  afterEach(endSessions);

  const hashOf = (text: string): string => createHash('sha1').update(text).digest('hex');

  /** A session whose last run was killed while it was reading `herald.md`. */
  async function afterCrash(
    text: string = herald,
    options: { readonly tryAgain?: boolean; readonly earlier?: boolean } = {},
  ): Promise<Session> {
    const session = Session.create({ files: agreeing });
    const left = { uri: session.uri('herald.md'), hash: hashOf(text) };
    mkdirSync(session.folder.pathOf('storage'));
    if (options.earlier === true) {
      session.folder.write('storage/skipped.json', JSON.stringify({ version: 1, files: [left] }));
    } else {
      session.folder.write(`storage/reading-${GONE}.json`, `${JSON.stringify(left)}\n`);
    }
    await begin(session, options.tryAgain ?? false);
    return session;
  }

  async function begin(session: Session, tryAgain: boolean): Promise<void> {
    const initialize: SessionOptions['initialize'] = {
      initializationOptions: { storage: session.uri('storage'), tryAgain },
    };
    await session.initialize(initialize);
    await session.settled();
  }

  const shown = (session: Session): boolean =>
    codes(session.pushed('herald.md')).includes('not-analysed');

  it('the file that was being read is left out and named, the others are not', async () => {
    const session = await afterCrash();
    const found = session.pushed('herald.md');
    const named = found.find(({ code }) => code === 'not-analysed');
    assert.match(messageOf(named), /ended unexpectedly while it was reading/);
    assert.equal(named?.severity, 3);
    assert.equal(session.messages.length, 1);
    assert.match(session.messages[0] ?? '', /reading herald\.md\..*Restart Server/);
    assert.ok(!codes(session.pushed('courier.md')).includes('not-analysed'));
    await session.open('courier.md', agreeing['courier.md']);
    assert.match(await session.hoverText('courier.md', { line: 8, character: 18 }), /Primary care/);
    assert.equal(await session.shutdown(), 0);
  });

  it('it is left out when it is opened too, until it is typed in', async () => {
    const session = await afterCrash();
    await session.open('herald.md', herald);
    await session.settled();
    assert.ok(shown(session));
    await session.edit('herald.md', 'England', 'England');
    await session.settled();
    assert.ok(shown(session), 'the same text');
    await session.edit('herald.md', 'England', ' England');
    await session.waitForDiagnostics('herald.md', () => !shown(session));
    assert.equal((await session.check())['warning'], 0);
  });

  it('it is read when it changes on disk', async () => {
    const session = await afterCrash();
    assert.ok(shown(session));
    session.folder.write('herald.md', `${herald}\n`);
    await session.changedOnDisk('herald.md', FileChanged);
    await session.waitForDiagnostics('herald.md', () => !shown(session));
  });

  it('it is read when it has changed meanwhile', async () => {
    const session = await afterCrash('another text');
    assert.ok(!shown(session));
  });

  it('it stays left out in later runs, without another message, until somebody asks', async () => {
    const later = await afterCrash(herald, { earlier: true });
    assert.ok(shown(later));
    assert.deepEqual(later.messages, []);
    const asked = await afterCrash(herald, { earlier: true, tryAgain: true });
    assert.ok(!shown(asked));
  });

  it('a server killed while it reads leaves its journal, and one that ends leaves none', async () => {
    const session = Session.create({ files: agreeing });
    await begin(session, false);
    const names = (): readonly string[] => readdirSync(session.folder.pathOf('storage'));
    assert.equal(names().length, 1);
    await session.shutdown();
    assert.deepEqual(names(), []);
  });

  it('a client that gives no place, or none that can be written, has no journal and all else', async () => {
    for (const storage of [7, 'vscode-remote://x/y', 'file:///proc/no/such', 'file:///%00', null]) {
      const session = await Session.start({
        files: agreeing,
        initialize: { initializationOptions: { storage } },
      });
      assert.equal((await session.check())['articles'], 2);
    }
  });
});

describe('a client that is gone', function () {
  this.timeout(TEST_LIMIT);

  it('ends the server even where its stream stays open', async () => {
    const parent = spawn(process.execPath, ['--eval', 'setInterval(() => 0, 1000)']);
    await once(parent, 'spawn');
    const child = startServer();
    child.stdout.resume();
    child.stdin.write(
      framed({
        jsonrpc: '2.0',
        id: 1,
        method: 'initialize',
        params: { processId: parent.pid, rootUri: null, capabilities: {} },
      }),
    );
    await once(child.stdout, 'data');
    parent.kill('SIGKILL');
    assert.equal(await ending(child), 1);
  });
});
