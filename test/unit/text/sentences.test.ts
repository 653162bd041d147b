import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findSentences, sentencesNear } from '../../../server/src/text/sentences.js';

function sentences(text: string): string[] {
  return findSentences(text).map(({ start, end }) => text.slice(start, end));
}

describe('findSentences', () => {
  const whole = [
    'Dr. Smith and Prof. J. R. Jones met Mr. Brown vs. the board.',
    'It was J. Smith of the U.S. Senate.',
    'See No. 10 and pp. 12 to 14, e.g. The Times, i.e. London.',
    'Some 2.6 per cent of St. Albans left.',
    '“Stop!” said the minister.',
    'The trusts\nwere merged\r\nin June.',
    'Costs (see fig. 2) rose.',
  ];
  for (const text of whole) {
    it(`keeps together: ${JSON.stringify(text)}`, () => {
      assert.deepEqual(sentences(text), [text]);
    });
  }

  it('ends a sentence after its closing quotation mark or bracket', () => {
    assert.deepEqual(sentences('He said: “We will.” They left (all of them.) Then it rained.'), [
      'He said: “We will.”',
      'They left (all of them.)',
      'Then it rained.',
    ]);
  });

  it('ends a sentence at a letter that is no initial', () => {
    assert.deepEqual(sentences('They had a plan B. The board knew. So did I. Nobody else.'), [
      'They had a plan B.',
      'The board knew.',
      'So did I.',
      'Nobody else.',
    ]);
  });

  it('never crosses a blank line, whatever the breaks', () => {
    assert.deepEqual(sentences('A headline\n\n By Dr.\r\n \t\r\nThe text\r\rends'), [
      'A headline',
      'By Dr.',
      'The text',
      'ends',
    ]);
  });

  it('gives trimmed spans in order that leave out white space only', () => {
    const pieces = fc.constantFrom(
      'Dr. ',
      'A b. ',
      '“C?” ',
      '\n',
      '\n\n',
      ' ',
      '3.5',
      '.',
      '\r',
      '…',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        let done = 0;
        for (const sentence of findSentences(text)) {
          const near = sentencesNear(text, sentence.start);
          assert.ok(
            near.some(({ start, end }) => start === sentence.start && end === sentence.end),
          );
        }
        for (const { start, end } of findSentences(text)) {
          assert.ok(start >= done && end > start);
          assert.equal(text.slice(done, start).trim(), '');
          assert.equal(text.slice(start, end).trim(), text.slice(start, end));
          done = end;
        }
        assert.equal(text.slice(done).trim(), '');
      }),
    );
  });

  it('reads a long paragraph as it reads short ones', () => {
    const sentence = 'The trusts of Dr. Smith were merged again. ';
    const found = sentences(sentence.repeat(2000));
    assert.equal(found.length, 2000);
    assert.ok(found.every((one) => one === sentence.trim()));
  });

  it('takes a sentence longer than any window', () => {
    const long = `Long ${'word '.repeat(5000)}end.`;
    const found = sentences(`Short. ${long} Short.`);
    assert.deepEqual([found[0], found[1] === long, found[2]], ['Short.', true, 'Short.']);
  });
});
