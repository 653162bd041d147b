import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseArticle, sentencesOf } from '../../../server/src/articles/article.js';
import { span } from '../../../server/src/text/span.js';

function paragraphs(text: string): string[] {
  const { blocks, rendered } = parseArticle(text, 'text');
  return blocks.map(({ rendered: of }) => rendered.text.slice(of.start, of.end));
}

const LONG =
  'The number of trusts is to be cut in half, which the ministry calls a saving. '.repeat(2);

describe('parseArticle, plain text', () => {
  it('takes mark-up as words', () => {
    const text = '# *a* &amp; \\* <b>\n\n> c `d`';
    assert.deepEqual(paragraphs(text), ['# *a* &amp; \\* <b>', '> c `d`']);
    assert.equal(parseArticle(text, 'text').title, null);
    assert.equal(parseArticle('---\ntitle: x\n---\n', 'text').frontMatter, null);
  });

  it('ends paragraphs at blank lines, whatever the breaks', () => {
    assert.deepEqual(paragraphs('\ufeff\na\n \t\nb\r\n\r\nc\r\rd\f'), ['a', 'b', 'c', 'd']);
  });

  it('joins lines that were wrapped by hand', () => {
    const text =
      'The number of trusts is to be\n  cut in half, the ministry\r\nsaid on Monday morning.';
    assert.deepEqual(paragraphs(text), [
      'The number of trusts is to be\ncut in half, the ministry\nsaid on Monday morning.',
    ]);
  });

  it('parts a headline, a byline and unwrapped paragraphs', () => {
    const text = `Mergers end uncertainty\nexample | May 30\n${LONG}\n${LONG}`;
    assert.deepEqual(paragraphs(text), [
      'Mergers end uncertainty',
      'example | May 30',
      LONG.trim(),
      LONG.trim(),
    ]);
    assert.equal(sentencesOf(parseArticle(text, 'text')).length, 6);
  });

  it('parts the items of a list', () => {
    assert.deepEqual(paragraphs('- a b c d e\n- d e f g\n  hijk\n1. g\n\u2022 h'), [
      '- a b c d e',
      '- d e f g\nhijk',
      '1. g',
      '\u2022 h',
    ]);
  });

  it('maps every rendered character to its own', () => {
    const pieces = fc.constantFrom(
      'a',
      '\\*',
      '&amp;',
      '\n',
      '\r',
      '\r\n',
      ' ',
      '\t',
      '\f',
      '😀',
      '\0',
      '> ',
      '\ufeff',
      '\u00a0',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        const { rendered } = parseArticle(text, 'text');
        for (let i = 0; i < rendered.text.length; i++) {
          const source = rendered.sourceSpan(span(i, i + 1));
          const from = text.slice(source.start, source.end);
          const char = rendered.text[i];
          assert.ok(
            from === char || (char === '\n' && /^(?:|\r\n|\r)$/.test(from)),
            `${JSON.stringify(char)} from ${JSON.stringify(from)}`,
          );
        }
        assert.equal(rendered.text.replace(/\s/g, ''), text.replace(/[\s\ufeff]/g, ''));
      }),
    );
  });
});
