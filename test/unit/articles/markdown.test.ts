import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseArticle } from '../../../server/src/articles/article.js';
import { span } from '../../../server/src/text/span.js';

/** The prose of a Markdown text. */
function prose(text: string): string {
  return parseArticle(text, 'markdown').rendered.text;
}

/** The source of the first place of some rendered words. */
function written(text: string, words: string): string {
  const { rendered } = parseArticle(text, 'markdown');
  const start = rendered.text.indexOf(words);
  assert.ok(start >= 0, `${words} is not in ${rendered.text}`);
  const source = rendered.sourceSpan(span(start, start + words.length));
  return text.slice(source.start, source.end);
}

function blocks(text: string): [string, string, string][] {
  const { blocks: all, rendered } = parseArticle(text, 'markdown');
  return all.map(({ kind, level, span: at, rendered: of }) => [
    level === undefined ? kind : `${kind} ${level}`,
    text.slice(at.start, at.end),
    rendered.text.slice(of.start, of.end),
  ]);
}

describe('parseArticle, Markdown', () => {
  const renderings: [string, string, string][] = [
    ['emphasis', '**152** PCTs, _all_ ~~of~~ them', '152 PCTs, all of them'],
    ['inline code', 'cut to `152 ` now', 'cut to 152  now'],
    ['the words of links, not their addresses', '[a *b*](http://x/12) [c][d]\n\n[d]: /9', 'a b c'],
    ['addresses as words', '<https://a.b/1> www.c.d/2', 'https://a.b/1 www.c.d/2'],
    ['no images', 'a ![12](x.png) b', 'a  b'],
    ['no footnote references, but the notes', 'a[^1] b\n\n[^1]: Note.', 'a b\n\nNote.'],
    ['no HTML, but the words in it', 'a <b>152</b> <!-- 3 --> c<br>d', 'a 152  c\nd'],
    ['escapes and references', '\\*5 &amp; &pound;6 \\& &#8364;', '*5 & £6 & €'],
    ['references to two characters', 'a &NotEqualTilde; &fjlig;ord', 'a \u2242\u0338 fjord'],
    ['what is no reference', 'R&D; AT&T &nope; &', 'R&D; AT&T &nope; &'],
    ['soft and hard breaks', 'a\nb \nc  \nd\\\ne', 'a\nb\nc\nd\ne'],
    ['breaks of all kinds', 'a\r\nb\rc', 'a\nb\nc'],
    ['quotations without their marks', '> a\n> b\nc\n>> d', 'a\nb\nc\n\nd'],
    ['a mark that is words', 'a\n    > b', 'a\n> b'],
    ['list items', '1. a\n   b\n2. [x] c\n   - d', 'a\nb\n\nc\n\nd'],
    ['tables', '| a | b\\|c |\n|--|--|\n| `d\\|e` | |', 'a\n\nb|c\n\nd|e'],
    ['no code', 'a\n\n```\nx 5\n```\n\n    y 6\n', 'a'],
    ['no rules or definitions', 'a\n\n***\n\n[b]: c', 'a'],
    ['NUL as U+FFFD', 'a\0b', 'a\ufffdb'],
    ['nothing', '', ''],
  ];
  for (const [what, text, expected] of renderings) {
    it(`renders ${what}`, () => {
      assert.equal(prose(text), expected);
    });
  }

  it('leads back to the source', () => {
    assert.equal(written('**152** PCTs', '152'), '152');
    assert.equal(written('**152** PCTs', '152 PCTs'), '152** PCTs');
    assert.equal(written('> from 303\r\n> to **152**', '303\nto 152'), '303\r\n> to **152');
    assert.equal(written('a \\* &amp; &#x1F600; b 5', 'b 5'), 'b 5');
    assert.equal(written('a \\* &amp; c', '* &'), '\\* &amp;');
    assert.equal(written('\ufeff# One\r\rtwo `x  y`', 'x  y'), 'x  y');
    assert.equal(written('R &nope; &b', 'nope'), 'nope');
    assert.equal(written('- a\n  lazy\n> 😀 e\u0301 x', 'x'), 'x');
    assert.equal(written('`` a\r\n   b ``', 'b'), 'b');
    assert.equal(written('a <https://x.y/a\\_b> 7', '7'), '7');
    assert.equal(written('https\\://x.y and me\\@x.y 8', '8'), '8');
  });

  it('names the kind of every block', () => {
    assert.deepEqual(
      blocks('## A *b*\n\nC\n===\n\nd\n\n- e\n\n  > f\n\n> # g\n\n<p>\n\n```\nh\n```'),
      [
        ['heading 2', '## A *b*', 'A b'],
        ['heading 1', 'C\n===', 'C'],
        ['paragraph', 'd', 'd'],
        ['listItem', 'e', 'e'],
        ['blockquote', 'f', 'f'],
        ['heading 1', '# g', 'g'],
        ['html', '<p>', ''],
        ['code', '```\nh\n```', ''],
      ],
    );
    assert.deepEqual(
      blocks('|a|\n|-|\n|1|').map(([kind, , words]) => `${kind} ${words}`),
      ['tableCell a', 'tableCell 1'],
    );
  });

  it('takes the title from the front matter, else from the first heading', () => {
    assert.equal(parseArticle('# A &amp; *b*\n\n# c', 'markdown').title, 'A & b');
    assert.equal(parseArticle('---\ntitle: T\n---\n# A', 'markdown').title, 'T');
    assert.equal(parseArticle('words', 'markdown').title, null);
  });

  /** Pieces of Markdown that make every kind of construct, whole and broken. */
  const pieces = fc.constantFrom(
    ...[
      'a',
      '152 ',
      '£5bn',
      '*',
      '**',
      '_',
      '`',
      '``',
      '[',
      ']',
      '](x)',
      '![',
      '(',
      ')',
      '<b>',
      '<!--',
    ],
    ...[
      '-->',
      '&amp;',
      '&',
      '&#0;',
      '&#128512;',
      '&fjlig;',
      '\\',
      '\\*',
      '\n',
      '\n\n',
      '\r',
      '\r\n',
    ],
    ...[
      '> ',
      '- ',
      '1. ',
      '    ',
      '\t',
      '  \n',
      '# ',
      '---\n',
      '===',
      '|',
      '|-|-|\n',
      '```\n',
      '~~',
    ],
    ...[
      'https://a.b',
      'www.x.y',
      'me@x.y',
      '[^1]',
      '[^1]: ',
      '😀',
      'e\u0301',
      '\0',
      '\ufeff',
      '[x] ',
      ': ',
    ],
  );
  const texts = fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(''));

  it('maps every rendered character to itself, an escape, a reference or a break', function () {
    this.timeout(30_000);
    fc.assert(
      fc.property(texts, (text) => {
        const { rendered, blocks: all } = parseArticle(text, 'markdown');
        let done = 0;
        for (let i = 0; i < rendered.text.length; i++) {
          const source = rendered.sourceSpan(span(i, i + 1));
          const from = text.slice(source.start, source.end);
          const char = rendered.text[i] ?? '';
          assert.ok(source.start >= done || from !== '', 'in order');
          done = source.start;
          const fits =
            from === char ||
            (from === '' && char === '\n') ||
            (char === '\n' && /^(?: *\\?(?:\r\n|\r|\n)|<br>)$/.test(from)) ||
            (char === ' ' && /^[\r\n]+$/.test(from)) ||
            (char === '\ufffd' && from === '\0') ||
            from === `\\${char}` ||
            /^&[#\w]+;$/.test(from);
          assert.ok(fits, `${JSON.stringify(char)} from ${JSON.stringify(from)}`);
        }
        let end = 0;
        for (const block of all) {
          assert.ok(block.rendered.start >= end && block.rendered.end >= block.rendered.start);
          end = block.rendered.end;
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('never throws', function () {
    this.timeout(30_000);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const article = parseArticle(text, 'markdown');
        assert.equal(article.limit, null);
      }),
    );
  });
});
