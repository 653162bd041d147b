import assert from 'node:assert/strict';
import type { DocumentHighlight, LocationLink, Position } from 'vscode-languageserver/node';
import { bareClient, navigatingClient } from './clients.js';
import { positionAt, textIn } from './markers.js';
import { TEST_LIMIT } from './program.js';
import { countOf, courier, herald, register } from './records.js';
import { endSessions, Session } from './session.js';

type GoTo = 'definition' | 'declaration' | 'typeDefinition' | 'implementation';

/* Figures of all kinds: recorded, recorded elsewhere, counted and not; in all of Markdown's forms. */
const figures = `---
basedOn: [herald]
---

# All 152 PCTs

There were 152 primary care trusts, [and 148 PCTs](https://example.org/148 "148 PCTs") now.
*And **99** PCTs*, at a cost of £5m, £7m and 30%.

| Bodies |
| --- |
| 152 PCTs |
`;

const files = {
  'register.facts.yaml': `${register}properties:
  staff: {name: Staff, type: quantity}
  run-by: {name: Run by, type: entity}
events:
  merger: {subject: pct, property: staff, before: 1, after: 2}
`,
  'herald.md': herald,
  'herald.facts.yaml': `article: {id: herald}
${countOf('152')}  - {id: led, subject: essex-pcts, property: run-by, value: [jane-doe, pct], quote: Jane Doe}
  - {subject: pct, property: staff, value: 9}
  - {subject: nobody-known, property: count, value: 1}
  - {subject: nobody-known, property: unheard-of, value: 1}
`,
  'groups.facts.yaml': 'organisations: {essex-pcts: {name: Essex PCTs, kind: group, class: pct}}\n',
  'courier.md': courier,
  'courier.facts.yaml': `article: {basedOn: [herald]}
${countOf('152')}    disputes: [herald#trusts]
`,
  'figures.md': figures,
  'figures.facts.yaml': `facts:
  - {id: fig, subject: pct, property: count, value: 152, place: england, quote: 152 primary care trusts}
  - {id: cost, subject: pct, property: cost, value: £5m, quote: 'at a cost of £5m, £7m'}
  - {id: dear, subject: pct, property: cost, value: £7m, quote: 'at a cost of £5m, £7m'}
`,
} as const;

type File = keyof typeof files;

/** The place that `|` marks in words of a file. */
function placeIn(name: File, words: string): Position {
  const start = files[name].indexOf(words.replace('|', ''));
  assert.ok(start >= 0, `${name} holds ${words}`);
  return positionAt(files[name], start + words.indexOf('|'));
}

