import assert from 'node:assert/strict';
import { bareClient, pullClient } from './clients.js';
import { marked } from './markers.js';
import { TEST_LIMIT } from './program.js';
import { agreeing, countOf, courier, herald, register } from './records.js';
import { codes, endSessions, Session } from './session.js';

const contradicting = {
  ...agreeing,
  'courier.facts.yaml': countOf('148'),
  'courier.md': courier.replace('152', '148'),
} as const;

const FileCreated = 1;
const FileChanged = 2;
const FileDeleted = 3;

describe('clients of all kinds', function () {
  this.timeout(TEST_LIMIT);
  afterEach(endSessions);

  it('are served when they say nothing of themselves', async () => {
    const session = await Session.start({ files: contradicting, capabilities: bareClient });
    assert.equal(session.server.capabilities.positionEncoding, 'utf-16');
    await session.waitForDiagnostics('herald.facts.yaml', (found) => found.length > 0);
    await session.open('courier.facts.yaml', agreeing['courier.facts.yaml']);
    await session.waitForDiagnostics('herald.facts.yaml', (found) => found.length === 0);
    assert.match(await session.hoverText('herald.md', { line: 8, character: 18 }), /^Primary care/);
    assert.deepEqual(session.requestsToClient, [], 'a client that can do nothing is asked nothing');
  });

  it('are served when they know only rootUri', async () => {
    const session = Session.create({ files: contradicting, capabilities: bareClient });
    await session.request('initialize', {
      processId: null,
      rootUri: session.uri(''),
      capabilities: {},
    });
    await session.notify('initialized', {});
    assert.equal((await session.check())['warning'], 2);
  });

  it('are told what to watch, and nothing more', async () => {
    const session = await Session.start({ files: agreeing });
    await session.settled();
    assert.deepEqual(session.registrations.map(({ method }) => method).sort(), [
      'workspace/didChangeConfiguration',
      'workspace/didChangeWatchedFiles',
    ]);
    const watched = session.registrations.find(({ method }) => method.endsWith('WatchedFiles'));
    const { watchers } = watched?.registerOptions as { watchers: { globPattern: string }[] };
    assert.deepEqual(
      watchers.map(({ globPattern }) => globPattern),
      ['**/*.{facts.yaml,facts.yml,md,markdown,txt}', '**/policy-facts.yaml', '**/.gitignore'],
    );
  });

  it('may refuse everything they are asked', async () => {
    const session = await Session.start({
      files: contradicting,
      capabilities: pullClient,
      onRequest: (method) => {
        throw new Error(`${method}? No.`);
      },
    });
    await session.settled();
    await session.open('courier.facts.yaml', agreeing['courier.facts.yaml']);
    await session.open('courier.md', agreeing['courier.md']);
    await session.until('a refresh', () => session.refreshes > 0 || undefined);
    assert.equal((await session.check())['warning'], 0);
  });
});

