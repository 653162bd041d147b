import assert from 'node:assert/strict';
import { dateInBrief, figureInBrief } from '../../../server/src/values/briefly.js';
import { readDate } from '../../../server/src/values/date.js';
import { canonicalUnit } from '../../../server/src/values/quantity.js';
import { readValue, type PropertyType } from '../../../server/src/values/value.js';

function figure(
  text: string,
  type: PropertyType = 'quantity',
  unit: string | null = null,
): string | null {
  const reading = readValue(text, type, unit);
  assert.ok(reading.kind === 'value' && reading.value.kind === 'quantity', text);
  const expected = unit === null ? null : canonicalUnit(unit);
  return figureInBrief(reading.value.quantity, text, expected);
}

function date(text: string): string | null {
  const reading = readDate(text);
  assert.ok(reading.kind === 'date', text);
  return dateInBrief(reading.date);
}

describe('what a figure was read as, in brief', () => {
  for (const [text, type, unit, expected] of [
    ['~40', 'quantity', 'organisation', '35–45'],
    ['about 40 people', 'quantity', 'organisation', '35–45 people'],
    ['£5bn', 'money', null, '4.5–5.5 bn GBP'],
    ['about half', 'percentage', null, '45–55 %'],
    ['half', 'percentage', null, '50 %'],
    ['~70%', 'percentage', null, '65–75 %'],
    ['2.6 million', 'quantity', null, '2.55–2.65 m'],
    ['five', 'quantity', null, '5'],
    ['at least six', 'quantity', null, '≥ 6'],
    ['more than a dozen', 'quantity', null, '> 12'],
    ['fewer than a dozen', 'quantity', null, '< 12'],
    ['up to a dozen', 'quantity', null, '≤ 12'],
    ['nearly 40', 'quantity', null, '35–40'],
    ['about 3 years', 'duration', null, '2.5–3.5 years'],
  ] as const) {
    it(`${text}: ${expected}`, () => {
      assert.equal(figure(text, type, unit), expected);
    });
  }

  for (const [text, type] of [
    ['152', 'quantity'],
    ['5,000', 'quantity'],
    ['500..600', 'quantity'],
    ['between 500 and 600', 'quantity'],
    ['>=6', 'quantity'],
    ['fewer than 100', 'quantity'],
    ['30%', 'percentage'],
    ['£949m', 'money'],
    ['3 years', 'duration'],
    ['P3Y', 'duration'],
    ['-5', 'quantity'],
  ] as const) {
    it(`${text}: nothing that it does not say itself`, () => {
      assert.equal(figure(text, type), null);
    });
  }
});

describe('what a date was read as, in brief', () => {
  for (const [text, expected] of [
    ['2010-11', 'November 2010'],
    ['2013/14', '1 Apr 2013 – 31 Mar 2014'],
    ['FY2013-14', '1 Apr 2013 – 31 Mar 2014'],
    ['2009~', 'about 2009 (2008–2010)'],
    ['2010-05?', 'possibly May 2010 (1 Apr 2010 – 30 Jun 2010)'],
    ['201X', 'the 2010s'],
    ['2010-22', 'summer 2010'],
    ['../2005-05-30', 'until 30 May 2005'],
    ['/2013', 'from an unknown date until 2013'],
    ['2005-10~/2005-12~', 'about October 2005 to about December 2005'],
  ] as const) {
    it(`${text}: ${expected}`, () => {
      assert.equal(date(text), expected);
    });
  }

  for (const text of ['2010', '2006-05-30', '2008/2010', '2006-05-30/2006-06-02']) {
    it(`${text}: nothing that it does not say itself`, () => {
      assert.equal(date(text), null);
    });
  }

  it('keeps to the calendar before the first year', () => {
    assert.doesNotThrow(() => date('-0001~'));
  });
});
