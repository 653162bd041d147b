import assert from 'node:assert/strict';
import type { DocumentSymbol, SymbolInformation, Range } from 'vscode-languageserver/node';
import { bareClient, pushClient, utf8Client } from './clients.js';
import { marked, textIn, withoutMarkers } from './markers.js';
import { TEST_LIMIT } from './program.js';
import { agreeing, countOf, courier, herald, register } from './records.js';
import { endSessions, Session } from './session.js';

const files = {
  'register.facts.yaml': marked(register, 'jane-|doe:'),
  'herald.md': marked(herald, 'publisher: her|ald', '1|52 primary'),
  'herald.facts.yaml': marked(countOf('152'), 'quote: 1|52'),
  'courier.md': marked(courier, 'Each P|CT'),
  'courier.facts.yaml': marked(
    `article: {basedOn: [herald]}
${countOf('152')}    disputes: [herald#trusts]
    saidBy: jane-doe
`,
    '[hera|ld]',
    'subject: pc|t',
    'herald#tru|sts',
  ),
} as const;

describe('definition', function () {
  this.timeout(TEST_LIMIT);
  let session: Session;
  before(async () => {
    session = await Session.start({ files, capabilities: pushClient });
    await session.settled();
  });
  after(endSessions);

  const leads = async (name: keyof typeof files, cursor: number): Promise<string[]> =>
    session.words(await session.definition(name, session.cursor(name, cursor)), files);

  it('leads from a mention to the register', async () => {
    assert.deepEqual(await leads('courier.md', 0), ['register.facts.yaml "pct"']);
  });

  it('leads from an id to the register', async () => {
    assert.deepEqual(await leads('courier.facts.yaml', 1), ['register.facts.yaml "pct"']);
  });

  it('leads from the publisher in the front matter to the register', async () => {
    assert.deepEqual(await leads('herald.md', 0), ['register.facts.yaml "herald"']);
  });

  it('leads from a quote to its words in the article', async () => {
    assert.deepEqual(await leads('herald.facts.yaml', 0), ['herald.md "152 primary care trusts"']);
  });

  it('leads from quoted words to the fact', async () => {
    assert.deepEqual(await leads('herald.md', 1), ['herald.facts.yaml "trusts"']);
  });

  it('leads from ARTICLE#FACT to the fact', async () => {
    assert.deepEqual(await leads('courier.facts.yaml', 2), ['herald.facts.yaml "trusts"']);
  });

  it('leads from basedOn to the article', async () => {
    const places = await session.definition(
      'courier.facts.yaml',
      session.cursor('courier.facts.yaml'),
    );
    assert.deepEqual(
      places.map(({ uri }) => uri),
      [session.uri('herald.md')],
    );
  });

  it('stays where it is on a definition', async () => {
    assert.deepEqual(await leads('register.facts.yaml', 0), ['register.facts.yaml "jane-doe"']);
  });

  it('leads nowhere from nothing', async () => {
    assert.deepEqual(await session.definition('herald.md', { line: 0, character: 0 }), []);
    assert.deepEqual(await session.definition('no-such-file.md', { line: 0, character: 0 }), []);
  });

  describe('references', () => {
    it('are all mentions and uses of an organisation, across articles and sidecars', async () => {
      const places = await session.references('courier.md', session.cursor('courier.md'), false);
      assert.deepEqual(session.words(places, files), [
        'courier.facts.yaml "pct"',
        'courier.md "primary care trusts"',
        'courier.md "PCT"',
        'herald.facts.yaml "pct"',
        'herald.md "primary care trusts"',
      ]);
    });

    it('hold the declaration where it is asked for', async () => {
      const at = session.cursor('courier.md');
      const without = await session.references('courier.md', at, false);
      const all = await session.references('courier.md', at, true);
      const more = session
        .words(all, files)
        .filter((place) => !session.words(without, files).includes(place));
      assert.deepEqual(more, ['register.facts.yaml "pct"']);
    });

    it('of a person are found from the register', async () => {
      const at = session.cursor('register.facts.yaml');
      assert.deepEqual(session.words(await session.references('register.facts.yaml', at), files), [
        'courier.facts.yaml "jane-doe"',
        'herald.md "Jane Doe"',
        'register.facts.yaml "jane-doe"',
      ]);
    });

    it('of a fact are the links to it and its words', async () => {
      const at = session.cursor('courier.facts.yaml', 2);
      assert.deepEqual(session.words(await session.references('courier.facts.yaml', at), files), [
        'courier.facts.yaml "herald#trusts"',
        'herald.facts.yaml "trusts"',
        'herald.md "152 primary care trusts"',
      ]);
    });
  });
});

