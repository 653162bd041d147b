import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { parseArticle } from '../../../server/src/articles/article.js';
import { figuresOf } from '../../../server/src/articles/figures.js';
import { countedAmong, findCounted } from '../../../server/src/corpus/articleIndex.js';
import { figuresBefore } from '../../../server/src/corpus/figuresBefore.js';
import { NameMatcher } from '../../../server/src/corpus/names.js';
import { readSidecar } from '../../../server/src/sidecars/readSidecar.js';
import { shortFigureText } from '../values/figureTexts.js';

const REGISTER = `organisations:
  pct: {name: Primary care trusts, aliases: [PCTs, trusts, ömegas]}
  board: {name: Board 7, aliases: [nhs bodies]}
places: {essex: {name: Essex}}
`;
const matcher = new NameMatcher(
  [...readSidecar(REGISTER).definitions].map((definition) => ({ uri: 'register', definition })),
);
const NAMES = ['PCTs', 'trusts', 'ömegas', 'Board 7', 'Essex', 'nhs bodies', 'Primary care trusts'];
const COUNTS = [
  '152',
  'five',
  '30%',
  'at least six',
  '1,500',
  '2½',
  'a dozen',
  '40-plus',
  'a third',
];
const gap = fc.constantFrom(
  ' ',
  ' ',
  '\n',
  '\u00a0',
  ' local ',
  ' two-tier ',
  '\u00a0ärmere ',
  '\n\n',
  '',
);
const counting = fc
  .tuple(fc.constantFrom(...COUNTS), gap, fc.constantFrom(...NAMES))
  .map((parts) => parts.join(''));
const prose = fc
  .array(fc.oneof(counting, fc.constantFrom(...NAMES), shortFigureText), { maxLength: 12 })
  .map((parts) => parts.join(' '));

describe('figures that count what is named after them', () => {
  it('are those among all figures of the article, the same objects', () => {
    let found = 0;
    fc.assert(
      fc.property(prose, fc.constantFrom('markdown' as const, 'text' as const), (text, format) => {
        const article = parseArticle(text, format);
        const mentions = matcher.find(article.rendered.text);
        const counted = findCounted(article, mentions);
        const all = figuresOf(article);
        assert.deepEqual(counted, countedAmong(all, article, mentions));
        assert.ok(counted.every(({ figure }) => all.includes(figure)));
        found += counted.length;
      }),
      { numRuns: 400 },
    );
    assert.ok(found > 200, `${found} figures`);
  });

  it('need no reading where no number stands before a name', () => {
    const text = 'In May 2006, 152 people met. The PCTs agreed with all local trusts in 10 places.';
    const article = parseArticle(text, 'text');
    const mentions = matcher.find(article.rendered.text);
    assert.equal(mentions.length, 2);
    assert.deepEqual(
      figuresBefore(article, mentions, () => true),
      [],
    );
  });
});
