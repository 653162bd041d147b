import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fold, foldComposed, foldText } from '../../../server/src/text/fold.js';
import { span } from '../../../server/src/text/span.js';

describe('fold', () => {
  const cases: [string, string, string][] = [
    ['typographic quotes', '“plan B” ‘it’s’ «x»', '"plan B" \'it\'s\' "x"'],
    ['dashes', 'a–b—c‑d−e', 'a-b-c-d-e'],
    ['white space', 'a\u00a0b \r\n\t c\u2009\u200b d', 'a b c d'],
    ['unseen characters', 'com\u00admis\u200bsion\ufeff', 'commission'],
    ['ellipsis and ligatures', 'so… e\ufb03cient', 'so... efficient'],
    ['composition', 'cafe\u0301 \u1112\u1161\u11ab \u212b', 'café 한 Å'],
    ['case is kept', 'PCTs pcts', 'PCTs pcts'],
  ];
  for (const [what, written, folded] of cases) {
    it(`levels ${what}`, () => {
      assert.equal(fold(written).text, folded);
    });
  }

  it('leads back to exact offsets', () => {
    const text = 'The  “plan…”\u00a0— cafe\u0301\u00ads';
    const folded = fold(text);
    const at = (words: string): string => {
      const start = folded.text.indexOf(words);
      const source = folded.sourceSpan(span(start, start + words.length));
      return text.slice(source.start, source.end);
    };
    assert.equal(at('"plan..."'), '“plan…”');
    assert.equal(at('The "'), 'The  “');
    assert.equal(at('café'), 'cafe\u0301');
    assert.equal(at('cafés'), 'cafe\u0301\u00ads');
  });

  it('changes nothing the second time, and folds alike whatever the composition', function () {
    this.timeout(10_000);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = fold(text).text;
        // Unseen characters may have stood between a letter and its mark.
        fc.pre(!/\p{M}/u.test(text));
        assert.equal(fold(once).text, once);
      }),
    );
    const words = fc.array(fc.constantFrom('é', 'ñ', 'ö', 'a', ' ', '“'), { maxLength: 20 });
    fc.assert(
      fc.property(words, (letters) => {
        const text = letters.join('');
        assert.equal(fold(text.normalize('NFD')).text, fold(text).text);
      }),
    );
  });

  it('folds character by character as by patterns', () => {
    const pieces = fc.constantFrom(
      ...[
        'a',
        ' ',
        '  ',
        '\n',
        '\n\n',
        '\u2019',
        '\u201c',
        '\u2013',
        '\u2026',
        '\ufb03',
        '\u00a0',
        '`',
      ],
      ...[
        '\u200b',
        '\u00ad',
        'e\u0301',
        '\u1112\u1161',
        '\u212b',
        'é',
        '一',
        '😀',
        '\u0301',
        '\ufeff',
      ],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 15 }), (parts) => {
        const text = parts.join('');
        const [one, other] = [fold(text), foldComposed(text)];
        assert.equal(one.text, other.text);
        assert.equal(foldText(text), other.text);
        for (let i = 0; i <= text.length; i++) {
          assert.deepEqual(one.sourceSpan(span(i, i + 1)), other.sourceSpan(span(i, i + 1)));
          assert.equal(one.renderedOffset(i), other.renderedOffset(i));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('takes a letter with a hundred thousand marks', () => {
    assert.ok(fold(`a${'\u0301\u0323'.repeat(50_000)}`).text.length > 0);
  });
});
