import assert from 'node:assert/strict';
import { checkFiles, told, uriOf, type Files } from './world.js';

/* Figures in articles, against the corpus. Better to miss ten than to find fault with one that is right. */

const none: readonly string[] = [];

const register = `organisations:
  pct: {name: Primary care trusts, aliases: [primary care trust, PCT, PCTs], kind: class, dissolved: 2013-03-31}
places:
  england: {name: England}
  essex: {name: Essex, partOf: england}
  london: {name: London, partOf: england}
`;

const record = `facts:
  - {subject: pct, property: count, value: 152, place: england}
  - {subject: pct, property: count, value: 5, place: essex}
`;

const dated = '---\npublished: 2010-07-12\n---\n';

/** An article with this text beside one that counts 152 trusts in England and five in Essex. */
function world(text: string, more: Files = {}): Files {
  return {
    'r.facts.yaml': register,
    'record.md': `---\npublished: 2010-03-01\n---\nWords.\n`,
    'record.facts.yaml': record,
    'a.md': `${dated}${text}\n`,
    ...more,
  };
}

describe('figure-disagrees', () => {
  const at = (text: string, more?: Files): readonly string[] =>
    told('figure-disagrees', world(text, more));

  for (const [text, words] of [
    ['So all 151 PCTs have to save money.', '151'],
    ["England's 151 primary care trusts have to save money.", '151'],
    ['England’s 151 primary care trusts have to save money.', '151'],
    ['Money is short, and the 151 PCTs have to save.', '151'],
    ['All of the 151 PCTs have to save.', '151'],
    ['So all 151 PCTs in England have to save.', '151'],
    ['So all four PCTs in Essex have to save.', 'four'],
    ["Essex's seven PCTs have to save.", 'seven'],
    ['## All 151 PCTs\n\nWords.', '151'],
    ['One in ten of the 151 PCTs is in debt.', '151'],
    ['It speaks for all 151 PCTs in England; is that correct?', '151'],
    ['There are now 151 PCTs in England with more than a million staff.', '151'],
  ] as const) {
    it(`speaks of “${text}”`, () => {
      assert.deepEqual(at(text), [`a.md: ${words}`]);
    });
  }

  it('speaks of figures of one size alone, to the last of them', () => {
    const hundred = { 'record.facts.yaml': record.replace('152', '100') };
    const spoken = ['59', '60', '61', '99', '100', '101', '159', '160', '161'].filter(
      (figure) => at(`So all ${figure} PCTs have to save.`, hundred).length > 0,
    );
    assert.deepEqual(spoken, ['60', '61', '99', '101', '159', '160']);
  });

  it('is silent where a count on record reaches to the figure, and speaks beyond', () => {
    for (const [value, silent, spoken] of [
      ['at least 150', '150', '149'],
      ['more than 150', '151', '150'],
      ['up to 160', '160', '161'],
      ['140..150', '140', '139'],
    ] as const) {
      const reaching = { 'record.facts.yaml': record.replace('152', value) };
      assert.deepEqual(at(`So all ${silent} PCTs have to save.`, reaching), [], value);
      assert.deepEqual(
        at(`So all ${spoken} PCTs have to save.`, reaching),
        [`a.md: ${spoken}`],
        value,
      );
    }
  });

  it('says where the other figure is', () => {
    const [finding] = checkFiles(world('So all 151 PCTs save.')).filter(
      ({ code }) => code === 'figure-disagrees',
    );
    assert.equal(
      finding?.message,
      'Primary care trusts: 151 here, but 152 in record (1 March 2010). If the text is right, record it as a fact with its time; otherwise correct it.',
    );
    assert.deepEqual(
      finding.related.map(({ uri }) => uri),
      [uriOf('record.facts.yaml')],
    );
  });

  describe('with an event', () => {
    const event = (fields: string): Files => ({
      'record.facts.yaml': `events: {mergers: {name: The mergers, type: merger, subject: pct, property: count, place: england, ${fields}}}\n`,
    });

    it('speaks where the figure after it is another', () => {
      assert.deepEqual(
        at('So all 151 PCTs save.', event('before: 303, after: 152, date: 2006-10-01')),
        ['a.md: 151'],
      );
    });

    for (const [name, text, fields] of [
      ['the figure after it', 'So all 152 PCTs save.', 'after: 152, date: 2006-10-01'],
      [
        'an event that was planned',
        'So all 151 PCTs save.',
        'after: 152, date: 2006-10-01, modality: planned',
      ],
      ['an event yet to come', 'So all 151 PCTs save.', 'after: 152, date: 2011-10-01'],
      ['an event without a date', 'So all 151 PCTs save.', 'after: 152'],
      ['a part', 'So all 151 PCTs save.', 'after: 10, date: 2006-10-01'],
    ] as const) {
      it(`is silent on ${name}`, () => {
        assert.deepEqual(at(text, event(fields)), none);
      });
    }
  });

  describe('is silent on', () => {
    for (const text of [
      // the same
      'So all 152 PCTs have to save.',
      "England's 152 primary care trusts have to save.",
      // a part
      'There are 10 PCTs in Greater Manchester.',
      'There are eight standalone PCTs.',
      'So six PCTs have to save.',
      'The board and its 17 PCTs have to save.',
      'The three Birmingham PCTs have to save.',
      'So all five PCTs in Essex have to save.',
      'The board closed 140 PCTs.',
      'The biggest 120 PCTs have to save.',
      'The other 151 PCTs have to save.',
      'The 140 poorest PCTs have to save.',
      'The remaining 140 PCTs have to save.',
      'London’s 31 PCTs have to save.',
      'So all 130 PCTs outside London have to save.',
      'So all 130 PCTs in the north have to save.',
      'The 140 PCTs that are in debt have to save.',
      'The 140 PCTs with debts have to save.',
      'The 140 PCTs facing debts have to save.',
      'The 140 PCTs surveyed have to save.',
      'We asked the 140 PCTs in our sample.',
      'Most of the 140 PCTs that replied are in debt.',
      'The 140 PCTs and 12 care trusts have to save.',
      'All but 12 of the 140 PCTs we asked are in debt.',
      // another time
      'There were 303 PCTs before 2006.',
      'Before the mergers, all 140 PCTs were small.',
      'Their number will be cut to 151 PCTs.',
      'Soon the 151 PCTs will be gone.',
      'The plan would leave England’s 140 PCTs as they are.',
      'In 2006 all 140 PCTs had chairs.',
      'All 140 PCTs created in 2006 have to save.',
      'If all 140 PCTs save, so can you.',
      // approximate
      'So all of the nearly 150 PCTs have to save.',
      'The roughly 150 PCTs have to save.',
      'The 140-odd PCTs have to save.',
      'The 140 or so PCTs have to save.',
      'So about 140 PCTs have to save.',
      'The more than 100 PCTs have to save.',
      'The 100 to 140 PCTs have to save.',
      // whose they are, or which, was said elsewhere
      'The two PCTs have to save.',
      'All three PCTs have to save.',
      'This alliance is the 151 PCTs.',
      'Are these the 151 PCTs?',
      'So there are, I think, 151 PCTs in England.',
      'There are 151 PCTs in England that run hospitals.',
      'Thanks to the 151 PCTs, who voted for it, it passed.',
      'Thanks to the 151 PCTs already chosen.',
      'In 2004 there were\n\nboards in all 151 PCTs.',
      'It went to all 151 PCTs\n\nthat run hospitals.',
      'By July 2004 there were\n\nBoards in all 151 PCTs.',
      // no count at all
      'The top 151 PCTs have to save.',
      'The FTSE 151 PCTs have to save.',
      'All 151 PCTs a year have to save.',
      'The 151 PCTs group has to save.',
      'The 151 PCT managers have to save.',
      'The 151 PCT chairs have to save.',
      'The 151 trusts have to save.',
      'So all £151m PCTs owe is lost.',
      'So all 95% PCTs owe is lost.',
      '```\nall 151 PCTs\n```',
    ]) {
      it(`“${text}”`, () => {
        assert.deepEqual(at(text), none);
      });
    }

    const text = 'So all 151 PCTs have to save.';
    for (const [name, more] of [
      [
        'a figure that a fact of the article quotes',
        {
          'a.facts.yaml':
            'facts: [{subject: pct, property: count, value: 151, place: london, quote: all 151 PCTs}]\n',
        },
      ],
      [
        'a figure whose words a fact of the article quotes: that fact is compared instead',
        {
          'a.facts.yaml':
            'facts: [{subject: pct, property: count, value: 151, asOf: 2010-06, quote: all 151 PCTs}]\n',
        },
      ],
      ['an article without a date', { 'a.md': `${text}\n` }],
      ['an article of another time', { 'a.md': `---\npublished: 2004\n---\n${text}\n` }],
      [
        'a figure that another article bears out',
        {
          'b.facts.yaml':
            'article: {published: 2010-05}\nfacts: [{subject: pct, property: count, value: 151, place: england}]\n',
        },
      ],
      [
        'a figure that somebody plans',
        {
          'b.facts.yaml':
            'article: {published: 2010-05}\nfacts: [{subject: pct, property: count, value: 151, place: england, modality: planned}]\n',
        },
      ],
      [
        'a record that is approximate',
        {
          'record.facts.yaml': record.replace('152', 'about 150'),
        },
      ],
      [
        'a record that is a plan',
        {
          'record.facts.yaml': record.replace('value: 152', 'value: 152, modality: planned'),
        },
      ],
      [
        'a record that is not certain',
        {
          'record.facts.yaml': record.replace('value: 152', 'value: 152, certainty: possible'),
        },
      ],
      [
        'a record that is deprecated',
        {
          'record.facts.yaml': record.replace('152', '152, rank: deprecated, reason: Misprint.'),
        },
      ],
      [
        'a record of some of them',
        {
          'record.facts.yaml': record.replace(
            'value: 152',
            'value: 152, qualifiers: {kind: urban}',
          ),
        },
      ],
      [
        'a record that is a draft',
        {
          'record.md': '---\npublished: 2010-03-01\nstatus: draft\n---\nWords.\n',
        },
      ],
      [
        'a record whose time has ended',
        {
          'record.facts.yaml': record.replace('152', '152, until: 2010-06'),
        },
      ],
      [
        'a record of a place of which nobody knows whether it is the whole',
        {
          'r.facts.yaml': register.replaceAll(', partOf: england', ''),
          'record.facts.yaml':
            'facts: [{subject: pct, property: count, value: 152, place: essex}]\n',
        },
      ],
    ] as const) {
      it(name, () => {
        assert.deepEqual(at(text, more), none);
      });
    }
  });
});

