import assert from 'node:assert/strict';
import { dated, filesOf, undated, type Side } from './pairs.js';
import { checkFiles, told, withFile, type Files } from './world.js';

/* Rules about several facts at once: plans and what came of them, copies, separators left out. */

function at(code: string, sides: readonly Side[]): readonly string[] {
  return told(code, filesOf(sides));
}

const none: readonly string[] = [];

describe('plan-not-met', () => {
  const both = ['a.facts.yaml: 152', 'b.facts.yaml: 151'];
  for (const [name, plan, fact] of [
    ['the same month', 'asOf: 2006-10', 'asOf: 2006-10'],
    ['a requirement', 'asOf: 2006-10 ; modality: required', 'asOf: 2006-10'],
    ['a pledge', 'asOf: 2006-10 ; modality: pledged', 'asOf: 2006-10'],
    ['the same stretch', 'from: 2006-10 ; until: 2008', 'from: 2006-10 ; until: 2008'],
    ['a day in the stretch', 'from: 2006-10 ; until: 2008', 'asOf: 2007-03-01'],
    ['another speaker', 'asOf: 2006-10 ; saidBy: ministry', 'asOf: 2006-10 ; saidBy: union'],
  ] as const) {
    it(`speaks of ${name}`, () => {
      const planned = plan.includes('modality') ? plan : `${plan} ; modality: planned`;
      assert.deepEqual(
        at('plan-not-met', [undated(`value: 152 ; ${planned}`), undated(`value: 151 ; ${fact}`)]),
        both,
      );
    });
  }

  for (const [name, plan, fact] of [
    ['what was met', 'value: 152 ; asOf: 2006-10', 'value: 152 ; asOf: 2006-10'],
    ['at least so many', 'value: at least 150 ; asOf: 2006-10', 'value: 152 ; asOf: 2006-10'],
    ['a plan for later', 'value: 152 ; from: 2006-10', 'value: 303 ; until: 2006-09'],
    ['a plan for a later month', 'value: 152 ; asOf: 2006-10', 'value: 303 ; asOf: 2006-09'],
    ['a plan without a time', 'value: 152', 'value: 303'],
    ['some time in the same year', 'value: 152 ; asOf: 2006', 'value: 303 ; asOf: 2006'],
    ['an article of the year before', 'value: 152 ; asOf: 2011-02', 'value: 303'],
    ['an article of that year', 'value: 152 ; asOf: 2010', 'value: 303'],
    ['another place', 'value: 152 ; asOf: 2006-10 ; place: england', 'value: 5 ; asOf: 2006-10'],
  ] as const) {
    it(`is silent on ${name}`, () => {
      const sides = [dated(`${plan} ; modality: planned`), dated(fact)];
      assert.deepEqual(at('plan-not-met', sides), none);
    });
  }

  for (const modality of ['proposed', 'desired', 'forecast', 'hypothetical']) {
    it(`is silent on what was ${modality}`, () => {
      const sides = [
        undated(`value: 152 ; asOf: 2006-10 ; modality: ${modality}`),
        undated('value: 151 ; asOf: 2006-10'),
      ];
      assert.deepEqual(at('plan-not-met', sides), none);
    });
  }
});

function copying(article: string, ...facts: readonly string[]): Side {
  return { front: `published: 2010-07-12\nbasedOn: ${article}`, facts };
}

/** Codes and files of everything that is said, hints left out. */
function saidOf(sides: readonly Side[]): readonly string[] {
  return checkFiles(filesOf(sides))
    .filter(({ severity }) => severity !== 'hint')
    .map(({ uri, code }) => `${uri.slice('file:///w/'.length, 'file:///w/a'.length)} ${code}`)
    .sort();
}

