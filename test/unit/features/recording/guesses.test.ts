import assert from 'node:assert/strict';
import type { NewFact } from '../../../../server/src/features/recording/factKeys.js';
import { select } from './proposing.js';

function guessed(words: string): NewFact {
  return select(words).proposal.fact ?? assert.fail('no fact');
}

/** `jane-doe`, `anonymous as a spokesman`, or nothing for the article itself. */
function speaker(words: string): string {
  const { saidBy, saidAs } = guessed(words).speaker;
  return [saidBy.join(' + '), ...(saidAs === undefined ? [] : [saidAs])].join(' as ');
}

describe('who is credited', () => {
  const cases: Readonly<Record<string, string>> = {
    // named, with the words that credit
    'Jane Doe said that [152 care trusts] were left.': 'jane-doe',
    'Jane Doe, head of the Union, has said that [152 care trusts] were left.': 'jane-doe',
    'The Union announced that [152 care trusts] would close.': 'union',
    'There are [152 care trusts], according to the ministry.': 'ministry',
    'According to Jane Doe, there are [152 care trusts].': 'jane-doe',
    'There are [152 care trusts], said Jane Doe, a nurse.': 'jane-doe',
    '“There are [152 care trusts],” said Dr Doe.': 'jane-doe',
    'Its chair, Jane Doe, said that [152 care trusts] were left.': 'jane-doe',
    'In Mr Roe’s view, [152 care trusts] are enough.': 'john-roe',
    'Jane Doe, the chair, and Mr Roe have both pledged to keep [152 care trusts].':
      'jane-doe + john-roe',
    'Jane Doe spoke for the Union. There were [152 care trusts], she said.': 'jane-doe',
    'It was confirmed by the ministry that [152 care trusts] close.': 'ministry',
    'Mr Roe denied that [152 care trusts] would close.': 'john-roe',
    // somebody without a name
    'A spokesman for the Union said that [152 care trusts] were left.':
      'anonymous as a spokesman for the Union',
    'Sources said that [152 care trusts] were left.': 'anonymous as sources',
    'There are [152 care trusts], according to several senior officials.':
      'anonymous as several senior officials',
    // look-alikes: a name that does not speak
    'Jane Doe visited [152 care trusts].': '',
    'Jane Doe was told of [152 care trusts].': '',
    'The report by Jane Doe said that there were [152 care trusts].': '',
    'The report said that there were [152 care trusts].': '',
    'The figures say that there are [152 care trusts].': '',
    'Jane Doe’s deputy said that there were [152 care trusts].': '',
    'A letter to Jane Doe said that there were [152 care trusts].': '',
    'Jane Doe did not say that [152 care trusts] would go.': '',
    'There were [152 care trusts], Ann Smith said.': '',
    'According to a report on the Union, there were [152 care trusts].': '',
    'There are [152 care trusts]. Jane Doe said nothing.': '',
    'Care trusts expected that [152 care trusts] would close.': '',
    // the article's publisher is the article's own voice
    'The Herald reports that there are [152 care trusts], according to The Herald.': '',
    // two who speak: not for a program to say
    'Jane Doe said 151 and Mr Roe said [152 care trusts].': '',
    'Jane Doe said: “Mr Roe said ‘there are [152 care trusts]’.”': '',
    'Jane Doe and the Union met. He said there were [152 care trusts].': 'jane-doe',
    'Jane Doe and Mr Roe met. He said there were [152 care trusts].': '',
    'The Union said so. She said there were [152 care trusts].': '',
  };
  for (const [words, expected] of Object.entries(cases)) {
    it(words, () => {
      assert.equal(speaker(words), expected);
    });
  }

  it('of several none is guessed, but all are offered', () => {
    const { proposal } = select('Jane Doe said 151 and Mr Roe said [152 care trusts].');
    assert.deepEqual(
      proposal.speakers.map(({ value }) => value.saidBy.join()),
      ['', 'jane-doe', 'john-roe'],
    );
    assert.match(proposal.speakers[0]?.why ?? '', /several/);
  });
});

describe('how it is stated', () => {
  const cases: Readonly<Record<string, string>> = {
    'There are [152 care trusts].': 'asserted',
    'There will be [152 care trusts].': 'planned',
    'The ministry plans to keep [152 care trusts].': 'planned',
    'The ministry is to close [152 care trusts].': 'planned',
    'A cut to [152 care trusts] has been proposed.': 'proposed',
    'There could be [152 care trusts].': 'hypothetical',
    'The plans could leave [152 care trusts].': 'hypothetical',
    'The ministry must keep [152 care trusts].': 'required',
    'The ministry pledged to keep [152 care trusts].': 'pledged',
    'The ministry expects [152 care trusts].': 'forecast',
    'The Union wants to keep [152 care trusts].': 'desired',
    'Ideally it would want [152 care trusts].': 'desired',
    // what there was, or is, before the change
    'The number of care trusts will fall from [303] to 152.': 'asserted',
    'The number of care trusts will fall from 303 to [152].': 'planned',
    'A merger would join the existing [five care trusts].': 'asserted',
    'There could be less work for all [152 care trusts].': 'asserted',
    // look-alikes
    'In May there were [152 care trusts].': 'asserted',
    'By the will of the ministry there are [152 care trusts].': 'asserted',
    'As plan B, there are [152 care trusts].': 'asserted',
    'There are [152 care trusts], but there will be 40.': 'asserted',
    'The plan came later; there were [152 care trusts].': 'asserted',
  };
  for (const [words, expected] of Object.entries(cases)) {
    it(words, () => {
      assert.equal(guessed(words).modality, expected);
    });
  }

  it('is a forecast where its time lies ahead and nothing else is said', () => {
    const { proposal } = select('In 2015 there are [152 care trusts].');
    assert.deepEqual(
      [proposal.fact?.modality, proposal.fact?.time],
      ['forecast', { asOf: '2015' }],
    );
  });
});

