import assert from 'node:assert/strict';
import search from 'approx-string-match';
import fc from 'fast-check';
import { CloseMatchSieve } from '../../../server/src/text/closeMatchSieve.js';
import { ClosestPassages } from '../../../server/src/text/closestPassages.js';
import { fold } from '../../../server/src/text/fold.js';
import { foldEdited } from '../../../server/src/text/foldEdited.js';
import { QuoteFinder } from '../../../server/src/text/quote.js';
import { changeBetween } from '../../../server/src/text/textChange.js';

/*
 * What is made of an edited text out of what was made before the edit is what is made of it from scratch.
 */

const pieces = [
  'trusts', 'the number of', '152', '1,500', '151', ' ', '  ', '\n', '\n\n', '.', ',', '“', '’', '–', '…', 'ﬁ', '\u00ad', '\u200b', 'e\u0301', '\u0301',
  'É', '😀', 'ｱﾞ', '각', '`', '-', 'a', 'aaaa', 'Σ', 'İ', 'ministry said', 'in June 2006', '2.6 per cent',
]; // prettier-ignore

const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((all) => all.join(''));
/** Where, how much of what stands there is replaced, and by what. */
const edits = fc.array(
  fc.tuple(fc.nat(), fc.nat({ max: 12 }), fc.constantFrom('', '', ...pieces)),
  { minLength: 1, maxLength: 6 },
);

function edited(text: string, [at, length, by]: readonly [number, number, string]): string {
  const start = at % (text.length + 1);
  return text.slice(0, start) + by + text.slice(start + length);
}

describe('an edited text', () => {
  it('differs in one stretch from the text before', () => {
    fc.assert(
      fc.property(texts, texts, fc.nat({ max: 2 }), (old, other, times) => {
        const same = 'same words '.repeat(times * 500);
        for (const now of [other, same + other + same, old + same, same + old]) {
          const before = now.startsWith(same) ? same + old + same : old;
          const { start, oldEnd, newEnd } = changeBetween(before, now);
          assert.equal(
            before.slice(0, start) + now.slice(start, newEnd) + before.slice(oldEnd),
            now,
          );
          assert.ok(start <= oldEnd && start <= newEnd);
          const isSmallest = start === oldEnd || start === newEnd;
          assert.ok(isSmallest || before[start] !== now[start]);
          assert.ok(isSmallest || before[oldEnd - 1] !== now[newEnd - 1]);
        }
      }),
    );
  });

  it('is folded as from scratch', () => {
    fc.assert(
      fc.property(texts, edits, (first, all) => {
        let text = first;
        let folded = fold(text);
        for (const edit of all) {
          const now = edited(text, edit);
          const again = foldEdited(folded, now, changeBetween(text, now));
          const wanted = fold(now);
          assert.equal(again.folded.text, wanted.text);
          assert.equal(again.folded.runs.count, wanted.runs.count, 'no more runs with every edit');
          for (let i = 0; i <= wanted.text.length; i++) {
            assert.equal(again.folded.sourceOffset(i), wanted.sourceOffset(i));
          }
          for (let i = 0; i <= now.length; i++) {
            assert.equal(again.folded.renderedOffset(i), wanted.renderedOffset(i));
          }
          const { start, oldEnd, newEnd } = again.change;
          const { text: old } = folded;
          assert.equal(old.slice(0, start), wanted.text.slice(0, start));
          assert.equal(old.slice(oldEnd), wanted.text.slice(newEnd));
          [text, folded] = [now, again.folded];
        }
      }),
    );
  });

  it('has its quotes where they are found from scratch', () => {
    const quotes = fc.array(
      fc.oneof(
        fc.constantFrom(
          '152',
          '5',
          '1,500',
          'trusts',
          'aa',
          'the number of',
          'ministry said',
          '',
          'Ministry seid',
          'aaaaaσaaaab',
          'trusts of no kind whatever',
        ),
        fc.tuple(fc.nat(), fc.integer({ min: 1, max: 60 })),
      ),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(texts, texts, edits, quotes, (words, filling, all, asked) => {
        let text = words + filling.repeat(5) + words;
        let finder = new QuoteFinder(text);
        const exacts = asked.map((one) =>
          typeof one === 'string' ? one : text.slice(one[0] % (text.length + 1)).slice(0, one[1]),
        );
        exacts.forEach((exact, n) =>
          n % 2 === 0 ? finder.find({ exact }) : finder.findPlain(exact),
        );
        for (const edit of all) {
          const now = edited(text, edit);
          const change = changeBetween(text, now);
          finder = new QuoteFinder(now, { finder, change });
          const fresh = new QuoteFinder(now);
          for (const exact of exacts) {
            const plain = finder.findPlain(exact);
            const match = fresh.find({ exact });
            if (plain) assert.deepEqual(match, { kind: 'found', span: plain });
            assert.deepEqual(finder.find({ exact }), match);
            const selector = { exact, prefix: 'the number of', suffix: '152' };
            assert.deepEqual(finder.find(selector), fresh.find(selector));
          }
          text = now;
        }
      }),
    );
  });
});

