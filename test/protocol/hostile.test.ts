import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { pushClient } from './clients.js';
import { marked } from './markers.js';
import { TEST_LIMIT } from './program.js';
import { agreeing, countOf, herald, register } from './records.js';
import { codes, endSessions, messageOf, Session } from './session.js';

const FileCreated = 1;

describe('hostile files', function () {
  this.timeout(TEST_LIMIT);
  afterEach(endSessions);

  /** The server still reads, answers and ends well. */
  async function assertWell(session: Session): Promise<void> {
    await session.open('herald.md', marked(herald, 'pri|mary'));
    assert.match(await session.hoverText('herald.md', session.cursor('herald.md')), /Primary care/);
    assert.equal(session.stderr, '');
    assert.equal(await session.shutdown(), 0);
  }

  it('may name things as every object of JavaScript does', async () => {
    const ids = ['__proto__', 'constructor', 'hasOwnProperty', 'toString', 'valueOf'];
    const session = await Session.start({
      files: {
        ...agreeing,
        'odd.facts.yaml': `organisations:\n${ids.map((id) => `  ${id}: {name: The ${id}}\n`).join('')}`,
        'odd.md': `We met the ${ids.join(' and the ')}.\n`,
      },
    });
    await session.settled();
    for (const id of ids) {
      const [symbol] = await session.workspaceSymbols(`the ${id}`);
      assert.equal(symbol?.name, `The ${id}`);
    }
    await session.open('odd.md', `The __$$CURSOR$$proto__ and the con$$CURSOR$$structor.`);
    const at = session.cursor('odd.md', 1);
    assert.match(await session.hoverText('odd.md', at), /The constructor/);
    await session.open(
      'uses.facts.yaml',
      `facts:\n${ids.map((id) => `  - {id: ${id}, subject: ${id}, property: ${id}, value: 1, ${id}: x}\n`).join('')}`,
    );
    await session.waitForDiagnostics('uses.facts.yaml', (found) => found.length > 0);
    await assertWell(session);
  });

  it('may be no files at all', async () => {
    const session = Session.create({ files: { ...agreeing, '.../inside.md': 'Three dots.' } });
    const path = (name: string): string => session.folder.pathOf(name);
    mkdirSync(path('folder.md'));
    mkdirSync(path('folder.facts.yaml'));
    symlinkSync('.', path('loop'));
    symlinkSync('no-such-file', path('dangling.md'));
    symlinkSync('/etc/passwd', path('passwd.md'));
    symlinkSync('herald.md', path('again.md'));
    execFileSync('mkfifo', [
      path('pipe.md'),
      path('pipe.facts.yaml'),
      path('folder.md/.gitignore'),
    ]);
    await session.initialize();
    const { articles, sidecars } = await session.check();
    assert.deepEqual({ articles, sidecars }, { articles: 3, sidecars: 3 });

    // The same when they come later.
    session.folder.write('folder.md/late.md', 'Late.');
    for (const name of [
      'pipe.md',
      'folder.md',
      'loop/herald.md',
      'passwd.md',
      'folder.md/late.md',
    ]) {
      await session.changedOnDisk(name, FileCreated);
    }
    assert.equal((await session.check())['articles'], 4);
    await assertWell(session);
  });

  it('may be deep, broken, binary or odd', async () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]']
      .concat(
        'bcdefghij'
          .split('')
          .map((id, at) => `${id}: &${id} [${`*${'abcdefghij'[at] ?? ''},`.repeat(9)}]`),
      )
      .join('\n');
    const session = await Session.start({
      files: {
        ...agreeing,
        'brackets.facts.yaml': `facts: ${'['.repeat(2000)}`,
        'braces.facts.yaml': `a: ${'{a: '.repeat(2000)}`,
        'keys.facts.yaml': '? '.repeat(2000),
        'dashes.facts.yaml': `facts:\n  ${'- '.repeat(2000)}x`,
        'bomb.facts.yaml': bomb,
        'binary.facts.yaml': Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256),
        'binary.md': Uint8Array.from({ length: 4000 }, (_, at) => (at * 104729) % 256),
        'quotes.md': `${'> '.repeat(2000)}deep`,
        'lists.md': `${'- '.repeat(2000)}deep`,
        'links.md': `${'['.repeat(2000)}x${']('.repeat(2000)}`,
        'empty.facts.yaml': '',
        'nul.facts.yaml': 'organisations: {\0: {name: "\0"}}',
        'tabs.facts.yaml': 'facts:\n\t- id: x\n',
        'many.facts.yaml': '--- 1\n--- 2\n',
        'list.facts.yaml': '- 1\n',
        'tags.facts.yaml': 'facts: !!js/function "process.exit()"\n',
      },
    });
    await session.settled();
    for (const name of ['brackets', 'braces', 'keys', 'tabs', 'binary', 'list']) {
      assert.ok(session.pushed(`${name}.facts.yaml`).length > 0, `${name} has a finding`);
    }
    await assertWell(session);
  });

  it('may begin with a byte order mark or break lines with a lone CR', async () => {
    const files = {
      'register.facts.yaml': `\uFEFF${register}`,
      'a.md': marked('\uFEFFThe PCTs.\rThe PCTs.\r\rPCTs', 'The |P', 'PCTs.\rThe P|', '\r\rP|'),
      'a.facts.yaml':
        '\uFEFFfacts:\n  - {subject: pct, property: status, value: x,\n     quote: no}\n',
      'herald.md': herald,
    };
    const session = await Session.start({ files });
    await session.settled();
    await session.open('a.md', files['a.md']); // by a client that counts the mark as a character
    for (const index of [0, 1, 2]) {
      const places = await session.definition('a.md', session.cursor('a.md', index));
      assert.deepEqual(session.words(places, files), ['register.facts.yaml "pct"']);
    }
    const [finding] = session.pushed('a.facts.yaml');
    assert.equal(finding?.code, 'quote-not-found');
    assert.deepEqual(finding.range.start, { line: 2, character: 12 });
    await assertWell(session);
  });

  it('are listed as not analysed when they are too large, on disk and open', async () => {
    const session = await Session.start({
      files: {
        ...agreeing,
        'large.md': 'x'.repeat(3000),
        'large.facts.yaml': `# ${'x'.repeat(3000)}\norganisations: {hidden: {name: Hidden}}\n`,
        'policy-facts.yaml': 'maxFileSize: 2kB\n',
      },
    });
    for (const name of ['large.md', 'large.facts.yaml']) {
      await session.waitForDiagnostics(name, (found) => codes(found).includes('not-analysed'));
    }
    assert.deepEqual(await session.workspaceSymbols('hidden'), []);
    await session.open('typed.facts.yaml', `# ${'x'.repeat(3000)}\n`);
    await session.waitForDiagnostics('typed.facts.yaml', (found) =>
      codes(found).includes('not-analysed'),
    );
    await assertWell(session);
  });

  it('do not lead out of the folder', async () => {
    const outside = (file: string): string =>
      `article: {file: ${JSON.stringify(file)}}\n${countOf('1', 'root:x:0:0')}`;
    const references = [
      '../../../../../etc/passwd',
      '/etc/passwd',
      'file:///etc/passwd',
      '..%2f..%2f..%2f..%2fetc%2fpasswd',
      '..\\..\\etc\\passwd',
      'a\0b.md',
      'inside/../../outside.md',
      'http://example.org/a.md',
    ];
    const session = Session.create({
      folders: ['w'],
      files: {
        ...Object.fromEntries(
          references.map((file, index) => [`w/${index}.facts.yaml`, outside(file)]),
        ),
        'outside.md': 'root:x:0:0 is quoted here.',
        'w/linked.facts.yaml': outside('link.md'),
        'w/linked-folder.facts.yaml': outside('up/outside.md'),
        'w/herald.md': herald,
      },
      capabilities: pushClient,
    });
    symlinkSync('../outside.md', session.folder.pathOf('w/link.md'));
    symlinkSync('..', session.folder.pathOf('w/up'));
    await session.initialize();
    await session.settled();
    for (const [name, told] of [
      ...references.map((_, index) => [`${index}`, 'is not followed'] as const),
      ['linked', 'is not there'],
      ['linked-folder', 'is not there'],
    ] as const) {
      const found = session.pushed(`w/${name}.facts.yaml`);
      const orphan = found.find(({ code }) => code === 'orphan-sidecar');
      assert.ok(messageOf(orphan).includes(told), `${name}: ${codes(found).join()}`);
    }
    assert.ok(!session.pushes.some(({ uri }) => uri.endsWith('outside.md')));
    assert.equal((await session.check())['articles'], 1);
  });
});
