import assert from 'node:assert/strict';
import type { Finding } from '../../../server/src/rules/finding.js';
import { dated, filesOf, undated, type Side } from './pairs.js';
import { checkFiles, inOneLine, root } from './world.js';

/*
 * Pairs that look like a contradiction and are none, beside those that are one: a false alarm costs
 * more than a miss. Each row: what it shows, the articles, and what the check says at `a` and `b`.
 */

type Row = readonly [name: string, sides: readonly Side[], expected: string, more?: string];

const nothing = '';

/** What is said of the articles. The register has more in it than any one pair needs. */
function checkSides(sides: readonly Side[], more?: string): readonly Finding[] {
  return checkFiles(filesOf(sides, more)).filter(({ code }) => code !== 'unused-definition');
}

/** `code severity` at every end. */
function said(sides: readonly Side[], more: string | undefined): string {
  const findings = checkSides(sides, more);
  return [
    ...new Set(findings.map(({ uri, code, severity }) => `${articleOf(uri)} ${code} ${severity}`)),
  ]
    .sort()
    .join(', ');
}

/** `a` for `file:///w/a.facts.yaml`. */
function articleOf(uri: string): string {
  return uri.slice(root.length + 1).replace(/\..*/, '');
}

function atBoth(code: string, severity: string): string {
  return `a ${code} ${severity}, b ${code} ${severity}`;
}

function check(rows: readonly Row[]): void {
  for (const [name, sides, expected, more] of rows) {
    it(name, () => {
      assert.equal(said(sides, more), expected, checkSides(sides, more).map(inOneLine).join('\n'));
    });
  }
}

const conflict = atBoth('value-conflict', 'warning');
const possible = atBoth('possible-conflict', 'information');
const change = atBoth('unexplained-change', 'information');
const dispute = atBoth('disputed', 'information');
const undecided = atBoth('undated-conflict', 'warning');
const hedged = atBoth('hedged-conflict', 'information');
const units = atBoth('unit-mismatch', 'error');

