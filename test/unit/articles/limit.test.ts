import assert from 'node:assert/strict';
import { parseArticle, sentencesOf } from '../../../server/src/articles/article.js';

const MEGABYTE = 1_000_000;

describe('the limits of an article', () => {
  const hostile: [string, string][] = [
    ['quotations in quotations', '> '.repeat(10_000)],
    ['a megabyte of quotations in one line', '> '.repeat(MEGABYTE / 2)],
    ['a megabyte of lists in one line', '- '.repeat(MEGABYTE / 2)],
    ['a megabyte of nested lines', `${'> - '.repeat(25)}a\n`.repeat(MEGABYTE / 102)],
    [
      'lists by indentation',
      Array.from({ length: 1000 }, (_, i) => `${' '.repeat(i * 2)}- a`).join('\n'),
    ],
    ['list items without end', '- - - - a b\n'.repeat(30_000)],
    ['brackets', '['.repeat(50_000)],
    ['link after link', '[a]('.repeat(12_000)],
    ['emphasis', '*a**b_c '.repeat(10_000)],
    ['closing marks', 'a* '.repeat(15_000)],
    ['comments that do not end', 'a <!-- '.repeat(10_000)],
    ['headings of two lines', 'a\n=\n'.repeat(10_000)],
    ['footnotes', '[^a] '.repeat(10_000)],
    ['a line of two megabytes', 'word '.repeat(400_000)],
    ['a line of a hundred thousand and one', 'a'.repeat(100_001)],
  ];
  for (const [what, text] of hostile) {
    it(`reads as plain text, soon: ${what}`, function () {
      this.timeout(5000);
      const article = parseArticle(text, 'markdown');
      assert.equal(article.limit?.readAs, 'text');
      assert.match(article.limit.message, /read as plain text/);
      assert.ok(article.blocks.length > 0);
    });
  }

  it('names the reason', () => {
    const reason = (text: string): string | undefined =>
      parseArticle(text, 'markdown').limit?.reason;
    assert.equal(reason('> '.repeat(41)), 'nesting');
    assert.equal(reason('> '.repeat(40)), undefined);
    assert.equal(reason('a'.repeat(100_001)), 'line-length');
    assert.equal(reason('word\n\n'.repeat(100_000)), 'size');
  });

  it('does not mind an ordinary report', () => {
    const section =
      '## Heading\n\nSome **152** trusts, it [said](http://x.y), were cut to `75`.\n\n- one\n- two\n\n> Quote.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n';
    assert.equal(parseArticle(section.repeat(300), 'markdown').limit, null);
  }).timeout(20_000);

  it('does not read an article over the size', () => {
    const article = parseArticle('# Title\n\nwords', 'markdown', { maxSize: 10 });
    assert.equal(article.limit?.reason, 'size');
    assert.equal(article.limit.readAs, 'nothing');
    assert.deepEqual([article.blocks, article.rendered.text, article.title], [[], '', null]);
    assert.deepEqual(article.lines.positionAt(9), { line: 2, character: 0 });
    assert.equal(parseArticle('a'.repeat(5_000_001), 'text').limit?.readAs, 'nothing');
  });

  it('does not read an article that is not to be read, and says why', () => {
    for (const format of ['markdown', 'text'] as const) {
      const article = parseArticle('# Title\n\nwords', format, { unread: 'It ended us.' });
      assert.deepEqual(article.limit, {
        reason: 'size',
        readAs: 'nothing',
        message: 'It ended us.',
      });
      assert.deepEqual([article.blocks, article.rendered.text, article.title], [[], '', null]);
    }
  });

  it('reads plain text of any shape', function () {
    this.timeout(10_000);
    for (const text of [
      '> '.repeat(MEGABYTE / 2),
      'a. '.repeat(MEGABYTE / 3),
      '\r'.repeat(MEGABYTE),
    ]) {
      const article = parseArticle(text, 'text');
      assert.equal(article.limit, null);
      sentencesOf(article);
    }
  });
});
