import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseArticle, quoteFinderOf, sentencesOf } from '../../../server/src/articles/article.js';
import { datesOf, figuresAround, figuresOf } from '../../../server/src/articles/figures.js';
import { findQuantities } from '../../../server/src/values/prose.js';
import { figureText } from '../values/figureTexts.js';

const TEXT = [
  '---\ntitle: 77 trusts\n---',
  '# The 303 trusts',
  'From **152** trusts, [75 trusts](http://x.y/12) in May 2006.',
  '> some 61\n> trusts and `9` boards',
  '```\n44 trusts\n```',
  '<p>33 trusts</p>',
  'See https://x.y/May-2004 or and www.x.y/31 or box16@x.org now.',
].join('\r\n\r\n');

describe('figuresOf and datesOf', () => {
  const article = parseArticle(TEXT, 'markdown');

  it('reads prose and headings, not code, HTML, front matter or addresses', () => {
    const found = figuresOf(article).map(({ text }) => text.replace(/\D/g, ''));
    for (const figure of ['303', '152', '75', '61', '9']) assert.ok(found.includes(figure), figure);
    for (const other of ['77', '44', '33', '12', '31', '21', '16', '5']) {
      assert.ok(!found.includes(other), other);
    }
  });

  it('says where in the source and in the rendered text', () => {
    for (const { span, rendered, text } of [...figuresOf(article), ...datesOf(article)]) {
      assert.equal(article.rendered.text.slice(rendered.start, rendered.end), text);
      const digits = /\d+/.exec(text)?.[0] ?? '';
      assert.ok(TEXT.slice(span.start, span.end).includes(digits), text);
    }
  });

  it('reads dates', () => {
    assert.deepEqual(
      datesOf(article).map(({ edtf }) => edtf),
      ['2006-05'],
    );
  });

  it('finds the same around a place as in the whole block, and the same objects', () => {
    let found = 0;
    fc.assert(
      fc.property(fc.array(figureText, { minLength: 1, maxLength: 3 }), (texts) => {
        const text = texts.join('\n\n');
        const article = parseArticle(text, 'text');
        const prose = article.rendered.text;
        const around = Array.from({ length: prose.length }, (_, at) => figuresAround(article, at));
        const all = figuresOf(article);
        const places = article.blocks.flatMap(({ rendered: { start, end } }) =>
          findQuantities(prose.slice(start, end)).map((one) => [
            start + one.start,
            start + one.end,
          ]),
        );
        const isAddress = ([start = 0]: number[]): boolean =>
          !all.some(({ rendered }) => rendered.start === start);
        assert.deepEqual(
          all.map(({ rendered: { start, end } }) => [start, end]),
          places.filter((place) => !isAddress(place)),
        );
        for (const place of places.filter(isAddress)) {
          assert.match(prose.slice(Math.max(0, (place[0] ?? 0) - 40), place[1]), /:|www|@/i);
        }
        for (const [number, figure] of all.entries()) {
          const { start, end } = figure.rendered;
          for (let at = start; at < end; at++) assert.ok(around[at]?.includes(figure), text);
          found = Math.max(found, number);
        }
      }),
      { numRuns: 300 },
    );
    assert.ok(found > 3);
  });

  it('reads an article once', () => {
    assert.equal(figuresOf(article), figuresOf(article));
    assert.equal(datesOf(article), datesOf(article));
    assert.equal(sentencesOf(article), sentencesOf(article));
    assert.equal(quoteFinderOf(article), quoteFinderOf(article));
  });

  it('finds a quote across mark-up and lines', () => {
    const match = quoteFinderOf(article).find({ exact: 'From 152 trusts, 75 trusts' });
    assert.ok(match.kind === 'found');
    const { start, end } = article.rendered.sourceSpan(match.span);
    assert.equal(TEXT.slice(start, end), 'From **152** trusts, [75 trusts');
  });
});
