import assert from 'node:assert/strict';
import fc from 'fast-check';
import { scanMarkdown } from '../../../server/src/articles/markdownScan.js';
import { inputs, ownMarkdown, tryScanner } from './markdownTrial.js';
import { markdownTroubles } from './plainMarkdown.js';

/* The scanner gives what remark does to the last offset, or nothing. `test/bench/fuzzMarkdown.ts` tries more. */

const seed = Number(process.env['FC_SEED'] ?? 20060530) || Date.now();

function assertRightOrRefused(text: string): boolean {
  const { accepted, wrong } = tryScanner(text);
  assert.equal(wrong, null, `${wrong ?? ''} in ${JSON.stringify(text)}`);
  return accepted;
}

describe('scanMarkdown', () => {
  const read: [string, string][] = [
    ['front matter', '---\ntitle: A\n---  \n\nb'],
    ['front matter alone', '---\n---'],
    ['headings', '# A *b*\n\n###### c\nd\n\nE\nf\n===\n\ng\n---\n'],
    ['paragraphs and lines', 'a\nb \nc  \nd\n\n   e\n     f'],
    ['numbered paragraphs', '(1) Im Jahre\n2006 und am\n31. Dezember (§ 5).\n\n(2) b\n'],
    ['definitions as pandoc has them', 'Fundstelle\n:   BGBl I: 2020, 1241\n'],
    ['lists', '- a\n- b\n  c\n\n  d\n  1. e\n  2. f\n\n10) g'],
    ['lists in lists on one line', '*    *   a\n\n    *   b\n\n- - c'],
    ['empty items', '-\n\n## a\n\n*\n  b\n'],
    ['quotations', '> a\n> b\n>\n> # c\n\n> - d\n>   e\n'],
    ['lazy lines', '> a\nb\n\n- c\nd'],
    ['rules', '***\n\na\n* * *\n'],
    ['code', '    a\n\n      b\nc\n\n```js\n# d\n\n    e\n```\n'],
    ['emphasis', '*a* **b** ***c*** _d_ **e *f* g** a_b_c 2 * 3 *“h”* 5*'],
    ['inline code', '`a * b` [`c`](d)'],
    [
      'links and images',
      '[a *b*](c.md "G") [z](http://c.d/e_f) ![h](i.png) <http://j.k/l_m> [sic] [1]',
    ],
    ['addresses', 'http://a.b/c?d=e&f www.g.h i@j.k, (https://l.m).'],
    ['escapes', '\\* \\[a\\] b\\c 5\\%'],
    ['marks that mean nothing', 'R&D & co; a < b, 5 <= 6, ~5, a|b, C#, a @ b, x!'],
    ['breaks of two characters', '# a\r\n\r\nb\r\nc  \r\nd\r\n'],
    ['a byte order mark', '\ufeff---\nid: a\n---\n# b'],
    ['footnotes', 'a[^F1_b]\n\n*   *[^f2]\n\n[^F1_b]: [^f2]:     c\n    d\ne\n\n    f\n'],
    ['footnotes that call a paragraph to its end', '- a[^1]\n  [^1]: b\n'],
    ['empty items below code', '    a\n\n*    *\n    b\n'],
    ['a number at a line’s start', 'a (S. 1,\n44)\nb\n'],
    ['a heading whose emphasis nothing closes', '## **a\nb**\n'],
    ['a rule that is torn', 'a\n----  ---\nb\n'],
    ['a mark that nothing closes', '*x = a\n\n*b*\n'],
    ['nothing', ''],
  ];
  for (const [what, text] of read) {
    it(`reads ${what}`, () => {
      assert.ok(assertRightOrRefused(text), 'refused');
    });
  }

  const refused: [string, string][] = [
    ['tables', 'a|b\n-|-\n'],
    ['tables of one column', 'a\n:-\n'],
    ['HTML', 'a <b>c</b>'],
    ['references', 'a &amp; b'],
    ['definitions', '[a]\n\n[a]: b'],
    ['definitions beside footnotes', '[^1][a]\n\n[^1]: b\n[a]: c'],
    ['footnotes that are not defined', 'a[^1]'],
    ['tasks', '- [x] a'],
    ['emphasis that may not pair', '*a **b* c**'],
    ['marks in addresses', 'http://a.b/*c* d*'],
    ['strikes', '~~a~~'],
    ['tabs', '-\ta'],
    ['a lone carriage return', 'a\rb'],
    ['NUL', 'a\0b'],
    ['front matter that does not end', '---\na: b\n'],
    ['a fence that does not end', '```\na\n'],
    ['many open containers', '> '.repeat(30)],
  ];
  for (const [what, text] of refused) {
    it(`leaves ${what} to the parser`, () => {
      assert.equal(scanMarkdown(text), null);
    });
  }

  it('reads most of the project’s own Markdown, with any line break', () => {
    const accepted = ownMarkdown.filter(assertRightOrRefused);
    assert.ok(accepted.length > ownMarkdown.length * 0.7, `${accepted.length}`);
    for (const text of accepted.slice(0, 12)) {
      assert.ok(assertRightOrRefused(text.replaceAll('\n', '\r\n')));
      assert.ok(assertRightOrRefused(`\ufeff${text}`));
    }
  }).timeout(60_000);

  it('gives what the parser does, or refuses', () => {
    const source = inputs(seed);
    let accepted = 0;
    for (let count = 0; count < 4000; count++) {
      if (assertRightOrRefused(source.next().value.text)) accepted++;
    }
    assert.ok(accepted > 1000, `${accepted}`);
  }).timeout(120_000);

  it('gives what the parser does on any order of marks, or refuses', () => {
    const texts = fc
      .array(fc.constantFrom(...markdownTroubles), { maxLength: 8 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        assertRightOrRefused(text);
      }),
      { numRuns: 1500 },
    );
  }).timeout(60_000);
});
