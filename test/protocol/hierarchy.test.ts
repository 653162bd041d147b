import assert from 'node:assert/strict';
import type { TypeHierarchyItem } from 'vscode-languageserver/node';
import { bareClient, navigatingClient } from './clients.js';
import { positionAt } from './markers.js';
import { TEST_LIMIT } from './program.js';
import { endSessions, Session } from './session.js';

const files = {
  'bodies.facts.yaml': `organisations:
  ha: {name: Health authorities, kind: class, dissolved: 2002, successors: [pct, no-such-body]}
  pct: {name: Primary care trusts, aliases: [PCTs], kind: class, founded: 2002, dissolved: 2013-03-31, successors: [ccg]}
  ccg: {name: Clinical commissioning groups, kind: class}
  left: {name: Left, successors: [right, left]}
  right: {name: Right, successors: [left]}
people:
  jane: {name: Jane Doe}
`,
  // The links stand at one side only: at the successor, and in another file.
  'later.facts.yaml':
    'organisations:\n  icb: {name: Integrated care boards, predecessors: [ccg]}\n  trust: {name: Care trusts, predecessors: [pct]}\n  __proto__: {name: Odd, predecessors: [icb]}\n',
  'a.md': 'The PCTs were abolished; Jane Doe knows.\n',
} as const;

describe('type hierarchy', function () {
  this.timeout(TEST_LIMIT);
  let session: Session;
  before(async () => {
    session = await Session.start({ files, capabilities: navigatingClient });
    await session.settled();
  });
  after(endSessions);

  const prepare = (name: keyof typeof files, word: string): Promise<TypeHierarchyItem[]> =>
    session.request('textDocument/prepareTypeHierarchy', {
      textDocument: { uri: session.uri(name) },
      position: positionAt(files[name], files[name].indexOf(word) + 1),
    });

  const step = (
    to: 'supertypes' | 'subtypes',
    item: TypeHierarchyItem,
  ): Promise<TypeHierarchyItem[]> => session.request(`typeHierarchy/${to}`, { item });

  const names = async (
    to: 'supertypes' | 'subtypes',
    word: string,
    name: keyof typeof files = 'bodies.facts.yaml',
  ): Promise<string[]> => {
    const [item] = await prepare(name, word);
    assert.ok(item, word);
    return (await step(to, item)).map((other) => other.name);
  };

  it('starts from a mention, an id or a name of an organisation, and from nothing else', async () => {
    for (const [name, word] of [
      ['a.md', 'PCTs'],
      ['bodies.facts.yaml', 'pct: '],
      ['bodies.facts.yaml', 'pct, no'],
      ['later.facts.yaml', 'pct]'],
      ['bodies.facts.yaml', 'Primary care'],
    ] as const) {
      const [item, ...others] = await prepare(name, word);
      assert.equal(item?.name, 'Primary care trusts', word);
      assert.equal(item.detail, 'class, founded 2002, dissolved 31 March 2013');
      assert.deepEqual(item.data, { id: 'pct' });
      assert.deepEqual(session.words([{ uri: item.uri, range: item.selectionRange }], files), [
        'bodies.facts.yaml "pct"',
      ]);
      assert.deepEqual(others, []);
    }
    assert.deepEqual(await prepare('a.md', 'Jane'), []);
    assert.deepEqual(await prepare('a.md', 'knows'), []);
    assert.deepEqual(await prepare('bodies.facts.yaml', 'no-such-body'), []);
  });

  it('has predecessors above and successors below, from whichever side they are linked', async () => {
    assert.deepEqual(await names('supertypes', 'pct: '), ['Health authorities']);
    assert.deepEqual(await names('subtypes', 'pct: '), [
      'Clinical commissioning groups',
      'Care trusts',
    ]);
    assert.deepEqual(await names('subtypes', 'ccg: '), ['Integrated care boards']);
    assert.deepEqual(await names('supertypes', 'icb: ', 'later.facts.yaml'), [
      'Clinical commissioning groups',
    ]);
    assert.deepEqual(await names('subtypes', 'icb: ', 'later.facts.yaml'), ['Odd']);
    assert.deepEqual(await names('supertypes', '__proto__: ', 'later.facts.yaml'), [
      'Integrated care boards',
    ]);
  });

  it('goes on from item to item, in circles too, but never from one to itself', async () => {
    let [item] = await prepare('bodies.facts.yaml', 'left: ');
    for (const expected of ['Right', 'Left', 'Right']) {
      const next = await step('subtypes', item!);
      assert.deepEqual(
        next.map(({ name }) => name),
        [expected],
      );
      item = next[0];
    }
  });

  it('knows nothing of what is gone, or of what a client makes up', async () => {
    const [item] = await prepare('bodies.facts.yaml', 'pct: ');
    for (const data of [{ id: 'gone' }, { id: 1 }, { id: '__proto__x' }, null, 'pct', undefined]) {
      assert.deepEqual(await step('subtypes', { ...item!, data }), [], JSON.stringify(data));
    }
  });

  it('is declared only to a client that can show it', async () => {
    assert.equal(session.server.capabilities.typeHierarchyProvider, true);
    const bare = await Session.start({ files, capabilities: bareClient });
    const { capabilities } = bare.server;
    for (const feature of ['typeHierarchy', 'foldingRange', 'selectionRange'] as const) {
      assert.equal(capabilities[`${feature}Provider`], undefined);
    }
    assert.equal(capabilities.documentLinkProvider, undefined);
  });
});