describe('a denial', () => {
  const asked: Readonly<Record<string, string | undefined>> = {
    'Mr Roe denied that [152 care trusts] would close.': 'denied',
    'There are not [152 care trusts].': 'not',
    'There were never [152 care trusts].': 'never',
    'It isn’t so that [152 care trusts] close.': 'n’t',
    'The Union dismissed talk of [152 care trusts].': 'dismissed',
    'No [152 care trusts] exist.': 'No',
    // look-alikes
    'There are no more than [152 care trusts].': undefined,
    'There are not only [152 care trusts].': undefined,
    'There is no doubt about [152 care trusts].': undefined,
    'There are [152 care trusts], but not one closed.': undefined,
    'There are [152 care trusts] in note 4.': undefined,
  };
  for (const [words, expected] of Object.entries(asked)) {
    it(`${expected === undefined ? 'is not asked about' : 'is asked about'}: ${words}`, () => {
      const { proposal } = select(words);
      assert.equal(proposal.denial, expected);
      assert.equal(proposal.fact?.isNegative, false);
    });
  }
});

describe('when it held', () => {
  const cases: Readonly<Record<string, object>> = {
    'There are [152 care trusts].': {},
    'In May 2009 there were [152 care trusts].': { asOf: '2009-05' },
    'Since October 2006 there have been [152 care trusts].': { from: '2006-10' },
    'Until 2006 there were [303 care trusts].': { until: '2006' },
    'From 2002 to 2006 there were [303 care trusts].': { from: '2002', until: '2006' },
    'Between 2002 and 2006 there were [303 care trusts].': { from: '2002', until: '2006' },
    'Costs of [152 care trusts] must fall by 2013/14.': { asOf: '2013/14' },
    // look-alikes: two dates that make no period, a date of something else
    'In 2006 and in 2009 there were [152 care trusts].': {},
    'There were [152 care trusts], which in 2012 will merge.': { asOf: '2012' },
    'There are [152 care trusts]. In 2006 there were more.': {},
    'There were [152 care trusts] in May.': {},
  };
  for (const [words, expected] of Object.entries(cases)) {
    it(words, () => {
      assert.deepEqual(guessed(words).time, expected);
    });
  }
});

describe('where', () => {
  const cases: Readonly<Record<string, string | null>> = {
    'There are [152 care trusts] in Kent.': 'kent',
    'Kent’s [152 care trusts] met.': 'kent',
    'In Kent there are [152 care trusts].': 'kent',
    'There are [152 care trusts in Kent], and more in Surrey.': 'kent',
    'Kent’s [152 care trusts] met in Surrey.': 'kent',
    'There are [152 care trusts].': null,
    'From Kent to Surrey there are [152 care trusts].': null,
    'There are [152 care trusts]. Kent has more.': null,
  };
  for (const [words, expected] of Object.entries(cases)) {
    it(words, () => {
      assert.equal(guessed(words).place, expected);
    });
  }

  it('is not asked of what has no places', () => {
    const { proposal } = select('In Kent the [staff costs fell by 30%] at care trusts.');
    assert.deepEqual(proposal.places, []);
    assert.equal(proposal.fact?.place, null);
  });
});

describe('what is stated of what', () => {
  const cases: Readonly<Record<string, readonly [string, string, string]>> = {
    'There are [152 care trusts].': ['trust', 'count', '152'],
    'There are [about forty care trusts].': ['trust', 'count', 'about forty'],
    'Care trusts will fall [from 303 to 152].': ['trust', 'count', '303'],
    'Staff costs of the Union [fell by 30%].': ['union', 'staff-cut', '30%'],
    'The Union [moved to Kent].': ['union', 'status', 'moved to Kent'],
    'Jane Doe said that the Union [has 12 offices].': ['union', 'status', 'has 12 offices'],
    'The care trusts have [a quarter] of it.': ['trust', 'status', 'a quarter'],
  };
  for (const [words, expected] of Object.entries(cases)) {
    it(words, () => {
      const { subject, property, value } = guessed(words);
      assert.deepEqual([subject, property, value], expected);
    });
  }

  it('is nothing where nobody is defined', () => {
    const { proposal } = select('There were [152 of them].');
    assert.deepEqual([proposal.subjects, proposal.fact], [[], undefined]);
  });
});
