import assert from 'node:assert/strict';
import { plainTextClient, pushClient } from './clients.js';
import { marked } from './markers.js';
import { TEST_LIMIT } from './program.js';
import { agreeing, countOf, courier, register } from './records.js';
import { endSessions, Session } from './session.js';

/** Text that would do something if a hover let it: run a command, load an image, be HTML. */
const hostile =
  '[click](command:workbench.action.terminal.new) <img src=x onerror=alert(1)> ![i](http://evil.example/x.png) **bold** `code` https://evil.example';

const files = {
  ...agreeing,
  'register.facts.yaml': `${register}  evil: {name: '${hostile}', aliases: [Evilland], description: '${hostile}'}
properties:
  mood: {name: '${hostile}', type: text, unit: '<b>unit</b>'}
`,
  'herald.facts.yaml': marked(countOf('148', '152 primary care trusts'), 'id: |trusts'),
  'courier.md': marked(
    courier.replace('There are', 'In Evilland, there are'),
    'Evil|land',
    'are |152',
    'Each P|CT',
    'a bo|ard',
  ),
  'courier.facts.yaml': marked(
    countOf('152').replace('place:', 'modality: asserted\n    asOf: 2010-07\n    place:'),
    'subject: p|ct',
    'property: co|unt',
    'as|serted',
    '2010-0|7',
  ),
} as const;