describe('going to', function () {
  this.timeout(TEST_LIMIT);
  let session: Session;
  before(async () => {
    session = await Session.start({ files, capabilities: navigatingClient });
    await session.settled();
  });
  after(endSessions);

  const links = (goTo: GoTo, name: File, words: string): Promise<LocationLink[]> =>
    session.request(`textDocument/${goTo}`, {
      textDocument: { uri: session.uri(name) },
      position: placeIn(name, words),
    });

  const leads = async (goTo: GoTo, name: File, words: string): Promise<string[]> =>
    session.words(
      (await links(goTo, name, words)).map(({ targetUri, targetSelectionRange }) => ({
        uri: targetUri,
        range: targetSelectionRange,
      })),
      files,
    );

  const origin = async (name: File, words: string): Promise<string | undefined> => {
    const [link] = await links('declaration', name, words);
    return link && textIn(files[name], link.originSelectionRange!);
  };

  const references = async (name: File, words: string): Promise<string[]> =>
    session.words(await session.references(name, placeIn(name, words)), files);

  describe('the definition', () => {
    it('links the words it starts from with all of the target', async () => {
      const [link] = await links('definition', 'register.facts.yaml', '[primary| care');
      assert.ok(link);
      const text = files['register.facts.yaml'];
      assert.equal(textIn(text, link.originSelectionRange!), 'primary care trust');
      assert.equal(textIn(text, link.targetSelectionRange), 'pct');
      assert.match(textIn(text, link.targetRange), /^pct:\n[^]*commissioned care in England\.\s*$/);
    });

    it('comes as plain locations to a client that knows no links', async () => {
      const bare = await Session.start({ files, capabilities: bareClient });
      await bare.settled();
      const places = await bare.definition('figures.md', placeIn('figures.md', '152 p|rimary'));
      assert.deepEqual(bare.words(places, files), ['register.facts.yaml "pct"']);
      assert.deepEqual(Object.keys(places[0] ?? {}).sort(), ['range', 'uri']);
      const { declarationProvider, implementationProvider, typeDefinitionProvider } =
        bare.server.capabilities;
      assert.deepEqual(
        [declarationProvider, implementationProvider, typeDefinitionProvider],
        [undefined, undefined, undefined],
      );
    });

    it('of a figure is the fact that records it, in headings, links, emphasis and tables too', async () => {
      assert.deepEqual(await leads('definition', 'figures.md', 'All 15|2 PCTs'), [
        'figures.facts.yaml "fig"',
      ]);
      assert.deepEqual(await leads('definition', 'figures.md', '1|52 PCTs |'), [
        'figures.facts.yaml "fig"',
      ]);
      assert.deepEqual(await origin('figures.md', '1|52 PCTs |'), '152');
    });

    it('of a figure is the one fact of several that gives it', async () => {
      assert.deepEqual(await leads('definition', 'figures.md', '£5|m'), [
        'figures.facts.yaml "cost"',
      ]);
      assert.deepEqual(await leads('definition', 'figures.md', '£|7m'), [
        'figures.facts.yaml "dear"',
      ]);
    });

    it('of a figure that no fact records is nowhere', async () => {
      for (const words of ['1|48 PCTs]', '9|9', '3|0%']) {
        assert.deepEqual(await leads('definition', 'figures.md', words), []);
      }
    });

    it('is that of the innermost thing: of a name in quoted words, not of the fact', async () => {
      assert.deepEqual(await leads('definition', 'figures.md', '152 p|rimary'), [
        'register.facts.yaml "pct"',
      ]);
    });

    it('of an id that is a value is what it stands for', async () => {
      assert.deepEqual(await leads('definition', 'herald.facts.yaml', '[jane-|doe'), [
        'register.facts.yaml "jane-doe"',
      ]);
    });

    it('of an article’s own id is the article', async () => {
      assert.deepEqual(await leads('definition', 'herald.facts.yaml', 'id: her|ald'), [
        'herald.md ""',
      ]);
    });
  });

  it('a declaration leads from a fact to itself rather than to its words', async () => {
    assert.deepEqual(await leads('definition', 'herald.facts.yaml', 'id: tru|sts'), [
      'herald.md "152 primary care trusts"',
    ]);
    assert.deepEqual(await leads('declaration', 'herald.facts.yaml', 'id: tru|sts'), [
      'herald.facts.yaml "trusts"',
    ]);
    assert.deepEqual(await leads('declaration', 'herald.facts.yaml', 'subject: essex|-pcts'), [
      'groups.facts.yaml "essex-pcts"',
    ]);
  });

  describe('the type', () => {
    it('of an organisation is its class, else where its kind is given', async () => {
      assert.deepEqual(await leads('typeDefinition', 'herald.facts.yaml', 'subject: essex|-pcts'), [
        'register.facts.yaml "pct"',
      ]);
      assert.deepEqual(await leads('typeDefinition', 'register.facts.yaml', 'p|ct:'), [
        'register.facts.yaml "class"',
      ]);
    });

    it('of a fact is its property, where a file defines it', async () => {
      assert.deepEqual(await leads('typeDefinition', 'herald.facts.yaml', '[jane-|doe'), []);
      assert.deepEqual(await leads('typeDefinition', 'herald.facts.yaml', 'value: 1|52'), []);
      assert.deepEqual(await leads('typeDefinition', 'register.facts.yaml', 'mer|ger:'), [
        'register.facts.yaml "staff"',
      ]);
    });
  });

  describe('implementations', () => {
    it('of a mention or an id are the facts about it', async () => {
      const facts = [
        'courier.facts.yaml "trusts"',
        'figures.facts.yaml "fig"',
        'figures.facts.yaml "cost"',
        'figures.facts.yaml "dear"',
        'herald.facts.yaml "trusts"',
        'herald.facts.yaml "9"',
      ];
      assert.deepEqual(await leads('implementation', 'figures.md', '152 p|rimary'), facts);
      assert.deepEqual(await leads('implementation', 'register.facts.yaml', 'p|ct:'), facts);
      assert.deepEqual(await leads('implementation', 'herald.facts.yaml', 'subject: essex|-pcts'), [
        'herald.facts.yaml "led"',
      ]);
    });

    it('of a property are the facts with it, of an event those it explains', async () => {
      for (const [name, words] of [
        ['herald.facts.yaml', 'property: st|aff'],
        ['register.facts.yaml', 'mer|ger:'],
      ] as const) {
        assert.deepEqual(await leads('implementation', name, words), ['herald.facts.yaml "9"']);
      }
    });

    it('of a fact are all facts of its slot', async () => {
      assert.deepEqual(await leads('implementation', 'herald.facts.yaml', 'id: tru|sts'), [
        'courier.facts.yaml "trusts"',
        'figures.facts.yaml "fig"',
        'herald.facts.yaml "trusts"',
      ]);
    });
  });

  describe('references', () => {
    it('of a figure are the facts that record it and wherever it is counted so', async () => {
      assert.deepEqual(await references('figures.md', 'All 15|2 PCTs'), [
        'courier.facts.yaml "trusts"',
        'courier.facts.yaml "herald#trusts"',
        'courier.md "152"',
        'figures.facts.yaml "fig"',
        'figures.md "152"',
        'figures.md "152"',
        'figures.md "152"',
        'herald.facts.yaml "trusts"',
        'herald.md "152"',
      ]);
    });

    it('hold ids in values and in front matter', async () => {
      assert.deepEqual(await references('herald.facts.yaml', '[jane-|doe'), [
        'herald.facts.yaml "jane-doe"',
        'herald.md "Jane Doe"',
        'register.facts.yaml "jane-doe"',
      ]);
      const publisher = await session.references('herald.md', { line: 2, character: 12 });
      assert.deepEqual(session.words(publisher, files), [
        'herald.md "herald"',
        'register.facts.yaml "herald"',
      ]);
    });

    it('of an article are what is based on it, lone articles too', async () => {
      assert.deepEqual(await references('herald.facts.yaml', 'id: her|ald'), [
        'courier.facts.yaml "herald"',
        'figures.md "herald"',
        'herald.facts.yaml "herald"',
      ]);
    });

    it('of an id that nothing defines are its other uses', async () => {
      assert.deepEqual(await references('herald.facts.yaml', 'nobody|-known'), [
        'herald.facts.yaml "nobody-known"',
        'herald.facts.yaml "nobody-known"',
      ]);
    });
  });

  describe('highlights', () => {
    const highlights = async (name: File, words: string): Promise<string[]> => {
      const found = await session.request<DocumentHighlight[]>('textDocument/documentHighlight', {
        textDocument: { uri: session.uri(name) },
        position: placeIn(name, words),
      });
      const text = files[name];
      return found.map(({ range, kind }) => `${kind} ${textIn(text, range)}`);
    };

    it('are every mention of one organisation in an article, by whatever name', async () => {
      assert.deepEqual(await highlights('figures.md', '152 p|rimary'), [
        '2 PCTs',
        '2 primary care trusts',
        '2 PCTs',
        '2 PCTs',
        '2 PCTs',
      ]);
    });

    it('are the uses of an id in a sidecar; its definition is written', async () => {
      assert.deepEqual(await highlights('register.facts.yaml', '[primary| care'), [
        '3 pct',
        '2 pct',
      ]);
      assert.deepEqual(await highlights('herald.facts.yaml', 'id: tru|sts'), ['3 trusts']);
      assert.deepEqual(await highlights('herald.facts.yaml', 'property: run|-by'), ['2 run-by']);
    });

    it('are a figure and the same figure again', async () => {
      assert.deepEqual(await highlights('figures.md', '1|52 PCTs |'), ['2 152', '2 152', '2 152']);
    });

    it('are nothing where nothing stands', async () => {
      assert.deepEqual(await highlights('herald.md', 'today|, '), []);
    });
  });

  describe('the hover of a figure', () => {
    const hover = (words: string): Promise<string> =>
      session.hoverText('figures.md', placeIn('figures.md', words));

    it('tells the facts that record it', async () => {
      assert.match(
        await hover('All 15|2 PCTs'),
        /^\*\*Recorded as a fact\*\*\n\nPrimary care trusts, count/,
      );
      assert.match(await hover('£|7m'), /cost: \*\*£7m\*\*/);
      assert.doesNotMatch(await hover('£|7m'), /£5m\*\*/);
    });

    it('tells that none does, and what is on record', async () => {
      const text = await hover('1|48 PCTs]');
      assert.match(text, /^\*\*148\*\* · no fact of this article records this figure\n/);
      assert.match(text, /\*\*On record: number of Primary care trusts\*\*/);
      assert.match(text, /\| count, England \| \*\*152\*\* \| 12 July 2010 \| `herald#trusts`/);
      assert.match(
        await hover('3|0%'),
        /^\*\*30%\*\* · no fact of this article records this figure$/,
      );
    });
  });
});
