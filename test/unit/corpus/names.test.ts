import assert from 'node:assert/strict';
import { NameMatcher } from '../../../server/src/corpus/names.js';
import { readSidecar } from '../../../server/src/sidecars/readSidecar.js';
import { uriOf, worldOf } from '../rules/world.js';

/** What a text mentions: `words=id`, and `words=id/id` where the name alone does not tell which. */
function mentions(register: string, text: string): readonly string[] {
  const { definitions } = readSidecar(register);
  const matcher = new NameMatcher(
    definitions.map((definition) => ({ uri: 'file:///w/r.facts.yaml', definition })),
  );
  return matcher
    .find(text)
    .map(
      ({ span, candidates }) =>
        `${text.slice(span.start, span.end)}=${candidates.map(({ definition }) => definition.id.value).join('/')}`,
    );
}

const register = `organisations:
  pct: {name: Primary care trusts, aliases: [PCT]}
  nhs: {name: NHS}
  nhs-london: {name: NHS London}
  reform: {name: Reform}
  kings-fund: {name: The King's Fund, aliases: [King's Fund]}
  care-trust: {name: care trust}
  agency: {name: Health Agency}
  city: {name: Marks & Co}
people:
  lansley: {name: Andrew Lansley, aliases: [Mr Lansley, Dr. Lansley]}
places:
  london: {name: London}
  north-east: {name: North East}
`;

const rows: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
  ['a name', 'The primary care trusts stay.', ['primary care trusts=pct']],
  ['the longest name', 'NHS London is in London.', ['NHS London=nhs-london', 'London=london']],
  ['a longer name that is not finished', 'NHS Londoners and NHS.', ['NHS=nhs', 'NHS=nhs']],
  ['whole words only', 'Londonderry, unLondon, NHSX.', []],
  ['the singular of a plural name', 'One primary care trust stays.', ['primary care trust=pct']],
  ['the plural of a singular name', 'Two care trusts stay.', ['care trusts=care-trust']],
  ['a plural in -ies', 'Two Health Agencies stay.', ['Health Agencies=agency']],
  ['an acronym and its plural', 'A PCT, two PCTs.', ['PCT=pct', 'PCTs=pct']],
  ['an acronym in other letters is no acronym', 'A pct, a Pct.', []],
  ['a possessive', "London's trusts and the PCTs' plans.", ['London=london', 'PCTs=pct']],
  ['a possessive with a curly apostrophe', 'London’s trusts.', ['London=london']],
  ['a single word as written', 'Reform wants it.', ['Reform=reform']],
  ['a single word that is a common word', 'The reform of the reforms. REFORM!', []],
  [
    'a name of several words in any case',
    'PRIMARY CARE TRUSTS; Primary Care Trusts.',
    ['PRIMARY CARE TRUSTS=pct', 'Primary Care Trusts=pct'],
  ],
  ['a name with its article', "The King's Fund says.", ["The King's Fund=kings-fund"]],
  ['a name without its article', 'A King’s Fund paper.', ['King’s Fund=kings-fund']],
  ['a hyphen for a space', 'The north-east votes.', ['north-east=north-east']],
  ['a space for a hyphen', 'The North East votes.', ['North East=north-east']],
  ['a line break for a space', 'Primary\ncare trusts.', ['Primary\ncare trusts=pct']],
  ['a new paragraph is no space', 'Andrew\n\nLansley.', []],
  ['a new sentence is no space', 'Run by the NHS. London agrees.', ['NHS=nhs', 'London=london']],
  ['a comma is no space', 'The NHS, London and others.', ['NHS=nhs', 'London=london']],
  [
    'a full stop after a title',
    'Dr. Lansley and Mr Lansley.',
    ['Dr. Lansley=lansley', 'Mr Lansley=lansley'],
  ],
  ['an ampersand', 'At Marks & Co they agree.', ['Marks & Co=city']],
  ['after a bracket and before a dash', '(NHS) – London—', ['NHS=nhs', 'London=london']],
  ['nothing in nothing', '', []],
];