describe('hover', function () {
  this.timeout(TEST_LIMIT);
  let session: Session;
  before(async () => {
    session = await Session.start({ files, capabilities: pushClient });
    await session.settled();
  });
  after(endSessions);

  it('tells what an organisation is, its facts with sources, and how often it is mentioned', async () => {
    const hover = await session.hover('courier.md', session.cursor('courier.md', 2));
    assert.deepEqual(
      session.words([{ uri: session.uri('courier.md'), range: hover!.range! }], files),
      ['courier.md "PCT"'],
    );
    const text = await session.hoverText('courier.md', session.cursor('courier.md', 2));
    assert.match(text, /^\*\*Primary care trusts\*\* · class · `pct`/);
    assert.match(text, /Local NHS bodies that commissioned care in England\\?\./);
    assert.match(text, /founded 2002/);
    assert.match(text, /152.*The Courier|152.*courier/);
    assert.match(text, /148.*herald.*⚠/);
    assert.match(text, /Mentioned 3 times in 2 articles\./);
  });

  it('tells the same of its id in a sidecar', async () => {
    assert.equal(
      await session.hoverText('courier.facts.yaml', session.cursor('courier.facts.yaml', 0)),
      await session.hoverText('courier.md', session.cursor('courier.md', 2)),
    );
  });

  it('tells what records the quoted words under the cursor', async () => {
    const text = await session.hoverText('courier.md', session.cursor('courier.md', 1));
    assert.match(text, /Recorded as a fact/);
    assert.match(text, /Primary care trusts, count, England: \*\*152\*\*/);
  });

  it('tells a fact, and what contradicts it', async () => {
    const text = await session.hoverText('herald.facts.yaml', session.cursor('herald.facts.yaml'));
    assert.match(text, /Primary care trusts, count, England: \*\*148\*\*/);
    assert.match(text, /⚠ .*152 in courier/);
  });

  it('tells what a property, a modality and a date mean', async () => {
    const at = (index: number): Promise<string> =>
      session.hoverText('courier.facts.yaml', session.cursor('courier.facts.yaml', index));
    assert.match(await at(1), /^\*\*Number of organisations\*\* · quantity · `count`/);
    assert.match(await at(2), /modality/);
    assert.match(await at(3), /July 2010/);
  });

  it('tells nothing where there is nothing to tell', async () => {
    assert.equal(await session.hover('courier.md', session.cursor('courier.md', 3)), null);
    assert.equal(await session.hover('no-such-file.md', { line: 0, character: 0 }), null);
    assert.equal(await session.hover('courier.md', { line: 9999, character: 9999 }), null);
  });

  it('shows text from files as text, whatever it holds', async () => {
    const text = await session.hoverText('courier.md', session.cursor('courier.md', 0));
    assert.match(text, /click/, 'the description is shown');
    const unescaped = text.replace(/\\[^\w\s]/g, '');
    for (const [what, pattern] of [
      ['a link', /\]\(/],
      ['HTML', /<\w/],
      ['an image', /!\[/],
      ['an address that is linked by itself', /https?:\/\//],
    ] as const) {
      assert.doesNotMatch(unescaped, pattern, `${what} in ${text}`);
    }
  });

  it('has plain text for a client that shows no Markdown', async () => {
    const plain = await Session.start({ files, capabilities: plainTextClient });
    await plain.settled();
    const hover = await plain.hover('courier.md', plain.cursor('courier.md', 2));
    assert.deepEqual((hover?.contents as { kind: string }).kind, 'plaintext');
    const text = await plain.hoverText('courier.md', plain.cursor('courier.md', 2));
    assert.match(text, /^Primary care trusts · class · pct\n/);
    assert.doesNotMatch(text, /[\\`*_]/);
  });

  it('tells of an organisation who holds its posts, and its facts as a table', async () => {
    const session = await Session.start({
      files: {
        ...agreeing,
        'herald.facts.yaml': countOf('148', 'England has 152 primary care trusts'),
        'people.facts.yaml': `people:
  ann-roe: {name: Ann | Roe, roles: [{post: Chair, organisation: pct, from: 2010-05}]}
`,
        'pipes.facts.yaml': `facts:
  - {subject: pct, property: status, value: "a | b || \\\\| c", saidBy: ann-roe, modality: planned}
`,
        'courier.md': marked(courier, 'Each P|CT'),
      },
      capabilities: pushClient,
    });
    await session.settled();
    const text = await session.hoverText('courier.md', session.cursor('courier.md'));
    assert.match(text, /^- Chair: Ann \\\| Roe \(from May 2010\)$/m);
    const table = text.split('\n').filter((line) => line.startsWith('|'));
    assert.equal(table[0], '| what | value | when | source |');
    assert.deepEqual(
      table.map((row) => row.split(/(?<!\\)(?:\\\\)*\|/).length),
      [6, 6, 6, 6, 6],
      'four cells in each row, whatever people write',
    );
    const contested = table.find((row) => row.includes('**148**'));
    assert.match(contested ?? '', /`herald#trusts` ⚠ contested by 152 \(`courier#trusts`\)/);
    assert.match(table.at(-1) ?? '', /planned, Ann \\\| Roe, `pipes#1`/);
  });

  describe('in Markdown', () => {
    const article = `# All PCTs of England

| what | count |
|---|---|
| every PCT | 152 |

> **Primary care
> trusts** and [Jane Doe](https://example.org/Courier) met, says *The Herald*.

- [ ] ~~PCT~~ \`PCT\` <b title="PCT">PCTs</b>
`;
    const name = 'courier.md';
    let session: Session;
    before(async () => {
      session = await Session.start({ files: { ...agreeing, [name]: article } });
      await session.settled();
    });

    const shown = async (words: string, offset: number): Promise<string> => {
      const at = article.indexOf(words) + offset;
      assert.ok(at >= offset, words);
      const lines = article.slice(0, at).split('\n');
      const character = lines.at(-1)?.length ?? 0;
      return session.hoverText(name, { line: lines.length - 1, character });
    };

    for (const [where, words, offset, expected] of [
      ['a heading', 'All PCTs', 5, /^\*\*Primary care trusts/],
      ['a heading, its end', 'England', 3, /^\*\*England/],
      ['a table', 'every PCT', 7, /^\*\*Primary care trusts/],
      ['a quotation, before the end of the line', 'Primary care', 3, /^\*\*Primary care trusts/],
      ['a quotation, on the next line', 'trusts**', 2, /^\*\*Primary care trusts/],
      ['a link', 'Jane Doe](', 6, /^\*\*Jane Doe/],
      ['emphasis', '*The Herald*', 4, /^\*\*The Herald/],
      ['struck out words of a list', '~~PCT~~', 3, /^\*\*Primary care trusts/],
      ['code', '`PCT`', 2, /^\*\*Primary care trusts/],
      ['the address of a link', 'example.org/Courier', 14, /^$/],
      ['an attribute', '"PCT"', 2, /^$/],
    ] as const) {
      it(`tells what stands in ${where}`, async () => {
        assert.match(await shown(words, offset), expected);
      });
    }
  });

  describe('in a sidecar', () => {
    const sidecar = `article:
  id: x
  status: draft
  published: 2010-11
  basedOn: [nobody]
  source: {file: x.pdf, page: 3, retrieved: 2013/14}
organisations:
  acme:
    name: Acme
    kind: think-tank
    founded: 2009~
    identifiers: {wikidata: Q1}
people:
  ann: {name: Ann, roles: [{post: Chair, organisation: acme, from: 2010, soleHolder: true}]}
properties:
  size: {name: Size, type: quantity, integer: true, separators: [branch], stableFor: P6M, min: 0}
events:
  growth: {type: merger, subject: acme, property: size, before: "about 40", after: 3, date: 2010-05, modality: pledged}
facts:
  - id: one
    subject: acme
    property: size
    value: {amount: 40, approximate: true, unit: people}
    branch: north
    qualifiers: {season: winter}
    saidBy: anonymous
    saidAs: a spokesman
    modality: forecast
    certainty: possible
    polarity: negative
    rank: deprecated
    reason: old
    denies: [missing]
    acknowledged: [{code: value-conflict, with: one, reason: fine}]
    quote: {exact: about 40, prefix: with, suffix: people}
    note: constructor
  - {subject: acme, property: count, value: ~3, asOf: 2010-11}
`;
    const name = 'x.facts.yaml';
    let session: Session;
    before(async () => {
      session = await Session.start({ files: { ...agreeing, [name]: sidecar } });
      await session.settled();
    });

    const shown = (words: string, behind = ''): Promise<string> => {
      const at = sidecar.indexOf(words, sidecar.indexOf(behind)) + 1;
      assert.ok(at > 0, words);
      const lines = sidecar.slice(0, at).split('\n');
      const character = lines.at(-1)?.length ?? 0;
      return session.hoverText(name, { line: lines.length - 1, character });
    };

    for (const [words, expected, behind] of [
      ['article:', /About the article itself/],
      ['draft', /^\*\*draft\*\* · The article is work in progress/],
      ['published', /When it was published/],
      ['2010-11', /read as November 2010/, 'published'],
      ['nobody', /nothing in this workspace has this id/],
      ['source', /converted from/],
      ['page', /page or pages/],
      ['2013/14', /read as 2013\/14/],
      ['organisations:', /Organisations, by id/],
      ['think-tank', /^\*\*think\\?-tank\*\* · Researches policy/],
      ['kind', /What sort of organisation/],
      ['2009~', /read as about 2009/],
      ['wikidata', /identifier there/],
      ['roles', /Posts held/],
      ['post:', /name of the post/],
      ['Chair', /name of the post/],
      ['true', /^\*\*true\*\* · Yes/, 'soleHolder'],
      ['quantity', /^\*\*quantity\*\* · A number/],
      ['separators', /Keys that make facts/],
      ['P6M', /read as 183 days/],
      ['merger', /^\*\*merger\*\* · Several became one/],
      ['before', /value before/],
      ['"about 40"', /read as about 40/],
      ['pledged', /^\*\*pledged\*\* · Somebody promises it/],
      ['facts:', /facts that the article states/],
      ['value:', /The value as the text gives it/],
      ['amount', /^\*\*amount\*\* · The number/],
      ['approximate', /says about, around, some/],
      ['branch:', /a separator of Size/, 'facts:'],
      ['qualifiers', /Further conditions/],
      ['season', /A condition of this fact/],
      ['anonymous', /The article names no source/],
      ['forecast', /^\*\*forecast\*\* · Somebody expects it/],
      ['possible', /thinks it may be so/],
      ['negative', /It is denied/],
      ['deprecated', /compared no more/],
      ['missing', /nothing in this workspace has this id/],
      ['code:', /The rule, for example/],
      ['value-conflict', /^\*\*value\\?-conflict\*\* · .*\n.*\n.*The rule, for example/],
      ['quote', /words in the article/],
      ['prefix', /words just before/],
      ['with', /words just before/, 'prefix'],
      ['constructor', /Free text/],
      ['count', /^\*\*Number of organisations\*\*.*built in/s, 'property: count'],
      ['2010-11', /read as November 2010; the fact holds as of November 2010/, 'asOf'],
    ] as const) {
      it(`tells what ${words} means${behind === undefined ? '' : ` behind ${behind}`}`, async () => {
        assert.match(await shown(words, behind), expected);
      });
    }
  });
});
