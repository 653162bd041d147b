import assert from 'node:assert/strict';
import { dated, filesOf } from './pairs.js';
import { told, type Files } from './world.js';

/* Figures that follow from others: a whole and its parts, an event, a share, a list of members. */

const none: readonly string[] = [];

/** Facts of one article of July 2010 each, as many as there are. */
function at(facts: readonly string[], more?: string): readonly string[] {
  return told(
    'derived-mismatch',
    filesOf(
      facts.map((fact) => dated(fact)),
      more,
    ),
  );
}

const parts = `  north: {name: The North, partOf: england}
  south: {name: The South, partOf: england}
  east: {name: The East, partOf: england}
  essex: {name: Essex, partOf: east}
`;

function inPlaces(places: string, facts: readonly string[]): readonly string[] {
  const files: Record<string, string> = { ...filesOf(facts.map((fact) => dated(fact))) };
  const text = files['register.facts.yaml'] ?? '';
  files['register.facts.yaml'] = text.replace(
    '  england: {name: England}\n',
    (line) => line + places,
  );
  return told('derived-mismatch', files);
}

describe('derived-mismatch of a whole and its parts', () => {
  const whole = 'value: 150 ; place: england';
  const [north, south, east] = ['north', 'south', 'east'].map(
    (place) => `value: 60 ; place: ${place}`,
  ) as [string, string, string];

  it('speaks of parts that exceed the whole', () => {
    assert.deepEqual(inPlaces(parts, [whole, north, south, east]), ['a.facts.yaml: 150']);
  });

  it('speaks of two parts too', () => {
    assert.deepEqual(inPlaces(parts, ['value: 100 ; place: england', north, south]), [
      'a.facts.yaml: 100',
    ]);
  });

  for (const [name, facts, places] of [
    ['parts that add up', ['value: 180 ; place: england', north, south, east], parts],
    ['parts that miss the whole: not all of them are on record', [whole, north], parts],
    [
      'places that are no parts',
      [whole, north, south, east],
      parts.replaceAll(', partOf: england', ''),
    ],
    ['a part of a part', [whole, 'value: 100 ; place: east', 'value: 90 ; place: essex'], parts],
    [
      'a part that is approximate',
      [whole, north, south, 'value: at least 20 ; place: east'],
      parts,
    ],
    [
      'a whole that is at least so many',
      ['value: at least 150 ; place: england', north, south, east],
      parts,
    ],
    ['a part of another time', [whole, north, south, `${east} ; until: 2006-09`], parts],
    [
      'parts that followed each other',
      [
        'value: 100 ; place: england ; from: 2002 ; until: 2010',
        `${north} ; from: 2002 ; until: 2005`,
        `${south} ; from: 2006 ; until: 2010`,
      ],
      parts,
    ],
    ['a part that was planned', [whole, north, south, `${east} ; modality: planned`], parts],
    ['a part that is denied', [whole, north, south, `${east} ; polarity: negative`], parts],
    [
      'parts that another credits',
      [whole, ...[north, south, east].map((part) => `${part} ; saidBy: union`)],
      parts,
    ],
    [
      'two figures for one part',
      [whole, north, 'value: 60 ; place: north ; asOf: 2010-07-12', south],
      parts,
    ],
    [
      'other things that are counted',
      [whole, north, south, `${east} ; qualifiers: {kind: urban}`],
      parts,
    ],
    [
      'a property that does not add up',
      ['england', 'north', 'south', 'east'].map(
        (place) => `property: share ; value: 60% ; place: ${place}`,
      ),
      parts,
    ],
  ] as const) {
    it(`is silent on ${name}`, () => {
      assert.deepEqual(inPlaces(places, facts), none);
    });
  }
});

describe('derived-mismatch of an event', () => {
  const event = (fields: string): readonly string[] =>
    at([], `events: {mergers: {name: Mergers, type: merger, subject: pct, ${fields}}}\n`);

  for (const [fields, words] of [
    ['before: 303, after: 152, by: 150', '150'],
    ['before: 303, after: 152, by: 60%', '60%'],
    ['before: 152, after: 303, by: 152', '152'],
  ] as const) {
    it(`speaks of ${fields}`, () => {
      assert.deepEqual(event(fields), [`register.facts.yaml: ${words}`]);
    });
  }

  for (const fields of [
    'before: 303, after: 152, by: 151',
    'before: 152, after: 303, by: 151',
    'before: 303, after: 152, by: 50%',
    'before: 303, after: 152, by: half',
    'before: 303, after: 152, by: about 150',
    'before: about 300, after: 152, by: 150',
    'before: 303, after: 152',
    'before: 303, by: 151',
    'before: 303, after: 152, by: several',
  ]) {
    it(`is silent on ${fields}`, () => {
      assert.deepEqual(event(fields), none);
    });
  }
});

