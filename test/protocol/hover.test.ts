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
});