describe('document symbols', function () {
  this.timeout(TEST_LIMIT);
  let session: Session;
  const outlined = {
    ...agreeing,
    'courier.md': '# A\n\n## B *c*\n\ntext\n\n### D\n\n## E\n\n# F\n',
  };
  before(async () => {
    session = await Session.start({ files: outlined });
    await session.settled();
  });
  after(endSessions);

  function outline(symbols: readonly DocumentSymbol[], depth = 0): string[] {
    return symbols.flatMap(({ name, children = [] }) => [
      `${'  '.repeat(depth)}${name}`,
      ...outline(children, depth + 1),
    ]);
  }

  function assertNested(symbols: readonly DocumentSymbol[], within?: Range): void {
    for (const { name, range, selectionRange, children = [] } of symbols) {
      assert.ok(isInside(selectionRange, range), `the selection of ${name} is inside its range`);
      assert.ok(within === undefined || isInside(range, within), `${name} is inside its parent`);
      assertNested(children, range);
    }
  }

  it('nest the facts and definitions of a sidecar in its sections', async () => {
    const symbols = (await session.documentSymbols('register.facts.yaml')) as DocumentSymbol[];
    assert.deepEqual(outline(symbols), [
      'organisations',
      '  pct',
      '  herald',
      '  courier',
      'people',
      '  jane-doe',
      'places',
      '  england',
    ]);
    assertNested(symbols);
    const facts = (await session.documentSymbols('herald.facts.yaml')) as DocumentSymbol[];
    assert.deepEqual(outline(facts), ['facts', '  trusts']);
    assert.match(facts[0]?.children?.[0]?.detail ?? '', /Primary care trusts, count, England: 152/);
    assertNested(facts);
  });

  it('nest the headings of an article', async () => {
    const symbols = (await session.documentSymbols('courier.md')) as DocumentSymbol[];
    assert.deepEqual(outline(symbols), ['A', '  B c', '    D', '  E', 'F']);
    assertNested(symbols);
  });

  it('hold while a sidecar is being typed', async () => {
    for (const text of [
      '',
      'facts:',
      'facts:\n  -',
      'facts:\n  - id:',
      '? [a]\n',
      '"": {"": }\n',
      'a: &a {x: *a}',
    ]) {
      await session.open('new.facts.yaml', text);
      assertNested((await session.documentSymbols('new.facts.yaml')) as DocumentSymbol[]);
      await session.close('new.facts.yaml');
    }
  });

  it('come flat to a client that knows no tree', async () => {
    const bare = await Session.start({ files: outlined, capabilities: bareClient });
    await bare.settled();
    const symbols = (await bare.documentSymbols('herald.facts.yaml')) as SymbolInformation[];
    assert.deepEqual(
      symbols.map(({ name, containerName, location }) => [name, containerName, location.uri]),
      [
        ['facts', undefined, bare.uri('herald.facts.yaml')],
        ['trusts', 'facts', bare.uri('herald.facts.yaml')],
      ],
    );
  });
});

function isInside(inner: Range, outer: Range): boolean {
  const order = (a: Range['start'], b: Range['start']): number =>
    a.line - b.line || a.character - b.character;
  return order(outer.start, inner.start) <= 0 && order(inner.end, outer.end) <= 0;
}

