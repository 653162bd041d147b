import assert from 'node:assert/strict';
import fc from 'fast-check';
import { NameChange } from '../../../server/src/corpus/nameChange.js';
import { NameMatcher, type Mention, type Named } from '../../../server/src/corpus/names.js';
import { named } from '../../bench/nameCorpus.js';
import { plainFind } from './plainNames.js';

/** Words that share beginnings and stems, and letters that small letters treat in their own way. */
const words =
  'a A s S es as is ies IES Ties ties NHS NHSs nhs PCT PCTs pcts PCTS TRUSTS Trust trusts trust agency Agencies AGENCIES process processes Processes church churches box boxes buzzes status analysis the The King Kings Mr Dr Prof J Office K\u212aK kkk Kkk \u212aing İstanbul i\u0307stanbul istanbul ıstanbul Straße STRASSE straßes ﬁnance Finance ﬁnances ΟΔΟΣ οδος οδοσ ΣΣ Σ ς Ǆ ǅ 2010 1 12s é e\u0301 E\u0301s cafés Cafe\u0301s 𝒜bc 𐐀𐐀 𐐨𐐨 𐐀s 🎉 \ud800 \udc00 \u0301 ſ ſs Ÿ ÿs 中文 __proto__ constructor'.split(
    ' ',
  );
const gaps = [
  ...[' ', ' ', ' ', ' ', '  ', '   ', '\n', '\r\n', ' \n ', '\n\n', '\r', '. ', '. ', '.', ', '],
  ...["'", '’', '-', '–', '—', '/', '&', ' & ', ' &', '\u00a0', '\u2028', '\t', '\u200b', ''],
  ...['🎉', '\u0301', '(', ') ', '\ufeff', '     ', '\ud83c'],
];
const anyWord = fc.oneof(
  { weight: 20, arbitrary: fc.constantFrom(...words) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
  { weight: 1, arbitrary: fc.constantFrom('x'.repeat(300), 'x'.repeat(299) + 's') },
);
const phrase = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .array(fc.tuple(anyWord, fc.constantFrom(...gaps)), { maxLength })
    .map((parts) => parts.flat().join(''));
const name = fc.oneof(phrase(1), phrase(3), fc.constantFrom(...words));
const manyNames = (maxLength: number): fc.Arbitrary<Named[]> =>
  fc
    .array(
      fc.tuple(
        fc.array(name, { maxLength: 3 }),
        fc.constantFrom('organisation', 'person', 'place', 'document', 'property', 'event'),
      ),
      { maxLength },
    )
    .map((all) =>
      all.map(([names, kind], n) => named(`n${String(n).padStart(3, '0')}`, names, kind)),
    );

/** Some of the names, so that they are surely there, among anything else. */
function texts(names: readonly Named[]): fc.Arbitrary<string> {
  const forms = names.flatMap(({ definition: { name, aliases } }) =>
    [name ?? [], aliases].flat().map(({ value }) => value),
  );
  const piece = forms.length === 0 ? anyWord : fc.oneof(fc.constantFrom(...forms), anyWord);
  return fc
    .array(fc.tuple(piece, fc.constantFrom(...gaps)), { maxLength: 12 })
    .map((parts) => parts.flat().join(''));
}

function told(mentions: readonly Mention[]): string {
  return mentions
    .map(({ span, candidates }) => {
      const ids = candidates.map(({ definition }) => definition.id.value);
      return `${span.start}-${span.end}=${ids.join('/')}`;
    })
    .join(' ');
}

const namesAndText = manyNames(8).chain((names) => fc.tuple(fc.constant(names), texts(names)));

describe('names, found quickly', () => {
  it('are those that are found plainly', () => {
    let found = 0;
    fc.assert(
      fc.property(namesAndText, ([names, text]) => {
        const plain = plainFind(names, text);
        found += plain.length;
        assert.equal(told(new NameMatcher(names).find(text)), told(plain));
      }),
      { numRuns: 1500 },
    );
    assert.ok(found > 1000, `only ${found} names in all texts`);
  });

  it('are the same after a change as by a new matcher, wherever it may affect them and elsewhere', () => {
    let unaffected = 0;
    const changes = manyNames(6).chain((names) =>
      fc.tuple(
        fc.constant(names),
        fc.array(fc.tuple(fc.nat(7), fc.option(fc.array(name, { maxLength: 3 })), fc.boolean()), {
          minLength: 1,
          maxLength: 4,
        }),
        texts(names),
      ),
    );
    fc.assert(
      fc.property(changes, ([names, edits, text]) => {
        const matcher = new NameMatcher(names);
        let now = new Map(names.map((each) => [each.definition.id.value, each]));
        for (const [at, forms, isFounded] of edits) {
          const id = `n${String(at).padStart(3, '0')}`;
          const was = now.get(id);
          const after = new Map(now);
          const is = forms === null ? undefined : named(id, forms);
          after.delete(id);
          if (is !== undefined) {
            const fields = new Map(
              isFounded ? [['founded', { value: '2001', span: { start: 0, end: 0 } }]] : [],
            );
            after.set(id, { ...is, definition: { ...is.definition, fields } });
          }
          const change = new NameChange(was ? [was] : [], after.has(id) ? [after.get(id)!] : []);
          const [before, later] = [sorted(now), sorted(after)];
          matcher.update(change);
          assert.equal(told(matcher.find(text)), told(plainFind(later, text)));
          for (const { candidates } of matcher.find(text)) {
            assert.ok(candidates.every((each) => later.includes(each)));
          }
          if (!change.mayAffect(text)) {
            unaffected++;
            assert.equal(told(plainFind(before, text)), told(plainFind(later, text)));
          }
          now = after;
        }
      }),
      { numRuns: 300 },
    );
    assert.ok(unaffected > 100, `only ${unaffected} changes were told to affect nothing`);
  });
});

function sorted(names: ReadonlyMap<string, Named>): readonly Named[] {
  return [...names].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}
