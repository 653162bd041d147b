import assert from 'node:assert/strict';
import { dated, filesOf, undated, type Side } from './pairs.js';
import { told, type Files } from './world.js';

/* Who was there when: bodies and their dates, posts and their holders, predecessors, the future. */

const none: readonly string[] = [];

describe('not-contemporary', () => {
  const bodies = `organisations:
  old: {name: Old Board, founded: 2002, dissolved: 2013-03-31}
  new: {name: New Board, founded: 2013-04-01}
properties: {closed: {type: boolean}, name: {type: text}, founded: {type: date}}
`;
  const at = (published: string, fact: string): readonly string[] =>
    told('not-contemporary', {
      'r.facts.yaml': bodies,
      'a.md': `---\npublished: ${published}\n---\nWords.\n`,
      'a.facts.yaml': `facts: [{property: count, value: 5, ${fact}}]\n`.replace(
        /property: count, value: 5, (?=.*property)/,
        '',
      ),
    });

  for (const [name, published, fact, words] of [
    ['after its end', '2014-05', 'subject: old, asOf: 2014-02', 'old'],
    ['from a day after its end', '2014-05', 'subject: old, from: 2013-04-01', 'old'],
    ['before its foundation', '2010-07', 'subject: new, asOf: 2010-07', 'new'],
    ['credited before its foundation', '2010-07', 'subject: old, saidBy: new', 'new'],
    ['credited after its end', '2014-05', 'subject: new, saidBy: old', 'old'],
    [
      'credited with a fact of a time after its end',
      '2014-05',
      'subject: new, asOf: 2014-02, saidBy: old',
      'old',
    ],
  ] as const) {
    it(`speaks of a body ${name}`, () => {
      assert.deepEqual(at(published, fact), [`a.facts.yaml: ${words}`]);
    });
  }

  for (const [name, published, fact] of [
    ['an article that looks back', '2014-05', 'subject: old'],
    ['a time of its own', '2014-05', 'subject: old, asOf: 2010'],
    ['the month of its end', '2014-05', 'subject: old, asOf: 2013-03'],
    ['the year of its end', '2014-05', 'subject: old, asOf: 2013'],
    ['the year of its foundation', '2002-01', 'subject: old, asOf: 2002'],
    ['a plan for it', '2010-07', 'subject: new, from: 2012, until: 2013-01, modality: planned'],
    ['none that are left', '2014-05', 'subject: old, property: count, value: 0, asOf: 2014'],
    ['what it is not', '2014-05', 'subject: old, asOf: 2014, polarity: negative'],
    ['a state in words', '2014-05', 'subject: old, property: name, value: gone, asOf: 2014'],
    ['a date about it', '2010-07', 'subject: new, property: founded, value: 2013-04, asOf: 2010'],
    ['a statement it made then', '2014-05', 'subject: nobody, asOf: 2012, saidBy: old'],
    [
      'a plan it made for later',
      '2014-05',
      'subject: new, from: 2014-01, modality: planned, saidBy: old',
    ],
    [
      'a deprecated fact',
      '2014-05',
      'subject: old, asOf: 2014-02, saidBy: old, rank: deprecated, reason: Wrong body.',
    ],
    ['a body without dates', '2014-05', 'subject: nobody, asOf: 1900'],
  ] as const) {
    it(`is silent on ${name}`, () => {
      assert.deepEqual(at(published, fact), none);
    });
  }

  it('takes a year that is not certain for wider than it is', () => {
    const files: Files = {
      'r.facts.yaml': 'organisations: {old: {name: Old Board, dissolved: 2012~}}\n',
      'a.facts.yaml': 'facts: [{subject: old, property: count, value: 5, asOf: 2013-06}]\n',
    };
    assert.deepEqual(told('not-contemporary', files), none);
  });
});

describe('role-overlap', () => {
  const at = (a: string, b: string): readonly string[] =>
    told('role-overlap', {
      'r.facts.yaml': `organisations: {doh: {name: Department of Health}, bma: {name: BMA}}
people:
  hewitt: {name: Patricia Hewitt, roles: [{${a}}]}
  lansley: {name: Andrew Lansley, roles: [{${b}}]}
`,
    });
  const post = 'post: Health secretary, organisation: doh, soleHolder: true';
  const both = ['r.facts.yaml: Health secretary', 'r.facts.yaml: Health secretary'];

  for (const [name, a, b] of [
    ['a stretch', 'from: 2005-05, until: 2007-06', 'from: 2007-05, until: 2012-09'],
    ['a day in the stretch of another', 'from: 2005-05, until: 2007-06', 'asOf: 2006-01-01'],
    ['one month', 'asOf: 2010-05', 'asOf: 2010-05'],
  ] as const) {
    it(`speaks of ${name}`, () => {
      assert.deepEqual(at(`${post}, ${a}`, `${post}, ${b}`), both);
    });
  }

  it('reads a post in any case', () => {
    assert.deepEqual(
      at(`${post}, asOf: 2010-05-12`, `${post}, asOf: 2010-05-12`.replace('Health', 'health')),
      ['r.facts.yaml: Health secretary', 'r.facts.yaml: health secretary'],
    );
  });

  for (const [name, a, b] of [
    ['one who left and one who came later', 'until: 2007', 'from: 2010'],
    ['a handover within a month', 'from: 2005-05, until: 2007-06', 'from: 2007-06, until: 2009'],
    ['one year', 'asOf: 2010', 'asOf: 2010'],
    ['about one year', 'asOf: 2009~', 'asOf: 2009~'],
    ['roles whose ends nobody knows', 'from: 2005', 'from: 2007'],
    ['a role without a time', 'from: 2005, until: 2007', ''],
  ] as const) {
    it(`is silent on ${name}`, () => {
      assert.deepEqual(at(`${post}, ${a}`, `${post}, ${b}`.replace(/, $/, '')), none);
    });
  }

  it('is silent on another body, another post, and a post that several hold', () => {
    const time = 'asOf: 2010-05-12';
    assert.deepEqual(at(`${post}, ${time}`, `${post}, ${time}`.replace('doh', 'bma')), none);
    assert.deepEqual(at(`${post}, ${time}`, `${post}, ${time}`.replace('Health', 'Shadow')), none);
    assert.deepEqual(at(`${post}, ${time}`, `${post}, ${time}`.replace('true', 'false')), none);
  });

  it('is silent on one person twice in a post', () => {
    assert.deepEqual(
      told('role-overlap', {
        'r.facts.yaml': `people: {ann: {name: Ann, roles: [{${post}, asOf: 2010}, {${post}, from: 2009, until: 2011}]}}\n`,
      }),
      none,
    );
  });
});