describe('look-alikes', () => {
  describe('values', () => {
    check([
      ['152 and 151 conflict', [dated('value: 152'), dated('value: 151')], conflict],
      ['152 and 152 agree', [dated('value: 152'), dated('value: "152"')], nothing],
      ['152 and at least 150 agree', [dated('value: 152'), dated('value: at least 150')], nothing],
      [
        'at least 6 and at most 5 conflict',
        [dated('value: at least 6'), dated('value: at most 5')],
        conflict,
      ],
      [
        'at least 6 and at most 6 agree',
        [dated('value: at least 6'), dated('value: at most 6')],
        nothing,
      ],
      [
        'more than 100 and fewer than 100 conflict',
        [dated('value: more than 100'), dated('value: fewer than 100')],
        conflict,
      ],
      [
        'more than 100 and 100 conflict',
        [dated('value: more than 100'), dated('value: 100')],
        conflict,
      ],
      ['at least 100 and 100 agree', [dated('value: at least 100'), dated('value: 100')], nothing],
      ['more than 45 and 50 agree', [dated('value: ">45"'), dated('value: 50')], nothing],
      ['~40 and 45 agree', [dated('value: ~40'), dated('value: 45')], nothing],
      ['~40 and 48 are a matter of hedging', [dated('value: ~40'), dated('value: 48')], hedged],
      ['~40 and 152 conflict', [dated('value: ~40'), dated('value: 152')], conflict],
      ['500-600 and 550 agree', [dated('value: 500-600'), dated('value: 550')], nothing],
      [
        'between 500 and 600 and 601 conflict',
        [dated('value: between 500 and 600'), dated('value: 601')],
        conflict,
      ],
      ['five and 5 agree', [dated('value: five'), dated('value: 5')], nothing],
      ['a dozen and 12 agree', [dated('value: a dozen'), dated('value: 12')], nothing],
      [
        '£5bn and £5.2bn agree',
        [dated('property: cost ; value: £5bn'), dated('property: cost ; value: £5.2bn')],
        nothing,
      ],
      [
        '£5.0bn and £5.2bn conflict',
        [dated('property: cost ; value: £5.0bn'), dated('property: cost ; value: £5.2bn')],
        conflict,
      ],
      [
        '£949m and £0.949bn agree',
        [dated('property: cost ; value: £949m'), dated('property: cost ; value: £0.949bn')],
        nothing,
      ],
      [
        'pounds and dollars do not convert',
        [dated('property: cost ; value: £5bn'), dated('property: cost ; value: $5bn')],
        units,
      ],
      [
        '18 months and 1.5 years agree',
        [
          dated('property: length ; value: 18 months'),
          dated('property: length ; value: 1.5 years'),
        ],
        nothing,
      ],
      [
        '18 months and 3 years conflict',
        [dated('property: length ; value: 18 months'), dated('property: length ; value: 3 years')],
        conflict,
      ],
      [
        'half and 50% agree',
        [dated('property: share ; value: half'), dated('property: share ; value: 50%')],
        nothing,
      ],
      [
        'text is never compared',
        [dated('property: plan ; value: abolish them'), dated('property: plan ; value: keep them')],
        nothing,
      ],
      [
        'text that is a figure is not compared either',
        [dated('property: plan ; value: 40'), dated('property: plan ; value: 50')],
        nothing,
      ],
      ['several and 152 are not compared', [dated('value: several'), dated('value: 152')], nothing],
      ['many and 1 are not compared', [dated('value: many'), dated('value: 1')], nothing],
      [
        'a property with many values is not compared',
        [dated('property: offices ; value: 2'), dated('property: offices ; value: 3')],
        nothing,
      ],
      [
        'one owner and another conflict',
        [dated('property: owner ; value: ministry'), dated('property: owner ; value: union')],
        conflict,
      ],
      [
        'lists that share an owner agree',
        [
          dated('property: owner ; value: [ministry, union]'),
          dated('property: owner ; value: union'),
        ],
        nothing,
      ],
      [
        'a year and a day in it agree',
        [dated('property: opened ; value: 2006'), dated('property: opened ; value: 2006-10-01')],
        nothing,
      ],
      [
        'a financial year and a day in it agree',
        [dated('property: opened ; value: 2013/14'), dated('property: opened ; value: 2014-03-31')],
        nothing,
      ],
      [
        'two dates conflict',
        [dated('property: opened ; value: 2006-10'), dated('property: opened ; value: 2006-11')],
        conflict,
      ],
      [
        'true and false conflict',
        [dated('property: closed ; value: true'), dated('property: closed ; value: false')],
        conflict,
      ],
      [
        'negative true and false agree',
        [
          dated('property: closed ; value: true ; polarity: negative'),
          dated('property: closed ; value: false'),
        ],
        nothing,
      ],
      [
        'negative true and true conflict',
        [
          dated('property: closed ; value: true ; polarity: negative'),
          dated('property: closed ; value: true'),
        ],
        conflict,
      ],
      [
        'not 152 and 152 conflict',
        [dated('value: 152 ; polarity: negative'), dated('value: 152')],
        conflict,
      ],
      [
        'not 152 and 151 agree',
        [dated('value: 152 ; polarity: negative'), dated('value: 151')],
        nothing,
      ],
      [
        'not 152 and at least 150 agree',
        [dated('value: 152 ; polarity: negative'), dated('value: at least 150')],
        nothing,
      ],
      [
        'two denials agree',
        [dated('value: 152 ; polarity: negative'), dated('value: 151 ; polarity: negative')],
        nothing,
      ],
    ]);
  });

  describe('slots', () => {
    check([
      [
        'another place',
        [dated('value: 152 ; place: england'), dated('value: 31 ; place: london')],
        nothing,
      ],
      ['one place and none', [dated('value: 152 ; place: england'), dated('value: 31')], nothing],
      [
        'one place',
        [dated('value: 152 ; place: england'), dated('value: 151 ; place: england')],
        conflict,
      ],
      [
        'place as a qualifier is place',
        [dated('value: 152 ; place: england'), dated('value: 151 ; qualifiers: {place: england}')],
        conflict,
      ],
      [
        'another qualifier',
        [
          dated('value: 152 ; qualifiers: {kind: urban}'),
          dated('value: 151 ; qualifiers: {kind: rural}'),
        ],
        nothing,
      ],
      ['another subject', [dated('value: 152'), dated('subject: nhs-trust ; value: 290')], nothing],
      ['another property', [dated('value: 152'), dated('property: members ; value: 290')], nothing],
    ]);
  });

  describe('times', () => {
    check([
      [
        'until September, from October',
        [dated('value: 303 ; until: 2006-09'), dated('value: 152 ; from: 2006-10')],
        nothing,
      ],
      [
        'until October, from October',
        [dated('value: 303 ; until: 2006-10'), dated('value: 152 ; from: 2006-10')],
        possible,
      ],
      [
        'until September, planned from October',
        [
          dated('value: 303 ; until: 2006-09'),
          dated('value: 152 ; from: 2006-10 ; modality: planned'),
        ],
        nothing,
      ],
      [
        'about 2009, 2010',
        [undated('value: 152 ; asOf: 2009~'), undated('value: 151 ; asOf: 2010')],
        possible,
      ],
      [
        'both in October',
        [undated('value: 152 ; asOf: 2006-10'), undated('value: 151 ; asOf: 2006-10')],
        conflict,
      ],
      [
        'the same stretch',
        [
          undated('value: 152 ; from: 2006 ; until: 2009'),
          undated('value: 151 ; from: 2007 ; until: 2008'),
        ],
        conflict,
      ],
      [
        'published a week apart',
        [dated('value: 152'), { front: 'published: 2010-07-19', facts: ['value: 151'] }],
        conflict,
      ],
      [
        'published three years apart',
        [dated('value: 152'), { front: 'published: 2013-07-19', facts: ['value: 151'] }],
        change,
      ],
      [
        'a stated end is a wall',
        [undated('value: 303 ; until: 2010-07-11'), dated('value: 152')],
        nothing,
      ],
      [
        'a stated start is a wall',
        [dated('value: 303'), undated('value: 152 ; from: 2010-07-13')],
        nothing,
      ],
      ['neither has a date', [undated('value: 303'), undated('value: 152')], undecided],
      ['one has no date', [undated('value: 303'), dated('value: 152')], undecided],
      [
        'neither has a date, but they agree',
        [undated('value: 152'), undated('value: about 150')],
        nothing,
      ],
      [
        'undated speakers of two minds',
        [undated('value: 303 ; saidBy: union'), undated('value: 152 ; saidBy: ministry')],
        possible,
      ],
      [
        '2005 and 2008',
        [undated('value: 303 ; asOf: 2005'), undated('value: 152 ; asOf: 2008')],
        change,
      ],
      [
        '2005 and 2008, the same',
        [undated('value: 152 ; asOf: 2005'), undated('value: 152 ; asOf: 2008')],
        nothing,
      ],
      [
        '2005 and 2008 with an event between',
        [undated('value: 303 ; asOf: 2005'), undated('value: 152 ; asOf: 2008')],
        nothing,
        'events: {mergers: {name: Mergers, type: merger, subject: pct, property: count, date: 2006-10-01}}\n',
      ],
      [
        'an event of another subject explains nothing',
        [undated('value: 303 ; asOf: 2005'), undated('value: 152 ; asOf: 2008')],
        change,
        'events: {mergers: {name: Mergers, type: merger, subject: nhs-trust, property: count, date: 2006-10-01}}\n',
      ],
      [
        'an event at another time explains nothing',
        [undated('value: 303 ; asOf: 2005'), undated('value: 152 ; asOf: 2008')],
        change,
        'events: {mergers: {name: Mergers, type: merger, subject: pct, property: count, date: 2009-10-01}}\n',
      ],
      [
        'an event in another place explains nothing',
        [undated('value: 303 ; asOf: 2005'), undated('value: 152 ; asOf: 2008')],
        change,
        'events: {mergers: {name: Mergers, type: merger, subject: pct, place: london, date: 2006-10-01}}\n',
      ],
      [
        'the later supersedes the earlier',
        [
          undated('id: old ; value: 303 ; asOf: 2005'),
          undated('value: 152 ; asOf: 2008 ; supersedes: a#old'),
        ],
        nothing,
      ],
      [
        'the earlier has an end',
        [undated('value: 303 ; from: 2002 ; until: 2006'), undated('value: 152 ; asOf: 2008')],
        nothing,
      ],
      [
        'the later has a start',
        [undated('value: 303 ; asOf: 2005'), undated('value: 152 ; from: 2006-10')],
        nothing,
      ],
    ]);

    it('a change is told from one time to the next only', () => {
      const sides = [2001, 2004, 2007].map((year, index) =>
        undated(`value: ${index + 1} ; asOf: ${year}`),
      );
      const findings = checkSides(sides);
      assert.deepEqual(
        findings
          .map(({ uri, related }) => `${articleOf(uri)}${articleOf(related[0]?.uri ?? '')}`)
          .sort(),
        ['ab', 'ba', 'bc', 'cb'],
      );
    });
  });

  describe('voices', () => {
    check([
      [
        'two speakers',
        [dated('value: 303 ; saidBy: union'), dated('value: 152 ; saidBy: ministry')],
        dispute,
      ],
      [
        'one speaker in two articles',
        [dated('value: 303 ; saidBy: union'), dated('value: 152 ; saidBy: union')],
        conflict,
      ],
      [
        'one of two speakers',
        [dated('value: 303 ; saidBy: [union, ann]'), dated('value: 152 ; saidBy: ann')],
        conflict,
      ],
      [
        'an article and a speaker',
        [dated('value: 303'), dated('value: 152 ; saidBy: union')],
        dispute,
      ],
      [
        'two unnamed speakers',
        [dated('value: 303 ; saidBy: anonymous'), dated('value: 152 ; saidBy: anonymous')],
        dispute,
      ],
      [
        'forecasts of two speakers',
        [
          dated('value: 303 ; saidBy: union ; modality: forecast'),
          dated('value: 152 ; saidBy: ministry ; modality: forecast'),
        ],
        nothing,
      ],
      [
        'forecasts of one speaker',
        [
          dated('value: 303 ; saidBy: union ; modality: forecast'),
          dated('value: 152 ; saidBy: union ; modality: forecast'),
        ],
        conflict,
      ],
      [
        'a forecast and a wish of two speakers',
        [
          dated('value: 303 ; saidBy: union ; modality: desired'),
          dated('value: 152 ; modality: forecast'),
        ],
        nothing,
      ],
      [
        'plans of two speakers',
        [
          dated('value: 303 ; saidBy: union ; modality: planned'),
          dated('value: 152 ; saidBy: ministry ; modality: pledged'),
        ],
        dispute,
      ],
      [
        'a plan and a fact',
        [dated('value: 152 ; modality: planned'), dated('value: 151')],
        nothing,
      ],
      [
        'a plan and a forecast',
        [dated('value: 152 ; modality: planned'), dated('value: 151 ; modality: forecast')],
        nothing,
      ],
      [
        'a fact and a hypothesis',
        [dated('value: 152'), dated('value: 0 ; modality: hypothetical')],
        nothing,
      ],
      [
        'one is not certain',
        [dated('value: 152'), dated('value: 100 ; certainty: possible')],
        hedged,
      ],
      [
        'a denial linked to what it denies',
        [
          dated('id: claim ; value: 303 ; saidBy: union'),
          dated('value: 303 ; polarity: negative ; saidBy: ministry ; denies: a#claim'),
        ],
        dispute,
      ],
      [
        'a link between facts of two slots',
        [
          dated('id: claim ; value: 303 ; place: england'),
          dated('value: 152 ; place: london ; disputes: a#claim'),
        ],
        dispute,
      ],
      [
        'a link instead of a conflict',
        [dated('id: claim ; value: 303'), dated('value: 152 ; disputes: a#claim')],
        dispute,
      ],
    ]);

    it('one article that contradicts itself', () => {
      assert.equal(said([dated('value: 303', 'value: 152')], undefined), 'a self-conflict warning');
    });

    it('two speakers in one article', () => {
      assert.equal(
        said([dated('value: 303 ; saidBy: union', 'value: 152 ; saidBy: ann')], undefined),
        'a disputed information',
      );
    });

    it('a link stands at both ends once each', () => {
      const sides = [
        dated('id: claim ; value: 303 ; disputes: b#answer'),
        dated('id: answer ; value: 152 ; disputes: a#claim'),
      ];
      assert.deepEqual(
        checkSides(sides).map(({ uri, code }) => `${articleOf(uri)} ${code}`),
        ['a disputed', 'b disputed'],
      );
    });
  });

  describe('judged by people', () => {
    const hint = atBoth('value-conflict', 'hint');
    check([
      [
        'deprecated',
        [dated('value: 152'), dated('value: 151 ; rank: deprecated ; reason: Misprint.')],
        nothing,
      ],
      [
        'deprecated and linked',
        [
          dated('id: x ; value: 152'),
          dated('value: 151 ; rank: deprecated ; reason: Misprint. ; disputes: a#x'),
        ],
        nothing,
      ],
      ['preferred on one side', [dated('value: 152 ; rank: preferred'), dated('value: 151')], hint],
      [
        'preferred on both sides',
        [dated('value: 152 ; rank: preferred'), dated('value: 151 ; rank: preferred')],
        conflict,
      ],
      [
        'acknowledged with a reason',
        [
          dated('id: x ; value: 152'),
          dated(
            'value: 151 ; acknowledged: [{code: value-conflict, with: a#x, reason: Two counts.}]',
          ),
        ],
        hint,
      ],
      [
        'acknowledged without naming the other',
        [
          dated('value: 152'),
          dated('value: 151 ; acknowledged: [{code: value-conflict, reason: Two counts.}]'),
        ],
        hint,
      ],
      [
        'acknowledged by number',
        [
          dated('value: 152'),
          dated(
            'value: 151 ; acknowledged: [{code: value-conflict, with: a#1, reason: Two counts.}]',
          ),
        ],
        hint,
      ],
      [
        'acknowledged with another fact',
        [
          dated('value: 152', 'id: y ; property: members ; value: 3'),
          dated(
            'value: 151 ; acknowledged: [{code: value-conflict, with: a#y, reason: Two counts.}]',
          ),
        ],
        conflict,
      ],
      [
        'acknowledged under another code',
        [
          dated('value: 152'),
          dated('value: 151 ; acknowledged: [{code: disputed, reason: Two counts.}]'),
        ],
        conflict,
      ],
      [
        'acknowledged without a reason',
        [dated('value: 152'), dated('value: 151 ; acknowledged: [{code: value-conflict}]')],
        'a value-conflict warning, b schema error, b value-conflict warning',
      ],
      [
        'acknowledged with an empty reason',
        [
          dated('value: 152'),
          dated('value: 151 ; acknowledged: [{code: value-conflict, reason: ""}]'),
        ],
        conflict,
      ],
      [
        'a draft against an article',
        [
          dated('value: 152'),
          { front: 'published: 2010-07-12\nstatus: draft', facts: ['value: 151'] },
        ],
        'a value-conflict information, b value-conflict warning',
      ],
      [
        'two drafts',
        ['value: 152', 'value: 151'].map((fact) => ({
          front: 'published: 2010-07-12\nstatus: draft',
          facts: [fact],
        })),
        conflict,
      ],
    ]);
  });
});