describe('names in texts', () => {
  for (const [name, text, expected] of rows) {
    it(name, () => {
      assert.deepEqual(mentions(register, text), expected);
    });
  }

  it('two of one name are both candidates', () => {
    const two = 'organisations:\n  a: {name: The Board}\n  b: {name: The Board}\n';
    assert.deepEqual(mentions(two, 'The Board met.'), ['The Board=a/b']);
  });

  it('no kind but organisations, people, places and documents has a name in texts', () => {
    const others =
      'properties: {count: {name: Head Count, type: quantity}}\nevents: {e: {name: Big Merger, type: merger}}\n';
    assert.deepEqual(mentions(others, 'Head Count after Big Merger.'), []);
  });

  it('names and ids that JavaScript knows are ordinary', () => {
    const odd = ['__proto__', 'constructor', 'hasOwnProperty', 'toString'];
    const sidecar = `organisations:\n${odd.map((word) => `  ${word}: {name: ${word}, aliases: [${word} body]}\n`).join('')}`;
    assert.deepEqual(mentions(sidecar, 'A constructor body, a hasOwnProperty and toString.'), [
      'constructor body=constructor',
      'hasOwnProperty=hasOwnProperty',
      'toString=toString',
    ]);
    assert.deepEqual(mentions(sidecar, 'A __proto__ here.').length, 1);
    assert.deepEqual(mentions(register, 'constructor __proto__ valueOf'), []);
  });

  it('names without a letter are no names', () => {
    assert.deepEqual(
      mentions('organisations: {a: {name: "—"}, b: {name: ""}, c: {name: "!!!"}}\n', '— !!! ""'),
      [],
    );
  });

  it('words that only their hashes hold to be the same are told apart', () => {
    for (const [one, other] of [
      ['lobomukon', 'karetukun'],
      ['tigutebifon', 'kerifucagen'],
      ['hofokovaco', 'bimodehu'],
      ['cegepitun', 'vegucecodi'],
    ]) {
      const names = `places:\n  a: {name: ${one} Board}\n  b: {name: Upper ${one}}\n`;
      const places = (word = ''): string => `The ${word} Board of Upper ${word}, Upper ${word}s.`;
      assert.deepEqual(mentions(names, places(other)), []);
      assert.equal(mentions(names, places(one)).length, 3);
    }
  });

  it('are found in a time that grows with the text, not with its square', () => {
    // The square of so many would not be done in the time that any test has.
    assert.deepEqual(mentions(register, 'primary care '.repeat(200_000)), []);
  });
});

describe('one name for two bodies', () => {
  const government = `organisations:
  labour: {name: Labour government, aliases: [the government], founded: 1997-05, dissolved: 2010-05-11}
  coalition: {name: Coalition, aliases: [the government], founded: 2010-05-12, dissolved: 2015-05}
`;
  const told = (front: string): readonly string[] => {
    const { corpus } = worldOf({
      'r.facts.yaml': government,
      'a.md': `${front}So the government says.\n`,
    });
    const entry = corpus.article(uriOf('a.md'));
    assert.ok(entry);
    return corpus
      .mentionsIn(entry)
      .flatMap(({ candidates }) => candidates.map(({ definition }) => definition.id.value))
      .sort();
  };

  it('the date of the article decides', () => {
    assert.deepEqual(told('---\npublished: 2006-05-30\n---\n'), ['labour']);
    assert.deepEqual(told('---\npublished: 2012\n---\n'), ['coalition']);
  });

  it('both stay where it does not', () => {
    assert.deepEqual(told(''), ['coalition', 'labour']);
    assert.deepEqual(told('---\npublished: 2010-05\n---\n'), ['coalition', 'labour']);
    assert.deepEqual(told('---\npublished: 1980\n---\n'), ['coalition', 'labour']);
  });
});
