import assert from 'node:assert/strict';
import { dated, filesOf } from './pairs.js';
import { checkFiles, inOneLine, withFile, type Files } from './world.js';

/* Files that look wrong and are right, for every rule about one file: nothing but hints is said. */

function assertQuiet(files: Files): void {
  const told = checkFiles(files).filter(({ severity }) => severity !== 'hint');
  assert.deepEqual(told.map(inOneLine), []);
}

/** One fact whose article has these words. */
function stating(fact: string, words: string): Files {
  return withFile(filesOf([dated(fact)]), 'a.md', `---\npublished: 2010-07-12\n---\n${words}\n`);
}

type Row = readonly [name: string, fact: string, words: string];

const quotes: Readonly<Record<string, readonly Row[]>> = {
  'quote-not-found': [
    [
      'curly quotation marks',
      `value: 3 ; quote: the 3 "standalone" trusts`,
      'All the 3 “standalone” trusts stay.',
    ],
    [
      'a long dash',
      'value: 3 ; quote: trusts - all 3 of them',
      'The trusts – all 3 of them – stay.',
    ],
    ['a line break', 'value: 3 ; quote: all 3 of them stay', 'Of the trusts all 3\nof them stay.'],
    ['bold words', 'value: 3 ; quote: all 3 of them', 'Of the trusts all **3** of *them* stay.'],
    [
      'a link',
      'value: 3 ; quote: all 3 trusts',
      'So [all 3](https://example.org/152) trusts stay.',
    ],
    ['a no-break space', 'value: 3 ; quote: all 3 trusts', 'So all 3\u00a0trusts stay.'],
    ['words of two sentences', 'value: 3 ; quote: They stay. All 3 do', 'They stay. All 3 do.'],
  ],
  'quote-changed': [
    [
      'a soft hyphen',
      'value: 3 ; quote: all 3 organisations',
      'So all 3 organ\u00adisations stay.',
    ],
    ['a ligature', 'value: 3 ; quote: all 3 offices', 'So all 3 oﬃces stay.'],
    ['an accent in two characters', 'value: 3 ; quote: 3 cafés', 'So 3 cafe\u0301s stay.'],
  ],
  'quote-ambiguous': [
    [
      'a number inside a longer one',
      'value: 152 ; quote: 152 trusts',
      'There are 152 trusts, not 1,152 trusts.',
    ],
    [
      'a prefix',
      'value: 3 ; quote: {exact: 3 trusts, prefix: only}',
      'There were 3 trusts; now only 3 trusts stay.',
    ],
    [
      'a suffix',
      'value: 3 ; quote: {exact: 3 trusts, suffix: stay}',
      'There were 3 trusts; now only 3 trusts stay.',
    ],
    [
      'other words around it',
      'value: 3 ; quote: only 3 trusts',
      'There were 3 trusts; now only 3 trusts stay.',
    ],
  ],
  'value-not-in-quote': [
    ['a number word', 'value: 5 ; quote: all five trusts', 'So all five trusts stay.'],
    ['a dozen', 'value: 12 ; quote: a dozen trusts', 'So a dozen trusts stay.'],
    [
      'one body',
      'value: 1 ; quote: plans for one commissioning body',
      'There are plans for one commissioning body.',
    ],
    ['half', 'property: share ; value: 50% ; quote: half of them', 'So half of them stay.'],
    [
      'per cent in words',
      'property: share ; value: 30% ; quote: 30 per cent',
      'So 30 per cent stay.',
    ],
    ['at least', 'value: at least 6 ; quote: at least six PCTs', 'So at least six PCTs stay.'],
    ['more than', 'value: ">45" ; quote: over 45 trusts', 'So over 45 trusts stay.'],
    ['approximate', 'value: ~40 ; quote: some 40 trusts', 'So some 40 trusts stay.'],
    [
      'a range',
      'value: 500..600 ; quote: between 500 and 600 posts',
      'So between 500 and 600 posts stay.',
    ],
    ['money', 'property: cost ; value: £5bn ; quote: a £5bn crisis', 'It is a £5bn crisis.'],
    [
      'money in words',
      'property: cost ; value: £2.6m ; quote: 2.6 million pounds',
      'It costs 2.6 million pounds.',
    ],
    ['thousands', 'value: 1000 ; quote: 1,000 trusts', 'So 1,000 trusts stay.'],
    [
      'another unit of time',
      'property: length ; value: 1.5 years ; quote: 18 months',
      'It lasts 18 months.',
    ],
    [
      'derived from others',
      'id: x ; value: 8 ; derivedFrom: x ; quote: five more than three',
      'That is five more than three.',
    ],
    ['true', 'property: closed ; value: true ; quote: shut their doors', 'They shut their doors.'],
    ['text', 'property: plan ; value: merge ; quote: come together', 'They come together.'],
    ['vague', 'value: several ; quote: quite a few trusts', 'There are quite a few trusts.'],
    [
      'a date in words',
      'property: opened ; value: 2006-10-01 ; quote: 1 October 2006',
      'It opened on 1 October 2006.',
    ],
    [
      'a date the quote leaves open',
      'property: opened ; value: 2010-07-16 ; quote: next Friday',
      'It opens next Friday.',
    ],
    [
      'a date within the one quoted',
      'property: opened ; value: 2006-10-01 ; quote: autumn of 2006',
      'It opened in the autumn of 2006.',
    ],
    [
      'the second of two quotes',
      'value: 3 ; quote: [They stay, all 3 of them]',
      'They stay, all 3 of them.',
    ],
    ['a mapping', 'value: {min: 3, max: 5} ; quote: 3 to 5 trusts', 'So 3 to 5 trusts stay.'],
  ],
};