describe('succession', () => {
  const at = (a: string, b: string, c = ''): readonly string[] =>
    told('succession', {
      'r.facts.yaml':
        `organisations:\n  a: {name: A, ${a}}\n  b: {name: B, ${b}}\n  c: {name: C, ${c}}\n`.replaceAll(
          ', }',
          '}',
        ),
    });

  it('speaks of a link that is one-sided, from either side', () => {
    assert.deepEqual(at('successors: [b]', ''), ['r.facts.yaml: b']);
    assert.deepEqual(at('', 'predecessors: [a]'), ['r.facts.yaml: a']);
  });

  it('speaks of a circle, at every link of it', () => {
    assert.deepEqual(
      at(
        'successors: [b], predecessors: [c]',
        'successors: [c], predecessors: [a]',
        'successors: [a], predecessors: [b]',
      ),
      ['b', 'c', 'c', 'a', 'a', 'b'].map((id) => `r.facts.yaml: ${id}`),
    );
    assert.deepEqual(at('successors: [a], predecessors: [a]', ''), [
      'r.facts.yaml: a',
      'r.facts.yaml: a',
    ]);
  });

  it('speaks of a successor that is older than its predecessor, at both ends', () => {
    assert.deepEqual(
      at('founded: 2013-04-01, successors: [b]', 'founded: 2002, predecessors: [a]'),
      ['r.facts.yaml: b', 'r.facts.yaml: a'],
    );
  });

  it('speaks of a successor that was gone before its predecessor came', () => {
    assert.deepEqual(
      at('founded: 2013-04-01, successors: [b]', 'dissolved: 2010, predecessors: [a]'),
      ['r.facts.yaml: b', 'r.facts.yaml: a'],
    );
  });

  for (const [name, a, b, c] of [
    ['a link from both sides', 'successors: [b]', 'predecessors: [a]', ''],
    ['one body that was split', 'successors: [b, c]', 'predecessors: [a]', 'predecessors: [a]'],
    ['two bodies that merged', 'successors: [c]', 'successors: [c]', 'predecessors: [a, b]'],
    [
      'two ways to one body',
      'successors: [b, c]',
      'predecessors: [a], successors: [c]',
      'predecessors: [a, b]',
    ],
    [
      'bodies of one year',
      'founded: 2013, successors: [b]',
      'founded: 2013-04-01, predecessors: [a]',
      '',
    ],
    [
      'a body that was founded before the other ended',
      'dissolved: 2013-03-31, successors: [b]',
      'founded: 2012-10, predecessors: [a]',
      '',
    ],
  ] as const) {
    it(`is silent on ${name}`, () => {
      assert.deepEqual(at(a, b, c), none);
    });
  }

  it('leaves an unknown id to another rule', () => {
    assert.deepEqual(at('successors: [gone]', ''), none);
  });
});

describe('future-asserted', () => {
  const at = (sides: readonly Side[]): readonly string[] => told('future-asserted', filesOf(sides));

  for (const [name, fact, words] of [
    ['`from` after publication', 'value: 152 ; from: 2010-08', '2010-08'],
    ['`from` on the next day', 'value: 152 ; from: 2010-07-13', '2010-07-13'],
    ['`asOf` after publication', 'value: 152 ; asOf: 2013/14', '2013/14'],
    ['a text', 'property: plan ; value: They go ; from: 2013', '2013'],
  ] as const) {
    it(`speaks of ${name}`, () => {
      assert.deepEqual(at([dated(fact)]), [`a.facts.yaml: ${words}`]);
    });
  }

  for (const [name, fact] of [
    ['`until` in the future', 'value: 152 ; until: 2013-03'],
    ['`from` before and `until` after', 'value: 152 ; from: 2006-10 ; until: 2013-03'],
    ['the day of publication', 'value: 152 ; from: 2010-07-12'],
    ['the month of publication', 'value: 152 ; from: 2010-07'],
    ['the year of publication', 'value: 152 ; asOf: 2010'],
    ['a plan', 'value: 152 ; from: 2013 ; modality: planned'],
    ['a forecast', 'value: 152 ; asOf: 2013 ; modality: forecast'],
    ['what is not certain', 'value: 152 ; asOf: 2013 ; certainty: probable'],
    ['a date as a value', 'property: opened ; value: 2013-04-01'],
    ['a deprecated fact', 'value: 152 ; asOf: 2013 ; rank: deprecated ; reason: Misread.'],
    ['a date that is about so', 'value: 152 ; asOf: 2011~'],
  ] as const) {
    it(`is silent on ${name}`, () => {
      assert.deepEqual(at([dated(fact)]), none);
    });
  }

  it('is silent on an article without a date', () => {
    assert.deepEqual(at([undated('value: 152 ; from: 2013')]), none);
  });
});
