import assert from 'node:assert/strict';
import { datesOf, figuresOf } from '../../../server/src/articles/figures.js';
import { sentencesOf } from '../../../server/src/articles/article.js';
import { anchorsIn } from '../../../server/src/corpus/anchor.js';
import type { World } from '../rules/world.js';
import { uriOf, root, worldOf } from '../rules/world.js';
import { SeededRandom } from '../text/seededRandom.js';
import { answers } from './answers.js';

/*
 * What is known of an article after edits, much of it taken from what was known before, is what is known
 * of the same text from scratch.
 */

const seed = Number(process.env['FC_SEED'] ?? 20060530) || Date.now();

const blocks = [
  '# The trusts of England\n',
  'The number of primary care trusts was cut from 303 to 152, the Department of Health said on 1 October 2006.\n',
  'All 152 primary care trusts in England report to the NHS. England’s 152 PCTs are\nonly one part of it.\n',
  '- All 28 health boards of Wales\n- 14 boards in Scotland\n  - of which 3 are *islands*\n',
  '1. the 152 PCTs\n2. the NHS\n\n   All 28 health boards agree.\n',
  '| body | number |\n|---|---|\n| PCTs | 152 |\n| health boards | 28 |\n',
  '> “All 152 primary care trusts are to merge”, said Mr Lansley on 12 July 2010.\n>\n> - the 28 health boards\n',
  'A footnote[^1] tells of 10 PCTs and of 1,500 others.\n\n[^1]: All 152 primary care trusts, by http://example.org/152 of 2006.\n',
  '```\nall 152 PCTs\n```\n',
  '    all 152 PCTs in code\n',
  '<div>all 152 PCTs</div>\n',
  'Dr. Lansley of the Department of\nHealth *merged* `152` PCTs &amp; others\\* in 2010/11…\n',
  'There is only\n',
  'one PCT. NHS\n',
  'The NHS — the “national” service – has 1.3 million staff (2006).\n',
];

const frontMatter = '---\ntitle: Trusts\npublished: 2010-07-12\n---\n';

const typed = [
  'a', ' ', '\n', '\n\n', '1', '5', ',', '.', '“', '*', '- ', '> ', '| ', '#', '`', '\r\n', '\r', '[^1]', '152 PCTs', ' NHS ', 'all 28 health boards', 'Health',
  'Lansley', '\u00ad', 'e\u0301', '😀', '&amp;', '\\', '<', '---\n', '\n    ', 'é', '\u2028',
]; // prettier-ignore

const register = `organisations:
  pct: {name: Primary care trusts, aliases: [primary care trust, PCT, PCTs], kind: class}
  boards: {name: Health boards, aliases: [health board], kind: class}
  nhs: {name: NHS, kind: body}
  doh: {name: Department of Health, kind: government}
people:
  lansley: {name: Andrew Lansley, aliases: [Mr Lansley, Dr. Lansley, Lansley]}
places:
  england: {name: England}
  wales: {name: Wales}
`;

const quotes = [
  'cut from 303 to 152',
  '152',
  'All 152 primary care trusts',
  'All 28 health boards',
  'the “national” service',
  'PCTs are only one part',
  'are to merge", said Mr Lansley',
  'only one PCT',
  'nowhere to be found at all in 99 places',
  '1,500 others',
  '303',
];

const sidecar = `facts:\n${quotes
  .map(
    (quote, n) =>
      `  - {subject: pct, property: count, value: ${n % 2 === 0 ? 152 : 28}, asOf: 20${10 + n}, quote: ${JSON.stringify(quote)}}\n`,
  )
  .join('')}`;

/** Something in each part of a long article, in an order of its own. */
function longArticle(random: SeededRandom, ending: string): string {
  let text = random.chance(0.5) ? frontMatter : '';
  for (let n = 0; n < 40; n++) text += `${random.pick(blocks)}\n`;
  return text.replaceAll('\n', ending);
}

function edited(text: string, random: SeededRandom): string {
  const anywhere = random.below(text.length + 1);
  // Half of all keys near the end of a block: what is beside them must not be touched, or must be.
  const gap = random.chance(0.5) ? text.indexOf('\n', anywhere) : -1;
  const at = gap < 0 ? anywhere : Math.max(0, Math.min(text.length, gap - 4 + random.below(8)));
  const length = random.chance(0.5) ? 0 : random.below(random.chance(0.1) ? 400 : 4);
  const by = random.chance(0.3) ? '' : random.pick(typed);
  return text.slice(0, at) + by + text.slice(at + length);
}

/** What is known of the article, by itself and with everything else. */
function knownOf(world: World, name: string): object {
  const entry = world.corpus.article(uriOf(name)) ?? assert.fail(name);
  const { content } = entry;
  const facts = world.corpus.sidecarsFor(entry.uri).flatMap((one) => one.facts);
  return {
    sentences: sentencesOf(content),
    figures: figuresOf(content),
    dates: datesOf(content),
    anchors: facts.map((fact) => anchorsIn(entry, fact)),
    all: answers(world),
  };
}

const EDITS = Number(process.env['EDITS'] ?? 10);

describe('an article after edits', function () {
  this.timeout(120_000);

  for (const [name, ending] of [
    ['a.md', '\n'],
    ['a.md', '\r\n'],
    ['a.txt', '\n'],
    ['a.txt', '\r'],
  ] as const) {
    it(`is known as from scratch: ${name}, ${JSON.stringify(ending)}`, () => {
      const random = new SeededRandom(seed);
      let text = longArticle(random, ending);
      const files = { 'register.facts.yaml': register, 'a.facts.yaml': sidecar };
      const world = worldOf({ ...files, [name]: text });
      knownOf(world, name);
      for (let n = 0; n < EDITS; n++) {
        text = edited(text, random);
        world.checker.note(world.corpus.setFile({ uri: uriOf(name), root, text }));
        // Now and then a key comes before anybody has looked at the last.
        if (random.chance(0.3)) continue;
        const fresh = worldOf({ ...files, [name]: text });
        assert.deepEqual(knownOf(world, name), knownOf(fresh, name), `edit ${n}, seed ${seed}`);
      }
    });
  }

  it('is known by the names of now', () => {
    const random = new SeededRandom(seed);
    let text = longArticle(random, '\n');
    const world = worldOf({ 'register.facts.yaml': register, 'a.md': text });
    for (const names of ['Trusts of England', 'NHS', 'staff', 'primary care trusts in England']) {
      knownOf(world, 'a.md');
      text = edited(text, random);
      const other = register.replace('{name: NHS,', `{name: ${names},`);
      world.checker.note(world.corpus.setFile({ uri: uriOf('a.md'), root, text }));
      world.checker.note(
        world.corpus.setFile({ uri: uriOf('register.facts.yaml'), root, text: other }),
      );
      const fresh = worldOf({ 'register.facts.yaml': other, 'a.md': text });
      assert.deepEqual(knownOf(world, 'a.md'), knownOf(fresh, 'a.md'));
    }
  });
});
