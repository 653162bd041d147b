import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { calendarDay } from '../../../server/src/values/calendar.js';
import {
  dayNumber,
  describeDate,
  looksLikeFinancialYear,
  readDate,
  type DateRange,
} from '../../../server/src/values/date.js';

function date(source: string): DateRange {
  const reading = readDate(source);
  assert.equal(
    reading.kind,
    'date',
    `${source}: ${reading.kind === 'problem' ? reading.message : ''}`,
  );
  return reading.date;
}

function isoDay(days: number): string {
  return Number.isFinite(days) ? new Date(days * 86_400_000).toISOString().slice(0, 10) : '…';
}

/** First day, day after the last, and the words for it. */
const DATES: readonly (readonly [string, string, string, string])[] = [
  ['2006', '2006-01-01', '2007-01-01', '2006'],
  ['2006-05', '2006-05-01', '2006-06-01', 'May 2006'],
  ['2006-05-30', '2006-05-30', '2006-05-31', '30 May 2006'],
  ['2008-02-29', '2008-02-29', '2008-03-01', '29 February 2008'],
  ['2001-21', '2001-03-01', '2001-06-01', 'spring 2001'],
  ['2001-24', '2001-12-01', '2002-03-01', 'winter 2001'],
  ['201X', '2010-01-01', '2020-01-01', 'the 2010s'],
  ['19XX', '1900-01-01', '2000-01-01', 'the 1900s'],
  ['2004-XX', '2004-01-01', '2005-01-01', '2004'],
  ['2004-06-XX', '2004-06-01', '2004-07-01', 'June 2004'],
  ['2009~', '2008-01-01', '2011-01-01', 'about 2009'],
  ['2009?', '2008-01-01', '2011-01-01', 'possibly 2009'],
  ['2006-12%', '2006-11-01', '2007-02-01', 'possibly about December 2006'],
  ['2006-05-30~', '2006-05-29', '2006-06-01', 'about 30 May 2006'],
  ['2001-21~', '2000-12-01', '2001-09-01', 'about spring 2001'],
  ['2006-05-30T23:30:00+01:00', '2006-05-30', '2006-05-31', '30 May 2006'],
  ['2008/2010', '2008-01-01', '2011-01-01', '2008 to 2010'],
  ['2013/2014', '2013-01-01', '2015-01-01', '2013 to 2014'],
  ['../2013', '…', '2014-01-01', 'until 2013'],
  ['2006-10/..', '2006-10-01', '…', 'from October 2006'],
  ['2010-09~/2010-10~', '2010-08-01', '2010-12-01', 'about September 2010 to about October 2010'],
  ['2013/14', '2013-04-01', '2014-04-01', '2013/14'],
  ['FY2013-14', '2013-04-01', '2014-04-01', '2013/14'],
  ['FY2013/14', '2013-04-01', '2014-04-01', '2013/14'],
  ['1999/00', '1999-04-01', '2000-04-01', '1999/00'],
  ['2010-11', '2010-11-01', '2010-12-01', 'November 2010'],
];

const PROBLEMS: readonly (readonly [string, RegExp])[] = [
  ['30/05/2006', /2006-05-30/],
  ['May 2006', /2006-05\b/],
  ['30 May 2006', /2006-05-30/],
  ['May 30, 2006', /2006-05-30/],
  ['circa 2009', /2009~/],
  ['Spring 2006', /2006-21/],
  ['2006/5', /2006-05/],
  ['2006-13', /12 months/],
  ['2006-02-30', /February 2006 has 28 days/],
  ['2013/15', /2013\/14.*2013\/2015/],
  ['2010/2008', /backwards/],
  ['/', /no date/],
  ['', /empty/],
  ['tomorrow', /not a date/],
  ['__proto__', /not a date/],
  ['9'.repeat(100_000), /not a date|too long/],
  ['('.repeat(64), /not a date/],
];

describe('readDate', () => {
  for (const [source, start, end, words] of DATES) {
    it(`reads ${source}`, () => {
      const read = date(source);
      assert.deepEqual([isoDay(read.start), isoDay(read.end)], [start, end]);
      assert.equal(describeDate(read), words);
    });
  }

  for (const [source, message] of PROBLEMS) {
    it(`explains ${source.slice(0, 20) || 'nothing'}`, () => {
      const reading = readDate(source);
      assert.match(reading.kind === 'problem' ? reading.message : 'a date', message);
    });
  }

  it('tells an unknown start from an open one', () => {
    assert.ok(date('/2013').unknownStart);
    assert.ok(!date('../2013').unknownStart);
    assert.ok(date('2013/').unknownEnd);
    assert.ok(!date('2013/..').unknownEnd);
  });

  it('reads years of more than four digits and before year 1', () => {
    assert.equal(date('Y17000').start, dayNumber(17000, 1, 1));
    assert.equal(describeDate(date('-0005')), '6 BC');
  });

  it('gives one financial year for its two spellings', () => {
    const [a, b, c] = [date('2013/14'), date('FY2013-14'), date('2013-04-01/2014-03-31')];
    assert.deepEqual([a.start, a.end], [b.start, b.end]);
    assert.deepEqual([a.start, a.end], [c.start, c.end]);
  });

  it('starts the financial year where the setting says', () => {
    const reading = readDate('2013/14', { financialYearStart: '08-01' });
    assert.equal(reading.kind === 'date' && isoDay(reading.date.start), '2013-08-01');
    const wrong = readDate('2013/14', { financialYearStart: '13-99' });
    assert.equal(wrong.kind === 'date' && isoDay(wrong.date.start), '2013-04-01');
  });

  it('never throws, and a date never ends before it starts', function () {
    this.timeout(20_000);
    const pieces = fc
      .array(fc.constantFrom('2006', '05', '30', '-', '/', '..', '~', '?', 'X', 'T', 'FY', ' '), {
        maxLength: 10,
      })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), pieces), (source) => {
        const reading = readDate(source);
        if (reading.kind === 'date') {
          assert.ok(reading.date.start < reading.date.end);
          assert.notEqual(describeDate(reading.date), '');
        }
      }),
    );
  });
});

describe('looksLikeFinancialYear', () => {
  it('is true of a month whose number follows the year', () => {
    assert.ok(looksLikeFinancialYear('2010-11'));
    assert.ok(!looksLikeFinancialYear('2010-12'));
    assert.ok(!looksLikeFinancialYear('2013/14'));
  });
});

describe('dayNumber', () => {
  it('agrees with the calendar of the language, both ways', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), (days) => {
        const day = new Date(days * 86_400_000);
        const [year, month, date] = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()];
        assert.equal(dayNumber(year, month, date), days);
        assert.deepEqual(calendarDay(days), { year, month, day: date });
      }),
    );
  });
});
