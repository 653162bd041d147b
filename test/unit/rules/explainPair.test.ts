import assert from 'node:assert/strict';
import { explainReferences } from '../../../server/src/rules/explainPair.js';
import { dated, filesOf, undated, type Side } from './pairs.js';
import { worldOf } from './world.js';

function explain(sides: readonly Side[], a = 'a#1', b = 'b#1', more = ''): string {
  const answer = explainReferences(worldOf(filesOf(sides, more)).corpus, a, b);
  return answer.kind === 'explained' ? answer.text : answer.message;
}

function line(text: string, name: string): string {
  return text.split('\n').find((each) => each.startsWith(`${name}: `)) ?? assert.fail(text);
}

describe('explaining a pair', () => {
  it('tells every step', () => {
    const text = explain([
      dated('value: 152 ; place: england'),
      { front: 'published: 2010-08-01', facts: ['value: 148 ; place: england'] },
    ]);
    assert.equal(
      text.slice(0, text.indexOf('Verdict')),
      `A: a#1: Primary care trusts, count, England: 152 (12 July 2010)
B: b#1: Primary care trusts, count, England: 148 (1 August 2010)

Slot: the same (Primary care trusts, count, England).
Groups: both are of the group fact (asserted).
Values: 152 is read as 152 organisations, 148 is read as 148 organisations: they cannot both hold.
Times: A presumed at publication, 12 July 2010; B presumed at publication, 1 August 2010: they count as overlapping, 20 days apart.
Voices: A a itself; B b itself: they count as one voice.
Links: none.
Events: none of this subject.
Rank: normal and normal

`,
    );
    assert.match(line(text, 'Verdict'), /value-conflict \(warning\)\. .*148 in b/);
  });

  it('names what parts two slots', () => {
    const text = explain([dated('value: 152 ; place: england'), dated('value: 148')]);
    assert.equal(
      line(text, 'Slot'),
      'Slot: not the same; they differ in place (england and none).',
    );
    assert.equal(line(text, 'Verdict'), 'Verdict: nothing; only facts of one slot are compared.');
  });

  it('says why nothing is said', () => {
    const verdict = (...facts: [string, string]): string =>
      line(explain(facts.map((each) => dated(each))), 'Verdict');
    assert.match(verdict('value: 152', 'value: 152'), /the values agree/);
    assert.match(verdict('value: 152', 'value: 1 ; rank: deprecated ; reason: x'), /deprecated/);
    assert.match(verdict('value: 152', 'value: 1 ; modality: forecast'), /different groups/);
    assert.match(
      verdict('value: 152 ; until: 2006', 'value: 1 ; from: 2007'),
      /the value changed .* explained/,
    );
    assert.match(
      verdict(
        'value: 9 ; modality: forecast ; saidBy: ann',
        'value: 1 ; modality: forecast ; saidBy: union',
      ),
      /different speakers/,
    );
  });

  it('tells of links, speakers, ranks and what is unknown', () => {
    const text = explain([
      undated('value: 152 ; saidBy: ann ; disputes: b#1 ; rank: preferred'),
      dated('value: 148'),
    ]);
    assert.equal(line(text, 'Links'), 'Links: A disputes B.');
    assert.match(line(text, 'Times'), /A undated; .*cannot be compared\.$/);
    assert.match(line(text, 'Voices'), /^Voices: A Ann Other; B b itself: different voices/);
    assert.equal(line(text, 'Rank'), 'Rank: preferred and normal');
    assert.match(line(text, 'Verdict'), /^Verdict: disputed \(hint\)\. /);
  });

  it('explains a fact to itself, and knows no others', () => {
    const sides = [dated('id: one ; value: 152')];
    assert.match(explain(sides, 'a#one', 'a#1'), /is one fact/);
    assert.match(explain(sides, 'a#one', 'a#onee'), /Did you mean one\?/);
    assert.match(explain(sides, 'a#one', 'c#one'), /There is no article c\./);
    assert.match(explain(sides, 'a#one', 'one'), /write ARTICLE#FACT/);
  });
});