describe('figure-unrecorded', () => {
  const sidecar = (facts: string): Files => ({ 'a.facts.yaml': `facts: [${facts}]\n` });
  const at = (text: string, more: Files): readonly string[] =>
    told('figure-unrecorded', world(text, more));

  it('speaks of a figure that no fact records', () => {
    assert.deepEqual(at('So six PCTs save, and all 152 PCTs know it.', sidecar('')), [
      'a.md: six',
      'a.md: 152',
    ]);
  });

  it('speaks of one where one is counted', () => {
    assert.deepEqual(at('So only one PCT saves, and two merge into one PCT.', sidecar('')), [
      'a.md: one',
      'a.md: one',
    ]);
  });

  it('speaks of the one that is left', () => {
    const fact = '{subject: pct, property: count, value: 6, place: london, quote: six PCTs}';
    assert.deepEqual(at('So six PCTs save, and all 152 PCTs know it.', sidecar(fact)), [
      'a.md: 152',
    ]);
  });

  for (const [name, text, more] of [
    ['an article without a sidecar', 'So six PCTs save.', {}],
    [
      'a figure that is quoted',
      'So six PCTs save.',
      sidecar('{subject: pct, property: plan, value: They save, quote: six PCTs save}'),
    ],
    [
      'a figure in the headline that is recorded from the text',
      '# Six PCTs save\n\nSo six PCTs save.',
      sidecar('{subject: pct, property: count, value: 6, place: london, quote: So six PCTs}'),
    ],
    ['a figure of what belongs to it', 'So six PCT chairs left.', sidecar('')],
    ['a figure about something unknown', 'So six owls save.', sidecar('')],
    ['a date', 'In 2010 PCTs save.', sidecar('')],
    ['a name without a figure', 'So PCTs save.', sidecar('')],
    ['a figure far from the name', 'Six chairs left. PCTs save.', sidecar('')],
    ['a list item', '1. PCTs save.\n2. PCTs spend.', sidecar('')],
    ['an address', 'See https://example.org/152 PCTs.', sidecar('')],
    ['a rate', 'It sees six PCTs a month.', sidecar('')],
    ['a ranking', 'The top 50 PCTs save. Top 50 PCTs do.', sidecar('')],
    ['another measure', 'So 9 hectares of PCTs are sold for £5m of PCTs.', sidecar('')],
    ['a rate the other way about', 'It is one board for every 15 PCTs.', sidecar('')],
    ['a name with a number in it', 'The FTSE 100 PCTs and the Fortune 500 PCTs save.', sidecar('')],
    ['a number written as a name', 'So the Six PCTs cup was won.', sidecar('')],
    ['a modifier', 'So it was a four PCTs plan, on a four PCTs basis.', sidecar('')],
    ['money for a body', 'So £10 million for PCTs is spent.', sidecar('')],
    [
      'one, as an article',
      'So they stand as one PCT, and one PCT after another saves.',
      sidecar(''),
    ],
  ] as const) {
    it(`is silent on ${name}`, () => {
      assert.deepEqual(at(text, more), none);
    });
  }
});