describe('derived-mismatch of `derivedFrom`', () => {
  const counts = (then: string, now: string, derived: string): readonly string[] =>
    told(
      'derived-mismatch',
      filesOf([
        dated(
          `id: then ; value: ${then} ; until: 2006-09`,
          `id: now ; value: ${now} ; from: 2006-10`,
          `${derived} ; derivedFrom: [then, now]`,
        ),
      ]),
    );

  for (const [derived, words] of [
    ['property: share ; value: 60%', '60%'],
    ['property: share ; value: 50.0%', '50.0%'],
    ['property: members ; value: 150', '150'],
  ] as const) {
    it(`speaks of ${derived}`, () => {
      assert.deepEqual(counts('303', '152', derived), [`a.facts.yaml: ${words}`]);
    });
  }

  for (const derived of [
    'property: share ; value: half',
    'property: share ; value: 50%',
    'property: share ; value: 50.2%',
    'property: share ; value: 49.8%',
    'property: share ; value: about 52%',
    'property: members ; value: 151',
    'property: members ; value: 455',
    'property: members ; value: more than 150',
    'property: cost ; value: £151m',
    'property: share ; value: 60% ; polarity: negative',
    'property: plan ; value: cut by half',
    'property: share ; value: 60% ; rank: deprecated ; reason: Misread.',
  ]) {
    it(`is silent on ${derived}`, () => {
      assert.deepEqual(counts('303', '152', derived), none);
    });
  }

  it('is silent where it follows from figures that are themselves open', () => {
    assert.deepEqual(counts('at least 303', '152', 'property: share ; value: 60%'), none);
  });

  it('is silent where it follows from one fact only, or from what is not there', () => {
    assert.deepEqual(at(['id: x ; value: 8 ; derivedFrom: x']), none);
    assert.deepEqual(at(['id: x ; value: 8 ; derivedFrom: [x, gone]']), none);
  });

  for (const [name, derived] of [
    ['a product', 'property: cost ; value: £300m ; derivedFrom: [third, budget]'],
    ['an average', 'property: cost ; value: £750m ; derivedFrom: [budget, spent]'],
    [
      'what is left of a whole',
      'property: cost ; value: £400m ; derivedFrom: [budget, spent, owed]',
    ],
    ['a share of the sum', 'property: share ; value: 66.7% ; derivedFrom: [budget, spent]'],
  ] as const) {
    it(`is silent on ${name}`, () => {
      const facts = [
        'id: third ; property: share ; value: 30%',
        'id: budget ; property: budget ; value: £1,000m',
        'id: spent ; property: budget ; value: £500m ; place: london',
        'id: owed ; property: budget ; value: £100m ; place: england',
        derived,
      ];
      assert.deepEqual(told('derived-mismatch', filesOf([dated(...facts)])), none);
    });
  }

  it('names the figures of another article', () => {
    assert.deepEqual(
      at([
        'id: all ; value: 303 ; until: 2006-09',
        'id: left ; value: 152 ; place: england',
        'property: share ; value: 60% ; derivedFrom: [a#all, b#left]',
      ]),
      ['c.facts.yaml: 60%'],
    );
  });
});

describe('derived-mismatch of a list of members', () => {
  const files = (group: string, fact: string): Files => ({
    'r.facts.yaml': `organisations:
  one: {name: One}
  two: {name: Two}
  both: {name: Both, members: [one, two], ${group}}
places: {essex: {name: Essex}}
`,
    'a.facts.yaml': `facts: [{subject: both, property: count, ${fact}}]\n`,
  });

  it('speaks of a count that is not the length of the list', () => {
    assert.deepEqual(told('derived-mismatch', files('kind: group', 'value: 3')), [
      'a.facts.yaml: 3',
    ]);
    assert.deepEqual(
      told('derived-mismatch', files('kind: group, place: essex', 'value: 3, place: essex')),
      ['a.facts.yaml: 3'],
    );
  });

  for (const [name, group, fact] of [
    ['the length of the list', 'kind: group', 'value: 2'],
    ['a bound that fits', 'kind: group', 'value: at least 2'],
    ['a figure that ended', 'kind: group', 'value: 3, until: 2006-09'],
    ['a figure of one place', 'kind: group', 'value: 1, place: essex'],
    ['a class: its list gives examples', 'kind: class', 'value: 152'],
    ['a plan', 'kind: group', 'value: 1, modality: planned'],
    ['a denial', 'kind: group', 'value: 3, polarity: negative'],
    ['a deprecated figure', 'kind: group', 'value: 3, rank: deprecated, reason: Misprint.'],
  ] as const) {
    it(`is silent on ${name}`, () => {
      assert.deepEqual(told('derived-mismatch', files(group, fact)), none);
    });
  }
});
