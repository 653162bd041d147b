/** A finding, the fix to choose for it and what that does. */
export interface FixCase {
  /** `@` stands for a prefix of the case's own, so that no two cases meet in one fact. */
  readonly files: Readonly<Record<string, string>>;
  readonly in: string;
  readonly code: string;
  readonly title: string;
  /** The file that is changed, if another; one of the sample corpus's stands in no case's files. */
  readonly file?: string;
  /** Words that stand in it once, and what becomes of them; without `from`, `to` is inserted. */
  readonly from?: string;
  readonly to: string;
  readonly staysHint?: boolean;
}

const register = `organisations:
  @body: {name: "@boards", aliases: [quux % boards]}
properties:
  @size: {type: quantity, separators: [place]}
`;

function article(published: string, words = 'Words.'): string {
  return `---\npublished: ${published}\n---\n${words}\n`;
}

const block = `# mine
facts:
  - id: one # first
    subject: @body
    property: @size
    value: 152 # as written
    place: england
`;
const flow = `facts:\n  - {id: two, subject: @body, property: @size, value: 148, place: england} # end\n`;

const conflict = {
  '@reg.facts.yaml': register,
  '@a.md': article('2010-07-12'),
  '@a.facts.yaml': block,
  '@b.md': article('2010-07-20'),
  '@b.facts.yaml': flow,
};
const change = { ...conflict, '@a.md': article('2006-05-30') };
const line = '    place: england\n';

/** One article with one fact and more keys of it. */
function single(keys: string, words = 'Words.'): Readonly<Record<string, string>> {
  return {
    '@reg.facts.yaml': register,
    '@a.md': article('2010-07-12', words),
    '@a.facts.yaml': `${block}${keys}  # tail\n`,
  };
}

const inA = { in: '@a.facts.yaml' } as const;
const valueConflict = { files: conflict, ...inA, code: 'value-conflict', from: line } as const;
const unexplained = { files: change, ...inA, code: 'unexplained-change' } as const;

export const cases: Readonly<Record<string, FixCase>> = {
  'sets asOf': {
    ...valueConflict,
    files: { ...conflict, '@b.facts.yaml': flow.replace('place:', 'asOf: 2009, place:') },
    code: 'possible-conflict',
    title: 'Set asOf to the article’s date (12 July 2010)',
    to: `${line}    asOf: 2010-07-12\n`,
  },
  'gives an end': {
    ...valueConflict,
    title: 'Say until when this held (until: 19 July 2010)',
    to: `${line}    until: 2010-07-19\n`,
  },
  'gives a start': {
    ...valueConflict,
    in: '@b.facts.yaml',
    title: 'Say since when this held (from: 20 July 2010)',
    from: 'england} # end',
    to: 'england, from: 2010-07-20} # end',
  },
  'prefers one': {
    ...valueConflict,
    title: 'Prefer this to @b',
    to: `${line}    rank: preferred\n`,
    staysHint: true,
  },
  'deprecates one': {
    ...valueConflict,
    title: 'Deprecate this with a reason',
    to: `${line}    rank: deprecated\n    reason: state the reason\n`,
  },
  'links as disputed': {
    ...valueConflict,
    title: 'Say that this disputes @b',
    to: `${line}    disputes: @b#two\n`,
  },
  acknowledges: {
    ...valueConflict,
    title: 'Acknowledge value-conflict with a reason',
    to: `${line}    acknowledged: [{ code: value-conflict, with: @b#two, reason: state the reason }]\n`,
    staysHint: true,
  },
  'marks as superseded': {
    ...unexplained,
    title: 'Say that this is superseded by @b, in @b.facts.yaml',
    file: '@b.facts.yaml',
    from: 'england} # end',
    to: 'england, supersedes: @a#one} # end',
  },
  'records an event': {
    ...unexplained,
    title: 'Record an event that explains the change, in this file (30 May 2006 to 20 July 2010)',
    from: line,
    to: `${line}
events:
  @body-@size-2010:
    type: transfer
    subject: @body
    place: england
    property: @size
    before: 152
    after: 148
    date: 2006-05-30/2010-07-20
`,
  },
  'quotes the words as they are now': {
    ...inA,
    files: single(
      '    quote: There are 152 boards in every part of the country # why\n',
      'There are 152 boards in each part of the country.',
    ),
    code: 'quote-changed',
    title: 'Quote the article’s words: “There are 152 boards in each part of the country”',
    from: 'There are 152 boards in every part of the country',
    to: 'There are 152 boards in each part of the country',
  },
  'says which words are meant': {
    ...inA,
    files: single("    quote: '152 boards' # why\n", 'In Kent 152 boards, in Essex 152 boards.'),
    code: 'quote-ambiguous',
    title: 'Quote the 2nd of 2: “…152 boards, in Essex 152 boards.…”',
    from: "'152 boards'",
    to: "{ exact: '152 boards', prefix: 'Essex ' }",
  },
  'replaces an id': {
    ...inA,
    files: { ...single(''), '@a.facts.yaml': block.replace('england', 'englnd # where') },
    code: 'unknown-reference',
    title: 'Replace it by `england`',
    from: 'englnd',
    to: 'england',
  },
  'replaces a key': {
    ...inA,
    files: single('    modalty: planned # how\n'),
    code: 'schema',
    title: 'Replace it by `modality`',
    from: 'modalty',
    to: 'modality',
  },
  'defines an id where others of its kind are': {
    ...inA,
    files: { ...single(''), '@a.facts.yaml': block.replace('england', '@strand') },
    code: 'unknown-reference',
    title: 'Define the place `@strand` in organisations.facts.yaml',
    file: 'organisations.facts.yaml',
    to: '@strand',
  },
  'makes a key a qualifier': {
    ...inA,
    files: single('    sector: health # which\n'),
    code: 'schema',
    title: 'Make `sector` a qualifier',
    from: 'sector: health',
    to: 'qualifiers: { sector: health }',
  },
  'makes a key a separator': {
    ...inA,
    files: single('    sector: health # which\n'),
    code: 'schema',
    title: 'Make `sector` a separator of `@size`, in @reg.facts.yaml',
    file: '@reg.facts.yaml',
    from: '[place]',
    to: '[place, sector]',
  },
  'adds a separator': {
    ...inA,
    files: single(
      ['2001', '2002']
        .map((year) => flow.replace('facts:\n', '').replace('id: two', `asOf: ${year}`))
        .join('')
        .replace(/^/, '    note: x\n') +
        '  - {id: bare, subject: @body, property: @size, value: 1}\n',
    ),
    code: 'missing-separator',
    title: 'Add place: england',
    from: 'value: 1}',
    to: 'value: 1, place: england}',
  },
  'records a figure': {
    files: single('', 'There are 33 quux % boards.'),
    in: '@a.md',
    code: 'figure-unrecorded',
    title: 'Record “33 quux % boards” as a fact in @a.facts.yaml',
    file: '@a.facts.yaml',
    from: line,
    to: `${line}  - subject: @body\n    property: count\n    value: 33\n    quote: 33 quux % boards\n`,
  },
};
