import assert from 'node:assert/strict';
import { parseArticle, quoteFinderOf, sentencesOf } from '../../../server/src/articles/article.js';
import { datesOf, figuresOf } from '../../../server/src/articles/figures.js';

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
