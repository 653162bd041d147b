import assert from 'node:assert/strict';
import type { Files } from '../rules/world.js';
import { assertFix, LIMIT, offersFor, titles } from './fixing.js';

const register = `# who and where
organisations:
  pct: {name: Primary care trusts}
places:
  england: {name: England}
`;

function article(published: string): string {
  return `---\npublished: ${published}\n---\nWords.\n`;
}

/** Two articles of one summer that disagree. Comments and an odd style are there to be kept. */
const conflict: Files = {
  'register.facts.yaml': register,
  'a.md': article('2010-07-12'),
  'a.facts.yaml': `# the first
facts:
  - id: trusts   # three spaces
    subject: pct
    property: count
    value: 152   # as written
    place: england
    # why it is so
    note: kept
`,
  'b.md': article('2010-07-20'),
  'b.facts.yaml': `facts: # in flow
  - {id: here, subject: pct, property: count, value: 148, place: england} # end
  # tail
`,
};

/** A value that changes, four years apart. */
const change: Files = {
  ...conflict,
  'a.md': article('2006-05-30'),
};

describe('fixes of a conflict', function () {
  this.timeout(LIMIT);

  const inBlock = { in: 'a.facts.yaml', code: 'value-conflict' } as const;
  const inFlow = { in: 'b.facts.yaml', code: 'value-conflict' } as const;
  const line = '    place: england\n';
  const end = 'place: england} # end';

  it('says until when the earlier fact held', () => {
    assertFix(conflict, {
      ...inBlock,
      title: 'Say until when this held (until: 19 July 2010)',
      from: line,
      to: `${line}    until: 2010-07-19\n`,
    });
  });

  it('says since when the later fact held, in flow style', () => {
    assertFix(conflict, {
      ...inFlow,
      title: 'Say since when this held (from: 20 July 2010)',
      from: end,
      to: 'place: england, from: 2010-07-20} # end',
    });
  });

  it('prefers one of the two', () => {
    assertFix(conflict, {
      ...inBlock,
      title: 'Prefer this to b',
      from: line,
      to: `${line}    rank: preferred\n`,
      staysHint: true,
    });
    assertFix(conflict, {
      ...inFlow,
      title: 'Prefer this to a',
      from: end,
      to: 'place: england, rank: preferred} # end',
      staysHint: true,
    });
  });

  it('replaces a rank that is written out', () => {
    const files = {
      ...conflict,
      'b.facts.yaml': `facts:\n  - {rank: 'normal', subject: pct, property: count, value: 148, place: england}\n`,
    };
    assertFix(files, {
      ...inFlow,
      title: 'Prefer this to a',
      from: `'normal'`,
      to: `preferred`,
      staysHint: true,
    });
  });

  it('deprecates with a reason to be stated', () => {
    assertFix(conflict, {
      ...inBlock,
      title: 'Deprecate this with a reason',
      from: line,
      to: `${line}    rank: deprecated\n    reason: state the reason\n`,
    });
    assertFix(conflict, {
      ...inFlow,
      title: 'Deprecate this with a reason',
      from: end,
      to: 'place: england, rank: deprecated, reason: state the reason} # end',
    });
  });

  it('links the two as disputed', () => {
    assertFix(conflict, {
      ...inBlock,
      title: 'Say that this disputes b',
      from: line,
      to: `${line}    disputes: b#here\n`,
    });
  });

  it('adds to a list of links, and makes one of a single link', () => {
    for (const [written, wanted] of [
      ['disputes: [other]', 'disputes: [other, b#here]'],
      ['disputes: other', 'disputes: [other, b#here]'],
      ['disputes:\n      - other # c', 'disputes:\n      - other # c\n      - b#here'],
      ['disputes: []', 'disputes: [b#here]'],
      ['disputes:', 'disputes: b#here'],
    ] as const) {
      const other = '  - {id: other, subject: pct, property: count, value: 7, place: london}\n';
      const a = `${conflict['a.facts.yaml'] ?? ''}    ${written}\n${other}`;
      const files = {
        ...conflict,
        'register.facts.yaml': `${register}  london: {name: London}\n`,
        'a.facts.yaml': a,
      };
      assertFix(files, {
        ...inBlock,
        title: 'Say that this disputes b',
        from: `    ${written}\n  - {id: other`,
        to: `    ${wanted}\n  - {id: other`,
      });
    }
  });

  it('acknowledges with a reason to be stated', () => {
    assertFix(conflict, {
      ...inBlock,
      title: 'Acknowledge value-conflict with a reason',
      from: line,
      to: `${line}    acknowledged: [{ code: value-conflict, with: b#here, reason: state the reason }]\n`,
      staysHint: true,
    });
    assertFix(conflict, {
      ...inFlow,
      title: 'Acknowledge value-conflict with a reason',
      from: end,
      to: 'place: england, acknowledged: [{code: value-conflict, with: a#trusts, reason: state the reason}]} # end',
      staysHint: true,
    });
  });

  it('names a fact without an id by its number', () => {
    const a = (conflict['a.facts.yaml'] ?? '').replace('id: trusts   # three spaces\n    ', '');
    assertFix(
      { ...conflict, 'a.facts.yaml': a },
      {
        ...inFlow,
        title: 'Say that this disputes a',
        from: end,
        to: 'place: england, disputes: a#1} # end',
      },
    );
  });

  it('does not offer again what is there', () => {
    const a = `${conflict['a.facts.yaml'] ?? ''}    rank: preferred\n    until: 2011\n`;
    const offered = titles(
      offersFor({ ...conflict, 'a.facts.yaml': a }, 'a.facts.yaml', 'value-conflict'),
    );
    assert.ok(offered.length > 0);
    assert.ok(!offered.some((title) => /^Prefer|until when/.test(title)), offered.join(' | '));
  });
});