describe('copy-differs', () => {
  it('speaks of a copy with another figure', () => {
    const sides = [dated('value: 152'), copying('[a]', 'value: 125')];
    assert.deepEqual(saidOf(sides), ['a copy-differs', 'b copy-differs']);
  });

  it('speaks of a copy of a copy', () => {
    const sides = [
      dated('value: 152'),
      copying('[a]', 'property: members ; value: 1'),
      copying('[b]', 'value: 125'),
    ];
    assert.deepEqual(saidOf(sides), ['a copy-differs', 'c copy-differs']);
  });

  it('speaks of a copy of a copy once, where the first copy is faithful', () => {
    const sides = [dated('value: 152'), copying('[a]', 'value: 152'), copying('[b]', 'value: 125')];
    assert.deepEqual(saidOf(sides), ['a copy-differs', 'c copy-differs']);
  });

  it('speaks of one unnamed source that is quoted in two ways', () => {
    const unnamed = 'saidBy: anonymous ; saidAs: a spokesman';
    const sides = [dated(`value: 152 ; ${unnamed}`), copying('[a]', `value: 125 ; ${unnamed}`)];
    assert.deepEqual(saidOf(sides), ['a copy-differs', 'b copy-differs']);
  });

  it('is silent on a faithful copy, which adds nothing to what its original is told', () => {
    const sides = [dated('value: 152'), dated('value: 151'), copying('[a]', 'value: 152')];
    assert.deepEqual(saidOf(sides), ['a value-conflict', 'b value-conflict']);
  });

  it('is silent on a rounded figure', () => {
    assert.deepEqual(saidOf([dated('value: 152'), copying('[a]', 'value: about 150')]), none);
  });

  it('is silent on two copies of one article: they are told beside the original', () => {
    const sides = [dated('value: 152'), copying('[a]', 'value: 125'), copying('[a]', 'value: 152')];
    assert.deepEqual(saidOf(sides), ['a copy-differs', 'b copy-differs']);
  });

  it('is silent on a figure that the copy itself takes back', () => {
    const wrong = 'value: 125 ; rank: deprecated ; reason: Digits turned round.';
    assert.deepEqual(saidOf([dated('value: 152'), copying('[a]', wrong)]), none);
  });

  it('is silent on another place, and on another time', () => {
    const sides = [
      dated('value: 152 ; until: 2010-07'),
      copying('[a]', 'value: 5 ; place: london'),
    ];
    assert.deepEqual(saidOf(sides), none);
  });

  it('is no circle without end', () => {
    assert.deepEqual(saidOf([copying('[b]', 'value: 152'), copying('[a]', 'value: 125')]), [
      'a copy-differs',
      'b copy-differs',
    ]);
  });
});

describe('one-witness', () => {
  it('speaks at the copies, not at the original', () => {
    const sides = [dated('value: 152'), copying('[a]', 'value: 152'), copying('[b]', 'value: 152')];
    assert.deepEqual(at('one-witness', sides), ['b.facts.yaml: 152', 'c.facts.yaml: 152']);
  });

  it('speaks of two copies of an article that does not record it', () => {
    const sides = [dated(), copying('[a]', 'value: 152'), copying('[a]', 'value: 152')];
    assert.deepEqual(at('one-witness', sides), ['b.facts.yaml: 152', 'c.facts.yaml: 152']);
  });

  for (const [name, sides] of [
    ['two articles of their own', [dated('value: 152'), dated('value: 152')]],
    [
      'a copy and a source of its own',
      [dated('value: 152'), copying('[a]', 'value: 152'), dated('value: 152')],
    ],
    [
      'a copy of two articles',
      [dated('value: 152'), dated('value: 152'), copying('[a, b]', 'value: 152')],
    ],
    [
      'the only fact of its slot',
      [dated('value: 5 ; place: london'), copying('[a]', 'value: 152')],
    ],
    ['a copy that differs', [dated('value: 152'), copying('[a]', 'value: 125')]],
    [
      'plans',
      ['value: 152', 'value: 152'].map((fact, index) =>
        index === 0
          ? dated(`${fact} ; modality: planned`)
          : copying('[a]', `${fact} ; modality: planned`),
      ),
    ],
  ] as const) {
    it(`is silent on ${name}`, () => {
      assert.deepEqual(at('one-witness', sides), none);
    });
  }
});

describe('missing-separator', () => {
  const england = 'value: 152 ; place: england';
  it('speaks of the fact that leaves out what the others give', () => {
    assert.deepEqual(
      at('missing-separator', [dated(england), dated(england), dated('value: 152')]),
      ['c.facts.yaml: count'],
    );
  });

  it('stands in the sidecar of that fact alone', () => {
    const files: Files = withFile(
      filesOf([dated(england), dated(england)]),
      'c.facts.yaml',
      'facts:\n  - subject: pct\n    property: count\n    value: 152\n',
    );
    assert.deepEqual(told('missing-separator', files), ['c.facts.yaml: count']);
  });

  for (const [name, sides] of [
    ['one of two', [dated(england), dated('value: 152')]],
    [
      'a property where most leave it out',
      [dated(england), dated(england), dated('value: 152'), dated('value: 152')],
    ],
    [
      'a place among the qualifiers',
      [dated(england), dated(england), dated('value: 152 ; qualifiers: {place: england}')],
    ],
    ['another subject', [dated(england), dated(england), dated('subject: nhs-trust ; value: 152')]],
    [
      'a deprecated fact',
      [dated(england), dated(england), dated('value: 152 ; rank: deprecated ; reason: No place.')],
    ],
    ['a vague one', [dated(england), dated(england), dated('value: several')]],
  ] as const) {
    it(`is silent on ${name}`, () => {
      assert.deepEqual(at('missing-separator', sides), none);
    });
  }
});