const facts: Readonly<Record<string, readonly (readonly [name: string, fact: string])[]>> = {
  'yaml-syntax': [
    ['text without quotation marks', 'value: 3 ; note: NHS trusts, PCTs & others'],
    ['an apostrophe', "value: 3 ; note: the trusts' own"],
    ['a quoted colon', 'value: 3 ; note: "note: this"'],
    ['a folded text', 'value: 3 ; note: >\n      Several\n      lines.'],
    ['a comment', 'value: 3 # counted twice'],
  ],
  schema: [
    ['a separator of the property', 'value: 3 ; place: england'],
    ['any qualifier', 'value: 3 ; qualifiers: {anything: else}'],
    [
      'all the keys of a fact',
      'id: x ; value: 3 ; unit: organisation ; certainty: probable ; polarity: positive ; rank: normal ; note: None.',
    ],
    ['a single reference instead of a list', 'id: x ; value: 3 ; derivedFrom: x'],
    ['an empty list', 'value: 3 ; disputes: []'],
  ],
  'unknown-reference': [
    ['an unnamed source', 'value: 3 ; saidBy: anonymous ; saidAs: a spokesman'],
    ['a built-in property', 'property: population ; value: 3'],
    ['a fact by its number', 'value: 3 ; supersedes: "1"'],
    ['a fact of another article', 'id: x ; value: 3 ; supersedes: a#x'],
    ['a speaker that is a person', 'value: 3 ; saidBy: [ann, union]'],
  ],
  'invalid-date': [
    ['a year', 'value: 3 ; asOf: 2006'],
    ['about a month', 'value: 3 ; asOf: 2006-10~'],
    ['perhaps a year', 'value: 3 ; asOf: 2009?'],
    ['a financial year', 'value: 3 ; asOf: 2008/09'],
    ['an open span', 'value: 3 ; asOf: 2008/..'],
    ['a season', 'value: 3 ; asOf: 2006-23'],
    ['a decade', 'value: 3 ; asOf: 199X'],
    ['from and until in one month', 'value: 3 ; from: 2006-10 ; until: 2006-10'],
    ['2010-11 where nothing says financial year', 'value: 3 ; from: 2010-11 ; modality: planned'],
    ['a leap day', 'value: 3 ; asOf: 2008-02-29'],
  ],
  'invalid-value': [
    ['words', 'value: twenty-one'],
    ['vague', 'value: numerous'],
    ['approximate', 'value: about 2.5'],
    ['nought', 'value: 0'],
    ['any text for a text', 'property: plan ; value: 2.6.1 ~~ ???'],
    ['leading zeros', 'value: 007'],
    ['a large number', 'value: 9007199254740993'],
    ['an id that is unusual', 'property: owner ; value: __proto__'],
  ],
};

describe('files that look wrong and are right', () => {
  for (const [code, rows] of Object.entries(quotes)) {
    describe(`${code} is silent on`, () => {
      for (const [name, fact, words] of rows) {
        it(name, () => {
          assertQuiet(stating(fact, words));
        });
      }
    });
  }

  for (const [code, rows] of Object.entries(facts)) {
    describe(`${code} is silent on`, () => {
      for (const [name, fact] of rows) {
        it(name, () => {
          assertQuiet(filesOf([dated(fact)]));
        });
      }
    });
  }

  describe('unknown-reference is silent on', () => {
    const article = (block: string): Files =>
      withFile(filesOf([dated('value: 3')]), 'a.facts.yaml', `article:\n  ${block}\nfacts: []\n`);
    for (const block of [
      'author: Jane Smith',
      'publisher: The Daily',
      'author: null',
      'basedOn: [a]',
      'basedOn: []',
    ]) {
      it(block, () => {
        assertQuiet(article(block));
      });
    }
  });

  describe('duplicate-id is silent on', () => {
    it('one fact id in two articles', () => {
      assertQuiet(filesOf([dated('id: x ; value: 3'), dated('id: x ; value: 3')]));
    });
    it('a property and an organisation of one id', () => {
      assertQuiet({
        'r.facts.yaml': 'organisations: {x: {name: X}}\nproperties: {x: {type: text}}\n',
      });
    });
    it('two organisations of one name', () => {
      assertQuiet({
        'r.facts.yaml': 'organisations: {x: {name: The Board}, y: {name: The Board}}\n',
      });
    });
    it('a declared property that takes the place of a built-in one', () => {
      assertQuiet({ 'r.facts.yaml': 'properties: {count: {type: quantity}}\n' });
    });
  });

  describe('orphan-sidecar is silent on', () => {
    const sidecar = 'article: {title: T}\nfacts: []\n';
    for (const ending of ['md', 'markdown', 'txt']) {
      it(`an article in .${ending}`, () => {
        assertQuiet({ 'a.facts.yaml': sidecar, [`a.${ending}`]: 'Words.\n' });
      });
    }
    it('a register', () => {
      assertQuiet({ 'a.facts.yaml': 'organisations: {x: {name: X}}\n' });
    });
    it('a register with facts', () => {
      assertQuiet({
        'a.facts.yaml':
          'organisations: {x: {name: X}}\nfacts: [{subject: x, property: count, value: 3}]\n',
      });
    });
    it('an article that is named', () => {
      assertQuiet({ 'b/a.facts.yaml': 'article: {file: ../c/x y.md}\n', 'c/x y.md': 'Words.\n' });
    });
    it('an article without a sidecar', () => {
      assertQuiet({ 'a.md': 'Words.\n' });
    });
    it('a sidecar that ends in .yml', () => {
      assertQuiet({ 'a.facts.yml': sidecar, 'a.md': 'Words.\n' });
    });
  });
});