describe('places in a text', function () {
  this.timeout(TEST_LIMIT);
  after(endSessions);

  /** An article in which a name stands in many surroundings. */
  const article = [
    '# The **primary care** trusts',
    '',
    'Emphasis: **P$$CURSOR$$CTs** and *primary $$CURSOR$$care* trusts.',
    'A link: [the P$$CURSOR$$CTs](https://example.org/PCTs "PCTs").',
    '',
    '| Body | Number |',
    '| ---- | ------ |',
    '| P$$CURSOR$$CTs | 152 |',
    '',
    '😀 𝒳 é e\u0301 P$$CURSOR$$CTs after astral and combining characters.',
    '',
    '- 👩‍👩‍👧 [x] a list with P$$CURSOR$$CTs',
    '',
    'Two lines: primary care',
    'tru$$CURSOR$$sts.',
    '',
    'An entity &amp; P$$CURSOR$$CTs, an escape \\* P$$CURSOR$$CTs. U+2028\u2028 P$$CURSOR$$CTs.',
    '',
  ];
  const expected = [
    'PCTs',
    'primary care* trusts',
    'PCTs',
    'PCTs',
    'PCTs',
    'PCTs',
    'primary care\ntrusts',
    'PCTs',
    'PCTs',
    'PCTs',
  ];
  const sidecar = 'organisations:\n  pct: {name: Primary care trusts, aliases: [PCTs]} # 😀\n';

  for (const [breaks, eol, encoding, capabilities] of [
    ['LF', '\n', 'utf-16', pushClient],
    ['CRLF', '\r\n', 'utf-8', utf8Client],
  ] as const) {
    it(`are right with ${breaks} and ${encoding}`, async () => {
      const marked = article.join(eol);
      const text = withoutMarkers(marked).text;
      const session = await Session.start({
        files: { 'r.facts.yaml': sidecar.replaceAll('\n', eol), 'a.md': marked },
        capabilities,
      });
      await session.settled();
      assert.equal(session.server.capabilities.positionEncoding, encoding);
      const found: (string | undefined)[] = [];
      for (const [index] of expected.entries()) {
        const at = session.cursor('a.md', index);
        const [definition, ...others] = await session.definition('a.md', at);
        assert.ok(definition && others.length === 0, `${index}: ${expected[index]}`);
        assert.equal(textIn(sidecar.replaceAll('\n', eol), definition.range, encoding), 'pct');
        const range = (await session.hover('a.md', at))?.range;
        found.push(range && textIn(text, range, encoding));
      }
      assert.deepEqual(
        found,
        expected.map((words) => words.replaceAll('\n', eol)),
      );
      const references = await session.references('a.md', session.cursor('a.md'), false);
      assert.deepEqual(
        references.map(({ range }) => textIn(text, range, encoding)),
        ['primary care** trusts', ...expected.map((words) => words.replaceAll('\n', eol))],
      );
    });
  }

  it('follow edits in bytes behind astral characters', async () => {
    const session = await Session.start({ files: {}, capabilities: utf8Client });
    await session.open('r.facts.yaml', '# 😀é\norganisations: {"o": {name: 😀x Bodies}}\n');
    await session.edit('r.facts.yaml', 'x Bodies', 'Bureau');
    await session.edit('r.facts.yaml', '😀B', 'B');
    const [symbol] = await session.workspaceSymbols('bur');
    assert.equal(symbol?.name, 'Bureau');
  });
});

describe('URIs', function () {
  this.timeout(TEST_LIMIT);
  after(endSessions);

  it('are answered as the client spells them', async () => {
    const session = await Session.start({ files: { ...agreeing } });
    await session.settled();
    const spell = (name: string): string =>
      session
        .uri(name)
        .replace('.md', '%2Emd')
        .replace('.facts', '%2efacts')
        .replace('tmp', '%74mp');
    assert.notEqual(spell('herald.md'), session.uri('herald.md'));
    await session.open(spell('courier.md'), courier, 'markdown');
    await session.open(spell('register.facts.yaml'), register, 'policy-facts');

    assert.equal((await session.check())['articles'], 2, 'no file is there twice');
    const at = { line: 8, character: 18 };
    const [definition] = await session.definition(spell('courier.md'), at);
    assert.equal(definition?.uri, spell('register.facts.yaml'));
    const references = await session.references(spell('courier.md'), at);
    assert.deepEqual(
      [...new Set(references.map(({ uri }) => uri))].sort(),
      [
        spell('courier.md'),
        spell('register.facts.yaml'),
        session.uri('courier.facts.yaml'),
        session.uri('herald.facts.yaml'),
        session.uri('herald.md'),
      ].sort(),
    );
    const [symbol] = await session.workspaceSymbols('pct');
    assert.equal(symbol?.location.uri, spell('register.facts.yaml'));
  });

  it('keep findings at the spelling of the document that is open', async () => {
    const session = await Session.start({
      files: { ...agreeing, 'courier.facts.yaml': countOf('148', '152 primary care trusts') },
    });
    const plain = session.uri('herald.facts.yaml');
    const odd = plain.replace('.facts', '%2Efacts');
    await session.waitForDiagnostics(plain, (found) => found.length > 0);
    await session.open(odd, countOf('152'), 'policy-facts');
    await session.waitForDiagnostics(odd, (found) => found.length > 0);
    await session.waitForDiagnostics(plain, (found) => found.length === 0);
    const [other] = await session.waitForDiagnostics('courier.facts.yaml', (found) =>
      found.some(({ relatedInformation }) => relatedInformation?.[0]?.location.uri === odd),
    );
    assert.ok(other);
    await session.close(odd);
    await session.waitForDiagnostics(odd, (found) => found.length === 0);
    await session.waitForDiagnostics(plain, (found) => found.length > 0);
  });

  it('may hold spaces, letters of any alphabet and signs', async () => {
    const name = 'Straße #1 & 100% (draft)';
    const session = await Session.start({
      files: {
        'register.facts.yaml': register,
        [`ä ö/${name}.md`]: 'There are 152 P$$CURSOR$$CTs.\n',
        [`ä ö/${name}.facts.yaml`]: countOf('152', '152 PCTs'),
      },
    });
    assert.deepEqual((await session.check())['error'], 0);
    assert.match(
      await session.hoverText(`ä ö/${name}.md`, session.cursor(`ä ö/${name}.md`)),
      /pct/,
    );
  });
});