describe('settings', function () {
  this.timeout(TEST_LIMIT);
  afterEach(endSessions);

  const garbage: readonly unknown[] = [
    null,
    'text',
    42,
    [],
    { rules: null, exclude: null, maxFileSize: null },
    { rules: 'off', exclude: 'x', maxFileSize: 5 },
    {
      rules: { 'value-conflict': 'loud', __proto__: 'off' },
      exclude: [1, null, {}],
      maxFileSize: '-1MB',
    },
  ];

  it('may be answered with anything', async () => {
    const session = await Session.start({ files: contradicting });
    for (const answer of garbage) {
      session.configuration = () => answer;
      await session.changeSettings();
      assert.equal((await session.check())['warning'], 2, JSON.stringify(answer));
    }
    session.configuration = () => {
      throw new Error('no settings here');
    };
    await session.changeSettings();
    assert.equal((await session.check())['warning'], 2, 'an error');
  });

  it('set the level of a rule, and change live', async () => {
    const session = await Session.start({
      files: contradicting,
      configuration: () => ({ rules: { 'value-conflict': 'error' } }),
    });
    await session.waitForDiagnostics('herald.facts.yaml', ([first]) => first?.severity === 1);
    session.configuration = () => ({ rules: { 'value-conflict': 'off' } });
    await session.changeSettings();
    await session.waitForDiagnostics('herald.facts.yaml', (found) => found.length === 0);
    session.configuration = () => null;
    await session.changeSettings();
    await session.waitForDiagnostics('herald.facts.yaml', ([first]) => first?.severity === 2);
  });

  it('are taken as told from a client that cannot be asked', async () => {
    const session = await Session.start({ files: contradicting, capabilities: bareClient });
    assert.equal((await session.check())['warning'], 2);
    await session.changeSettings({ policyFacts: { rules: { 'value-conflict': 'hint' } } });
    assert.equal((await session.check())['hint'], 2);
    await session.changeSettings(null);
    assert.equal((await session.check())['warning'], 2);
  });

  it('in policy-facts.yaml win, and change live', async () => {
    const session = await Session.start({
      files: { ...contradicting, 'policy-facts.yaml': 'rules: {value-conflict: information}\n' },
      configuration: () => ({ rules: { 'value-conflict': 'off', 'orphan-sidecar': 'off' } }),
    });
    await session.waitForDiagnostics('herald.facts.yaml', ([first]) => first?.severity === 3);
    session.folder.write('policy-facts.yaml', 'rules: {value-conflict: error}\n');
    await session.changedOnDisk('policy-facts.yaml', FileChanged);
    await session.waitForDiagnostics('herald.facts.yaml', ([first]) => first?.severity === 1);
    session.folder.delete('policy-facts.yaml');
    await session.changedOnDisk('policy-facts.yaml', FileDeleted);
    await session.waitForDiagnostics('herald.facts.yaml', (found) => found.length === 0);
  });

  it('exclude files, and findings that involve them', async () => {
    const session = await Session.start({ files: contradicting });
    await session.waitForDiagnostics('herald.facts.yaml', (found) => found.length > 0);
    session.configuration = () => ({ exclude: ['cour*'] });
    await session.changeSettings();
    await session.waitForDiagnostics('herald.facts.yaml', (found) => found.length === 0);
    assert.equal((await session.check())['articles'], 1);
    await session.changedOnDisk('courier.facts.yaml', FileChanged);
    assert.equal((await session.check())['sidecars'], 2, 'a change does not bring it in');
  });

  it('keep out what they exclude when it is opened, until they no longer do', async () => {
    const session = await Session.start({
      files: { ...contradicting, '.gitignore': 'cour*\n' },
    });
    await session.open('courier.facts.yaml', contradicting['courier.facts.yaml']);
    await session.open('courier.md', contradicting['courier.md']);
    await session.open('courier-new.md', 'Never saved: 12 PCTs.');
    assert.equal((await session.check())['articles'], 1);
    assert.deepEqual(session.pushed('courier.facts.yaml'), []);
    assert.equal(await session.hover('courier.md', { line: 8, character: 18 }), null);

    session.folder.write('.gitignore', '');
    await session.changedOnDisk('.gitignore', FileChanged);
    await session.waitForDiagnostics('courier.facts.yaml', (found) => found.length > 0);
    assert.equal((await session.check())['articles'], 3);
  });

  it('honour .gitignore, include, and what is created later', async () => {
    const session = await Session.start({
      files: {
        ...contradicting,
        '.gitignore': 'build/\n',
        'build/a.md': 'A',
        'sub/.gitignore': '/b.md\n',
        'sub/b.md': 'B',
        'sub/sub/b.md': 'counted',
        'node_modules/x/readme.md': 'X',
        'policy-facts.yaml': "include: ['*.facts.yaml', '*.md']\n",
        'c.txt': 'not included',
      },
    });
    assert.equal((await session.check())['articles'], 3);
    for (const name of ['build/new.md', 'sub/b.md', 'sub/new.md', 'c.txt']) {
      session.folder.write(name, 'New.');
      await session.changedOnDisk(name, FileCreated);
    }
    assert.equal((await session.check())['articles'], 4);
  });
});