describe('a quote before an edit', () => {
  it('is cut by a number that grows some way behind it', () => {
    const [old, now] = ['all 152,5 of them', 'all 152,500 of them'];
    const finder = new QuoteFinder(old);
    assert.equal(finder.find({ exact: '152' }).kind, 'found');
    const after = new QuoteFinder(now, { finder, change: changeBetween(old, now) });
    assert.equal(after.find({ exact: '152' }).kind, 'missing');
  });
});

describe('the sieve for close matches', () => {
  it('lets every match through', () => {
    const words = fc.string({ minLength: 3, maxLength: 90 });
    const errors = fc.array(fc.tuple(fc.nat(), fc.constantFrom('', 'x', 'xy')), { maxLength: 12 });
    fc.assert(
      fc.property(texts, words, texts, errors, (before, needle, after, all) => {
        let written = needle;
        for (const [at, by] of all) {
          const start = at % (written.length + 1);
          // One letter left out, put in or replaced; two letters for one are two differences.
          written = written.slice(0, start) + by.slice(0, 1) + written.slice(start + 1);
        }
        const text = before + written + after;
        const sieve = new CloseMatchSieve(text, needle, all.length);
        const end = before.length + written.length;
        let ends = sieve.next(0, all.length);
        while (ends && ends.end < end) ends = sieve.next(ends.end, all.length);
        assert.ok(text === '' || (ends && ends.start < Math.max(1, end)), 'it can end there');
      }),
    );
  });

  it('lets nothing through where nothing is alike', () => {
    const text = 'something else altogether '.repeat(1000);
    const sieve = new CloseMatchSieve(text, 'the number of trusts is 152', 5);
    assert.equal(sieve.next(0, 5), null);
  });

  it('counts what is blotted out no more', () => {
    const needle = 'the number of trusts is 152';
    const filling = 'quack '.repeat(100);
    const text = filling + needle + filling + needle + filling;
    const sieve = new CloseMatchSieve(text, needle, 5);
    const [first, second] = [text.indexOf(needle), text.lastIndexOf(needle)];
    sieve.blotOut({ start: first, end: first + needle.length });
    const ends = sieve.next(0, 5);
    assert.ok(ends && ends.start > first + needle.length && ends.end >= second + needle.length - 5);
  });
});

describe('the closest passages', () => {
  it('are those of a search of the whole text, round by round', () => {
    const needles = fc.oneof(
      fc.constantFrom('the number of trusts is 152', 'aaaaaaaaaaaaaaab', 'ministry said in June 2006'),
      fc.array(fc.constantFrom(...pieces), { minLength: 4, maxLength: 12 }).map((all) => all.join('')),
    ); // prettier-ignore
    const changes = fc.array(fc.tuple(fc.nat(), fc.constantFrom('', 'x', 'of')), { maxLength: 9 });
    const rivals = fc.array(changes, { maxLength: 4 });
    fc.assert(
      fc.property(needles, texts, rivals, fc.nat({ max: 2 }), (needle, between, all, times) => {
        const allowed = Math.min(12, Math.floor(needle.length / 5));
        if (allowed === 0) return;
        const written = all.map((some) => {
          let words = needle;
          for (const [at, by] of some) {
            const start = at % (words.length + 1);
            words = words.slice(0, start) + by + words.slice(start + 1);
          }
          return words;
        });
        const filling = 'the trusts of 2006 said: number '.repeat(times * 40);
        let text = [filling, ...written, filling].join(between);
        const closest = new ClosestPassages(text, needle, allowed);
        for (let round = 0; round < 4; round++) {
          const wanted = search(text, needle, allowed);
          const found = closest.next();
          assert.deepEqual(
            found,
            wanted.slice(0, 200).map(({ start, end }) => ({ start, end })),
          );
          closest.blotOut(found);
          for (const { start, end } of found) {
            text = text.slice(0, start) + '\0'.repeat(end - start) + text.slice(end);
          }
        }
      }),
    );
  });
});