describe('fixes of a conflict within one article', function () {
  this.timeout(LIMIT);

  const files: Files = {
    'register.facts.yaml': register,
    'a.md': article('2006-05-30'),
    'a.facts.yaml': `facts:
    -   id: before
        subject: pct
        property: count
        value: 303
        quote: >-
          from 303
          to 152
    -   id: after
        subject: pct
        property: count
        value: 152
`,
  };

  it('offers a start and an end, at the article’s date where none is clear', () => {
    assertFix(files, {
      in: 'a.facts.yaml',
      code: 'self-conflict',
      title: 'Say until when this held (until: 30 May 2006)',
      from: '        value: 303\n',
      to: '        value: 303\n        until: 2006-05-30\n',
    });
  });

  it('adds below a folded quote without touching it', () => {
    assertFix(files, {
      in: 'a.facts.yaml',
      code: 'self-conflict',
      title: 'Say that this disputes `before` of this article',
      from: '        value: 152\n',
      to: '        value: 152\n        disputes: before\n',
    });
  });
});

describe('fixes of a change', function () {
  this.timeout(LIMIT);

  const inBlock = { in: 'a.facts.yaml', code: 'unexplained-change' } as const;
  const inFlow = { in: 'b.facts.yaml', code: 'unexplained-change' } as const;
  const end = 'place: england} # end';

  it('gives the earlier fact an end and the later one a start', () => {
    assertFix(change, {
      ...inBlock,
      title: 'Say until when this held (until: 19 July 2010)',
      from: '    place: england\n',
      to: '    place: england\n    until: 2010-07-19\n',
    });
    assertFix(change, {
      ...inFlow,
      title: 'Say since when this held (from: 20 July 2010)',
      from: end,
      to: 'place: england, from: 2010-07-20} # end',
    });
  });

  it('marks the earlier one as superseded, from either end', () => {
    const to = 'place: england, supersedes: a#trusts} # end';
    assertFix(change, { ...inFlow, title: 'Say that this supersedes a', from: end, to });
    assertFix(change, {
      ...inBlock,
      title: 'Say that this is superseded by b, in b.facts.yaml',
      file: 'b.facts.yaml',
      from: end,
      to,
    });
  });

  it('records an event in the file, with a section of its own', () => {
    assertFix(change, {
      ...inBlock,
      title: 'Record an event that explains the change, in this file (30 May 2006 to 20 July 2010)',
      from: '    note: kept\n',
      to: `    note: kept

events:
  pct-count-2010:
    type: merger
    subject: pct
    place: england
    property: count
    before: 152
    after: 148
    date: 2006-05-30/2010-07-20
`,
    });
  });

  it('records an event where the subject has others, in their style', () => {
    const events = `${register}events:\n  older: {type: merger, subject: pct, date: 1999} # old\n# end\n`;
    assertFix(
      { ...change, 'register.facts.yaml': events },
      {
        ...inBlock,
        title:
          'Record an event that explains the change, in register.facts.yaml (30 May 2006 to 20 July 2010)',
        file: 'register.facts.yaml',
        from: '# old\n',
        to: `# old\n  pct-count-2010: {type: merger, subject: pct, place: england, property: count, before: 152, after: 148, date: 2006-05-30/2010-07-20}\n`,
      },
    );
  });

  it('deprecates and acknowledges', () => {
    assertFix(change, {
      ...inBlock,
      title: 'Acknowledge unexplained-change with a reason',
      from: '    place: england\n',
      to: '    place: england\n    acknowledged: [{ code: unexplained-change, with: b#here, reason: state the reason }]\n',
      staysHint: true,
    });
  });
});

describe('fixes of a missing date', function () {
  this.timeout(LIMIT);

  it('sets asOf to the article’s date where the times are in doubt', () => {
    const files: Files = {
      ...conflict,
      'b.facts.yaml': `facts:\n  - {subject: pct, property: count, value: 148, place: england, asOf: 2009}\n`,
    };
    assertFix(files, {
      in: 'a.facts.yaml',
      code: 'possible-conflict',
      title: 'Set asOf to the article’s date (12 July 2010)',
      from: '    place: england\n',
      to: '    place: england\n    asOf: 2010-07-12\n',
    });
  });

  it('ends what has a start only', () => {
    const files: Files = {
      ...conflict,
      'a.facts.yaml': (conflict['a.facts.yaml'] ?? '').replace(
        '    place: england\n',
        '    place: england\n    from: 2006-10\n',
      ),
    };
    assertFix(files, {
      in: 'a.facts.yaml',
      code: 'possible-conflict',
      title: 'Say until when this held (until: 19 July 2010)',
      from: '    from: 2006-10\n',
      to: '    from: 2006-10\n    until: 2010-07-19\n',
    });
  });

  it('sets asOf to the date in the quoted words', () => {
    const files: Files = {
      ...conflict,
      'a.md': 'In May 2008 there were 152 trusts.\n',
      'a.facts.yaml': `${conflict['a.facts.yaml'] ?? ''}    quote: In May 2008 there were 152 trusts\n`,
    };
    assertFix(files, {
      in: 'a.facts.yaml',
      code: 'undated-conflict',
      title: 'Set asOf to the date in the quote (May 2008)',
      from: '    place: england\n',
      to: '    place: england\n    asOf: 2008-05\n',
    });
  });

  it('offers no date that is not known', () => {
    const files = { ...conflict, 'a.md': 'Words.\n' };
    const offered = titles(offersFor(files, 'a.facts.yaml', 'undated-conflict'));
    assert.ok(offered.length > 0);
    assert.ok(!offered.some((title) => title.includes('asOf')), offered.join(' | '));
  });
});
