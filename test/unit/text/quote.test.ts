import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fold } from '../../../server/src/text/fold.js';
import { QuoteFinder, type QuoteSelector } from '../../../server/src/text/quote.js';

const TEXT = [
  'The “number” of trusts is to be cut from 303 to just 152, the ministry said.',
  'It’s the first time that trusts merge. Costs rose to £1,500 or 2.6 per cent.',
  'The trusts merge in June 2006.',
].join('\n\n');

/** The kind of the match and the words found. */
function look(quote: string | QuoteSelector, text = TEXT): string {
  const match = new QuoteFinder(text).find(typeof quote === 'string' ? { exact: quote } : quote);
  switch (match.kind) {
    case 'found':
      return `found ${text.slice(match.span.start, match.span.end)}`;
    case 'ambiguous':
      return `ambiguous ${match.spans.length}`;
    case 'changed':
      return `changed ${match.text}`;
    case 'missing':
      return 'missing';
  }
}

describe('QuoteFinder', () => {
  it('finds words whatever their quotation marks and white space', () => {
    assert.equal(look('The "number" of  trusts'), 'found The “number” of trusts');
    assert.equal(look("It's the first"), 'found It’s the first');
    assert.equal(look('ministry said. It’s'), 'found ministry said.\n\nIt’s');
  });

  it('finds part of a word but never part of a number', () => {
    assert.equal(look('umber” of'), 'found umber” of');
    for (const part of ['5', '15', '52', '1,5', '£1', '500', '2', '6 per cent', '200']) {
      assert.equal(look(part), 'missing', part);
    }
    assert.equal(look('152'), 'found 152');
    assert.equal(look('1,500'), 'found 1,500');
    assert.equal(look('2.6'), 'found 2.6');
    assert.equal(look('2006', 'on 30.05.2006'), 'found 2006');
    assert.equal(look('12', 'either 11,12 or 13'), 'found 12');
  });

  it('finds plain quotes plainly, and leaves all others', () => {
    const plain = (exact: string, text = TEXT): string | null => {
      const span = new QuoteFinder(text).findPlain(exact);
      return span && text.slice(span.start, span.end);
    };
    assert.equal(plain('The "number" of  trusts'), 'The “number” of trusts');
    assert.equal(plain('303 to just 152'), '303 to just 152');
    for (const other of ['', ' ', 'trusts merge', 'the first times', '5', '1,5', 'Time that']) {
      assert.equal(plain(other), null, other);
    }
    assert.equal(plain('aa', 'aaa'), null);
  });

  it('remembers plain quotes too, so that after an edit nothing is searched for them', () => {
    const before = new QuoteFinder(TEXT);
    const at = before.findPlain('in June 2006') ?? assert.fail();
    const change = { start: 0, oldEnd: 0, newEnd: 1 };
    const after = new QuoteFinder(`x${TEXT}`, { finder: before, change });
    assert.deepEqual(after.findPlain('in June 2006'), { start: at.start + 1, end: at.end + 1 });
    assert.equal(after.searches, 0);
  });

  it('lets prefix and suffix decide between several places', () => {
    assert.equal(look('trusts merge'), 'ambiguous 2');
    assert.equal(look({ exact: 'trusts merge', prefix: 'time that' }), 'found trusts merge');
    assert.equal(look({ exact: 'trusts merge', suffix: '\n in  June' }), 'found trusts merge');
    const last = new QuoteFinder(TEXT).find({ exact: 'trusts merge', suffix: 'in June' });
    assert.ok(last.kind === 'found' && last.span.start === TEXT.lastIndexOf('trusts merge'));
  });

  it('lets one of the two decide when the other has been edited', () => {
    const quote = { exact: 'trusts merge', prefix: 'The', suffix: 'in July' };
    assert.equal(look(quote), 'found trusts merge');
    assert.equal(look({ exact: 'trusts merge', prefix: 'No', suffix: 'no' }), 'ambiguous 2');
  });

  it('needs no prefix where there is one place', () => {
    assert.equal(look({ exact: 'the ministry', prefix: 'wrong' }), 'found the ministry');
  });

  it('offers close words with the same figures', () => {
    assert.equal(look('cut from 303 to only 152'), 'changed cut from 303 to just 152');
    assert.equal(
      look('the first time that trust merges'),
      'changed the first time that trusts merge',
    );
    assert.equal(look('The Ministry Said'), 'changed the ministry said');
  });

  it('never offers words with another figure', () => {
    for (const other of [
      'cut from 303 to just 153',
      'cut from 303 to just 52',
      'cut from 302 to just 152, the ministry said',
      'It’s the second time that trusts merge',
      'Costs rose to £1,600 or 2.6 per cent',
      'Costs rose to €1,500 or 2.6 per cent',
      'Costs rose to £1,500m or 2.6 per cent',
      'Costs rose to £1,500 or -2.6 per cent',
      'The trusts merge in July 2006',
      'The trusts do not merge in June 2006',
    ]) {
      assert.equal(look(other), 'missing', other);
    }
  });

  it('passes over a closer passage with another figure', () => {
    const text = 'We cut from 303 to just 151 now. Then: we cut from 303 to only 152 now.';
    assert.equal(
      look('cut from 303 to just 152 now', text),
      'changed cut from 303 to only 152 now',
    );
  });

  it('offers whole words on one line', () => {
    const text = 'The reorganisation\nof the trusts went on.';
    assert.equal(
      look('he reorganization of the trust', text),
      'changed The reorganisation of the trusts',
    );
  });

  it('goes on to the last word behind one that was put in', () => {
    const quote = 'the ministry agreed that all trusts merge';
    assert.equal(
      look(quote, 'Today the ministry agreed that all trusts quickly merge, it said.'),
      'changed the ministry agreed that all trusts quickly merge',
    );
    assert.equal(
      look(quote, 'Today the ministry agreed that all trusts went. They merge.'),
      'changed the ministry agreed that all trusts went',
    );
  });

  it('finds nothing for a blank quote or in an empty text', () => {
    for (const blank of ['', '  ', '\u200b', '\n\t']) assert.equal(look(blank), 'missing');
    assert.equal(look('x', ''), 'missing');
  });

  it('finds every passage that cuts no number', () => {
    const texts = fc
      .array(fc.constantFrom('a', 'B ', '“', '…', 'e\u0301', '\n', '-', '—', '😀', ' ', 'word'), {
        minLength: 1,
        maxLength: 30,
      })
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (text, a, b) => {
        const folded = fold(text).text;
        const start = a % (folded.length + 1);
        const exact = folded.slice(start, start + 1 + (b % 20));
        const { kind } = new QuoteFinder(text).find({ exact });
        const blank = exact.trim() === '';
        // A mark or half a pair cut from its letter folds to something else.
        fc.pre(!/^[\p{M}\p{Cs}]|\p{Cs}$/u.test(exact));
        assert.equal(
          kind === 'missing' || kind === 'changed',
          blank,
          JSON.stringify({ text, exact }),
        );
      }),
    );
  });

  it('gives spans within the text on any input', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, exact) => {
        const match = new QuoteFinder(text).find({ exact });
        const spans = 'spans' in match ? match.spans : 'span' in match ? [match.span] : [];
        for (const { start, end } of spans)
          assert.ok(0 <= start && start < end && end <= text.length);
      }),
    );
  });

  it('stays quick where every letter begins a match', function () {
    this.timeout(10_000);
    const finder = new QuoteFinder('a'.repeat(300_000));
    assert.equal(finder.find({ exact: `b${'a'.repeat(1900)}` }).kind, 'changed');
    assert.equal(finder.find({ exact: 'a'.repeat(5000) }).kind, 'ambiguous');
    assert.equal(finder.find({ exact: `b${'a'.repeat(5000)}` }).kind, 'missing');
    const ones = new QuoteFinder('1'.repeat(300_000));
    assert.equal(ones.find({ exact: '1'.repeat(1900) }).kind, 'missing');
  });
});