describe('workspaces of all kinds', function () {
  this.timeout(TEST_LIMIT);
  afterEach(endSessions);

  it('may have several folders, one in another, that come and go', async () => {
    const session = await Session.start({
      folders: ['a', 'b'],
      files: {
        'a/register.facts.yaml': register,
        'a/herald.md': herald,
        'a/herald.facts.yaml': countOf('152'),
        'b/inner/courier.md': courier.replace('152', '148'),
        'b/inner/courier.facts.yaml': countOf('148'),
        'b/inner/policy-facts.yaml': 'rules: {value-conflict: error}\n',
        'c/more.md': 'More.\n',
      },
    });
    assert.deepEqual(await severities(session), ['a/herald 2', 'b/inner/courier 2']);

    await folders(session, { added: ['b/inner'] });
    assert.equal((await session.check())['articles'], 2, 'no file is there twice');
    assert.deepEqual(await severities(session), ['a/herald 2', 'b/inner/courier 1']);

    await folders(session, { removed: ['b'] });
    assert.deepEqual(await severities(session), ['a/herald 2', 'b/inner/courier 1']);

    await folders(session, { removed: ['b/inner'], added: ['c'] });
    assert.equal((await session.check())['articles'], 2);
    assert.deepEqual(await severities(session), []);
  });

  async function folders(
    session: Session,
    { added = [], removed = [] }: { added?: string[]; removed?: string[] },
  ): Promise<void> {
    const named = (name: string): unknown => ({ uri: session.uri(name), name });
    const event = { added: added.map(named), removed: removed.map(named) };
    await session.notify('workspace/didChangeWorkspaceFolders', { event });
  }

  async function severities(session: Session): Promise<string[]> {
    await session.settled();
    return ['a/herald', 'b/inner/courier'].flatMap((name) =>
      session.pushed(`${name}.facts.yaml`).map(({ severity = 0 }) => `${name} ${severity}`),
    );
  }

  it('may have a folder that is not there', async () => {
    const session = await Session.start({ folders: ['gone', 'a'], files: { 'a/x.md': 'X.' } });
    assert.equal((await session.check())['articles'], 1);
  });

  it('may be a lone file without a folder', async () => {
    const session = await Session.start({ folders: [], files: agreeing });
    await session.open('register.facts.yaml', register);
    await session.open('herald.md', marked(herald, 'pri|mary'));
    await session.open('herald.facts.yaml', countOf('153'));
    assert.match(await session.hoverText('herald.md', session.cursor('herald.md')), /class/);
    await session.waitForDiagnostics('herald.facts.yaml', (found) =>
      codes(found).includes('quote-not-found'),
    );
    assert.equal((await session.check())['articles'], 1, 'nothing else is read');
    await session.close('herald.facts.yaml');
    await session.waitForDiagnostics('herald.facts.yaml', (found) => found.length === 0);
  });

  it('may hold documents that were never saved', async () => {
    const session = await Session.start({ files: agreeing });
    const uri = 'untitled:Untitled-1';
    await session.open(uri, marked(countOf('148'), 'p|ct'), 'policy-facts');
    await session.waitForDiagnostics(uri, (found) => codes(found).includes('undated-conflict'));
    assert.match(await session.hoverText(uri, session.cursor(uri)), /Primary care trusts/);
    await session.open('untitled:Untitled-2', marked('Some PCTs.', 'P|CTs'), 'markdown');
    assert.match(
      await session.hoverText('untitled:Untitled-2', session.cursor('untitled:Untitled-2')),
      /Primary care trusts/,
    );
    await session.close(uri);
    await session.waitForDiagnostics(uri, (found) => found.length === 0);
  });

  it('do not define things twice where an older version is shown beside the file', async () => {
    const session = await Session.start({ files: agreeing });
    const before = await session.check();
    const old = (name: string): string => `git:${new URL(session.uri(name)).pathname}?ref=HEAD`;
    await session.open(old('register.facts.yaml'), register, 'policy-facts');
    await session.open(old('herald.facts.yaml'), countOf('148'), 'policy-facts');
    assert.deepEqual(await session.check(), before);
    assert.deepEqual(session.pushes, []);
    await session.close(old('herald.facts.yaml'));
    await session.close(old('register.facts.yaml'));
    assert.deepEqual(await session.check(), before);
  });

  it('may hold documents of any other kind', async () => {
    const session = await Session.start({ files: agreeing });
    const before = await session.check();
    for (const [uri, language] of [
      ['foo-bar:whatever', 'plaintext'],
      ['vscode-vfs://github/a/b/c.py', 'python'],
      ['untitled:', 'plaintext'],
      ['http://example.org/%zz', 'html'],
      ['not a uri at all', 'markdown'],
    ] as const) {
      await session.open(uri, 'organisations: {x: {name: X}}', language);
      assert.equal(await session.hover(uri, { line: 0, character: 3 }), null, uri);
      await session.close(uri);
    }
    assert.deepEqual(await session.check(), before);
  });
});
