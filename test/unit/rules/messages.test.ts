import assert from 'node:assert/strict';
import type { Finding } from '../../../server/src/rules/finding.js';
import { dated, filesOf, undated, type Side } from './pairs.js';
import { checkFiles, root, uriOf, withFile, wordsAt, type Files } from './world.js';

/* Whole messages, as people read them: where the other side is, and what would settle it. */

function findingIn(name: string, code: string, files: Files): Finding {
  const found = checkFiles(files).find(
    (finding) => finding.uri === uriOf(name) && finding.code === code,
  );
  assert.ok(found, `no ${code} in ${name}`);
  return found;
}

function messageAtA(code: string, sides: readonly Side[]): string {
  return findingIn('a.facts.yaml', code, filesOf(sides)).message;
}

describe('messages', () => {
  it('value-conflict', () => {
    assert.equal(
      messageAtA('value-conflict', [
        dated('value: 152 ; place: england'),
        dated('value: 148 ; place: england'),
      ]),
      'Primary care trusts, count, England: 152 here (12 July 2010) but 148 in b (12 July 2010). ' +
        'They cannot both hold at one time. Correct one, mark one `rank: deprecated` with a reason, or give their times with `from` and `until`.',
    );
  });

  it('value-conflict of dates that differ', () => {
    assert.equal(
      messageAtA('value-conflict', [
        dated('value: 152'),
        { front: 'published: 2010-07-20', facts: ['value: 148'] },
      ]),
      'Primary care trusts, count: 152 here (12 July 2010) but 148 in b (20 July 2010). ' +
        'The dates are 8 days apart, and a value without `from` or `until` is taken to hold for a year. ' +
        'They cannot both hold at one time. Correct one, mark one `rank: deprecated` with a reason, or give their times with `from` and `until`.',
    );
  });

  it('self-conflict', () => {
    assert.equal(
      messageAtA('self-conflict', [dated('value: 303', 'id: after ; value: 152')]),
      'Primary care trusts, count: 303 here (12 July 2010) but 152 in `after` of this article (12 July 2010). ' +
        'If they are about different times or things, say so with `from`, `until` or a qualifier; if not, correct one.',
    );
  });

  it('undated-conflict', () => {
    assert.equal(
      messageAtA('undated-conflict', [undated('value: 303'), undated('value: 152')]),
      'Primary care trusts, count: 303 here (undated) but 152 in b (undated). Neither has a date, so they may contradict each other or not. ' +
        'To settle it add `asOf`, `from` or `until` to the fact, or `published` to the article.',
    );
  });

  it('undated-conflict where the other side lacks the date', () => {
    assert.match(
      messageAtA('undated-conflict', [dated('value: 303'), undated('value: 152')]),
      /The other has no date, so they may contradict each other or not\./,
    );
  });

  it('disputed', () => {
    assert.equal(
      messageAtA('disputed', [
        dated('value: 303 ; saidBy: union'),
        dated('value: 152 ; saidBy: [ministry, ann]'),
      ]),
      'Primary care trusts, count: 303 here (Health Union, 12 July 2010) but 152 in b (Ministry of Health and Ann Other, 12 July 2010). ' +
        'The sources disagree. Both may stay on record: `disputes` links them, `rank: preferred` says which one to follow.',
    );
  });

  it('disputed by a link, from both ends', () => {
    const sides = [
      dated('id: claim ; value: 303'),
      dated('value: 303 ; polarity: negative ; saidBy: union ; denies: a#claim'),
    ];
    assert.equal(
      messageAtA('disputed', sides),
      'This is contradicted by b: Primary care trusts, count: not 303 (Health Union, 12 July 2010). The two are linked, so both stay on record.',
    );
    assert.equal(
      findingIn('b.facts.yaml', 'disputed', filesOf(sides)).message,
      'This contradicts a: Primary care trusts, count: 303 (12 July 2010). The two are linked, so both stay on record.',
    );
  });

  it('a link is told from the end that states it, whatever else the other end denies', () => {
    const sides = [
      dated('id: claim ; value: 303 ; denies: other', 'id: other ; property: members ; value: 3'),
      dated('value: 152 ; disputes: a#claim'),
    ];
    assert.match(
      findingIn('b.facts.yaml', 'disputed', filesOf(sides)).message,
      /^This contradicts a:/,
    );
  });

  it('hedged-conflict', () => {
    assert.equal(
      messageAtA('hedged-conflict', [dated('value: about 40'), dated('value: 48')]),
      'Primary care trusts, count: about 40 here (12 July 2010) but 48 in b (12 July 2010). ' +
        'One of them is approximate or not certain, so they may not contradict each other. A more exact figure would settle it.',
    );
  });

  it('possible-conflict names what would decide it', () => {
    const sides = [undated('value: 303 ; until: 2006-10'), undated('value: 152 ; from: 2006-10')];
    assert.equal(
      messageAtA('possible-conflict', sides),
      'Primary care trusts, count: 303 here (until October 2006) but 152 in b (from October 2006). ' +
        'Whether both hold at one time cannot be decided. More exact dates would decide it.',
    );
    assert.match(
      messageAtA('possible-conflict', [
        undated('value: 152 ; asOf: 2009~'),
        undated('value: 151 ; asOf: 2010'),
      ]),
      /A more exact date here would decide it\.$/,
    );
  });

  it('unexplained-change', () => {
    assert.equal(
      messageAtA('unexplained-change', [
        undated('value: 303 ; asOf: 2005'),
        undated('value: 152 ; asOf: 2008'),
      ]),
      'Primary care trusts, count: 303 here (as of 2005) but 152 in b (as of 2008). ' +
        'The value changed between these times and nothing says why. An event under `events`, an `until` or `from`, or `supersedes` would explain it.',
    );
  });

  it('unit-mismatch', () => {
    assert.equal(
      messageAtA('unit-mismatch', [
        dated('property: cost ; value: £5bn'),
        dated('property: cost ; value: $5bn'),
      ]),
      'Primary care trusts, cost: £5bn here (12 July 2010) but $5bn in b (12 July 2010). ' +
        'These units cannot be converted into each other. Correct one, or give the two facts different properties.',
    );
  });

  it('a draft is named at the published side', () => {
    const files = filesOf([
      dated('value: 152'),
      { front: 'published: 2010-07-12\nstatus: draft', facts: ['value: 148'] },
    ]);
    assert.match(findingIn('a.facts.yaml', 'value-conflict', files).message, / `b` is a draft\.$/);
    assert.doesNotMatch(findingIn('b.facts.yaml', 'value-conflict', files).message, /draft/);
  });

  it('unknown-reference with a suggestion', () => {
    const files = filesOf([dated('subject: nhs-turst ; value: 3')]);
    const finding = findingIn('a.facts.yaml', 'unknown-reference', files);
    assert.equal(
      finding.message,
      'There is no organisation, person, place or document with the id `nhs-turst`. Did you mean `nhs-trust`?',
    );
    assert.equal(wordsAt(files, finding), 'nhs-turst');
  });

  it('unknown-reference to a fact', () => {
    const message = (reference: string): string =>
      messageAtA('unknown-reference', [
        dated(`id: count-after ; value: 3 ; supersedes: ${reference}`),
        dated('id: plan ; value: 3'),
      ]);
    assert.equal(
      message('count-aftr'),
      'No fact of this file has the id `count-aftr`. Did you mean `count-after`?',
    );
    assert.equal(
      message('xyz'),
      'No fact of this file has the id `xyz`. A fact of another article is written `ARTICLE#FACT`.',
    );
    assert.equal(
      message('b#plam'),
      'No fact of that article has the id `plam`. Did you mean `plan`?',
    );
    assert.equal(message('registr#x'), 'There is no article `registr`. Did you mean `register`?');
  });

  it('value-not-in-quote', () => {
    const files = withFile(
      filesOf([dated('value: 125 ; quote: all 152 trusts')]),
      'a.md',
      'So all 152 trusts stay.\n',
    );
    const finding = findingIn('a.facts.yaml', 'value-not-in-quote', files);
    assert.equal(
      finding.message,
      'The quoted words do not contain 125, as a figure or in words. Quote the words that state it, correct the value, or say with `derivedFrom` which facts it follows from.',
    );
    assert.equal(wordsAt(files, finding), '125');
  });

  it('value-not-in-quote where the scale is missing', () => {
    const files = withFile(
      filesOf([dated('property: population ; value: 1.5 ; quote: 1.5 million people')]),
      'a.md',
      'Here live 1.5 million people.\n',
    );
    assert.ok(
      checkFiles(files).some(
        ({ code }) => code === 'value-not-in-quote' || code === 'invalid-value',
      ),
    );
  });

  it('the other fact and its words are named with the finding', () => {
    const files = withFile(
      filesOf([dated('value: 152'), dated('value: 148 ; quote: the 148 trusts')]),
      'b.md',
      '---\npublished: 2010-07-12\n---\nSo the 148 trusts go.\n',
    );
    const { related } = findingIn('a.facts.yaml', 'value-conflict', files);
    assert.deepEqual(
      related.map(({ uri, span, message }) => [
        uri.slice(root.length + 1),
        files[uri.slice(root.length + 1)]?.slice(span.start, span.end),
        message,
      ]),
      [
        ['b.facts.yaml', '148', 'The other fact: 148 (12 July 2010)'],
        ['b.md', 'the 148 trusts', 'The words that state it.'],
      ],
    );
  });
});
