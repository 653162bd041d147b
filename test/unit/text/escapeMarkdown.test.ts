import assert from 'node:assert/strict';
import fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { escapeMarkdown } from '../../../server/src/text/escapeMarkdown.js';

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

/** The node types other than plain words that a renderer would see. */
function shapes(markdown: string): string[] {
  const found: string[] = [];
  visit(parser.parse(markdown), ({ type }) => {
    if (!['root', 'paragraph', 'text'].includes(type)) found.push(type);
  });
  return found;
}

function words(markdown: string): string {
  let text = '';
  visit(parser.parse(markdown), 'text', ({ value }) => {
    text += value;
  });
  return text.replaceAll('\u2060', '');
}

describe('escapeMarkdown', () => {
  const hostile = [
    '[click](command:evil)',
    '![x](http://evil/x.png)',
    '<img src=x onerror=alert(1)>',
    '<https://evil.example>',
    'see https://evil.example/a?b and www.evil.example or me@evil.example',
    'mailto:me@evil.example HTTPS://EVIL.example',
    '`code` ``` ~~~ ~~gone~~ **bold** _em_',
    '&lt;b&gt; &#91;x&#93;(y)',
    '# heading',
    'title\n===',
    'title\n---',
    '- item',
    '+ item',
    '1. item',
    '12) item',
    '> quote',
    '    code',
    '\tcode',
    '| a | b |\n|---|---|\n| 1 | 2 |',
    '[^1]: note',
    '[x]: http://evil',
    '***',
    '\\[x](y)',
    'line  \nbreak',
  ];
  for (const text of hostile) {
    it(`makes inert: ${JSON.stringify(text)}`, () => {
      const escaped = escapeMarkdown(text);
      assert.deepEqual(shapes(escaped), []);
      assert.equal(words(escaped), text.trim().replace(/\s+/g, ' '));
    });
  }

  it('leaves ordinary words, figures and dates as they are', () => {
    const plain = "King's Fund: 30% of £5bn (2010-07-12), 1.5 – “plan B”? Yes.";
    assert.equal(escapeMarkdown(plain), plain);
  });

  it('treats plain texts as all others', () => {
    const pieces = [
      'a',
      '1',
      '-',
      '.',
      ')',
      '/',
      ' ',
      ',',
      ':',
      '£',
      'ſ',
      '\u00a0',
      'www',
      'mailto',
      '2010',
      '  ',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 6 }), (parts) => {
        const text = parts.join('');
        fc.pre(text.trim() !== '');
        assert.equal(escapeMarkdown(`${text} |`), `${escapeMarkdown(text)} \\|`);
      }),
      { numRuns: 3000 },
    );
  });

  it('strips control characters, direction overrides and lone surrogates', () => {
    assert.equal(
      escapeMarkdown('a\u202eb\u0000c\u200bd\u2066e\u001b[0m\ud800'),
      'abcde\\[0m\ufffd',
    );
    assert.equal(escapeMarkdown('h\u200bttps\u200b://x.y'), 'https:\u2060//x.y');
  });

  it('makes anything inert, after a list marker and inside emphasis too', function () {
    this.timeout(20_000);
    const piece = fc.constantFrom(
      ...'[]()<>!*_`~#-+=|&;:/.@\\ \n\t^'.split(''),
      'a',
      '1',
      'https://',
      'www.',
      '&amp;',
      '```',
      '---',
    );
    const texts = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        const escaped = escapeMarkdown(text);
        assert.ok(!/[\r\n]/.test(escaped));
        assert.deepEqual(shapes(escaped), []);
        assert.equal(words(escaped), text.trim().replace(/\s+/g, ' '));
        assert.deepEqual(shapes(`- ${escaped}`), ['list', 'listItem']);
        assert.deepEqual(shapes(`Name: **x${escaped}x**.`), ['strong']);
      }),
      { numRuns: 300 },
    );
  });
});
