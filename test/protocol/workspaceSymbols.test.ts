import assert from 'node:assert/strict';
import type { Location } from 'vscode-languageserver/node';
import { TEST_LIMIT } from './program.js';
import { agreeing, countOf, register } from './records.js';
import { endSessions, Session } from './session.js';

const files = {
  ...agreeing,
  'twice.facts.yaml': 'organisations: {pct: {name: Another}}\n',
  'ranks.facts.yaml': `organisations:
  five: {name: Zur Mühle}
  four: {name: A Mühle}
  three: {name: Mühlenbach}
  two: {name: muhle}
  one: {name: Miracle under her last ex, aliases: [Windmuhle]}
  __proto__: {name: Proto body}
  constructor: {}
`,
} as const;

describe('workspace symbols', function () {
  this.timeout(TEST_LIMIT);
  let session: Session;
  before(async () => {
    session = await Session.start({ files });
    await session.settled();
  });
  after(endSessions);

  const find = async (query: string): Promise<string[]> =>
    (await session.workspaceSymbols(query)).map(({ name }) => name);

  it('find definitions by id, name and alias, and facts by their reference', async () => {
    assert.deepEqual((await find('pct'))[0], 'Another (pct)');
    assert.deepEqual((await find('primary care'))[0], 'Primary care trusts');
    assert.deepEqual((await find('herald#tr'))[0], 'herald#trusts');
    assert.deepEqual(await find('constructor'), ['constructor']);
    assert.deepEqual(await find('zzz'), []);
  });

  it('find facts by the words of what they state, in any order', async () => {
    const statement = 'Primary care trusts, count, England: 152';
    for (const query of ['trusts england', 'england count', 'trusts, count']) {
      assert.deepEqual(await find(query), [statement, statement], query);
    }
    const [first] = await session.workspaceSymbols('england count');
    assert.equal(first?.containerName, 'courier#trusts');
  });

  it('show the words by which they were found, since editors filter by them again', async () => {
    assert.deepEqual(await find('dr doe'), ['Jane Doe (Dr Doe)']);
    assert.deepEqual((await find('jane-doe'))[0], 'Jane Doe (jane-doe)');
  });

  it('come closest first, whatever the case and accents', async () => {
    for (const query of ['muhle', 'MÜHLE', ' mu\u0308hle ']) {
      assert.deepEqual(await find(query), [
        'muhle',
        'Mühlenbach',
        'A Mühle',
        'Zur Mühle',
        'Miracle under her last ex',
      ]);
    }
  });

  it('are every definition of an id, each where it stands', async () => {
    const found = (await session.workspaceSymbols('pct')).filter(
      ({ containerName }) => containerName === 'organisation pct',
    );
    assert.deepEqual(
      session.words(
        found.map(({ location }) => location as Location),
        files,
      ),
      ['twice.facts.yaml "pct"', 'register.facts.yaml "pct"'],
    );
  });

  it('are no more than people look through, definitions before facts', async () => {
    const many = Array.from({ length: 300 }, (_, index) => `  b${index}: {name: Body ${index}}`);
    const large = await Session.start({
      files: {
        'register.facts.yaml': register,
        'a.facts.yaml': countOf('1'),
        'many.facts.yaml': `organisations:\n${many.join('\n')}\n`,
      },
    });
    await large.settled();
    for (const query of ['', 'b']) {
      const symbols = await large.workspaceSymbols(query);
      assert.equal(symbols.length, 200);
      assert.ok(symbols.every(({ containerName = '' }) => !containerName.includes('#')));
      assert.deepEqual(await large.workspaceSymbols(query), symbols, 'always in the same order');
    }
    assert.equal((await large.workspaceSymbols('body 29'))[0]?.name, 'Body 29');
  });
});
