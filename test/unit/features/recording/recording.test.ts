import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { figuresOf } from '../../../../server/src/articles/figures.js';
import type { FeatureContext } from '../../../../server/src/features/context.js';
import type { FileEdit } from '../../../../server/src/features/recording/fileEdit.js';
import { statementOfFigure } from '../../../../server/src/features/recording/figureStatement.js';
import type { FactChoices } from '../../../../server/src/features/recording/guess.js';
import { createSidecar } from '../../../../server/src/features/recording/newSidecar.js';
import { proposeFact } from '../../../../server/src/features/recording/proposeFact.js';
import { recordFact } from '../../../../server/src/features/recording/recordFact.js';
import {
  statementAt,
  type Statement,
} from '../../../../server/src/features/recording/statement.js';
import { defineName } from '../../../../server/src/features/recording/defineName.js';
import { applyChanges } from '../../../../server/src/features/sidecarEdit.js';
import { root, uriOf, worldOf, type Files } from '../../rules/world.js';
import { contextOf, LIMIT } from '../fixing.js';
import { filesOf, register, select } from './proposing.js';

function creating(files: Files): FeatureContext {
  return { ...contextOf(files), createsFiles: true };
}

function record(
  files: Files,
  statement: Statement,
  choices: FactChoices = {},
  context = creating(files),
): FileEdit {
  const proposal = proposeFact(statement, choices, context.corpus);
  const edit = recordFact(context, proposal, choices.polarity !== undefined);
  assert.ok(!('kind' in edit), 'kind' in edit ? edit.why : '');
  return edit;
}

/** The files with an edit made, which must be what the edit says it makes of them. */
function after(files: Files, edit: FileEdit): Files {
  const name = decodeURIComponent(edit.uri.slice(root.length + 1));
  const old = files[name];
  assert.equal(old === undefined, edit.isNew, 'only a file that is not there is new');
  const text = applyChanges(old ?? '', edit.changes);
  assert.equal(text, edit.after);
  return { ...files, [name]: text };
}

function recorded(words: string, choices: FactChoices = {}): string {
  const { files, statement } = select(words);
  return record(files, statement, choices).after;
}

const seeds = join(import.meta.dirname, '../../../../../seeds');
const seedFiles: Files = Object.fromEntries(
  readdirSync(seeds).map((name) => [name, readFileSync(join(seeds, name), 'utf8')]),
);

/** What the check says of the facts that an edit added. */
function errorsOf(files: Files, edit: FileEdit): readonly string[] {
  const { checker, corpus } = worldOf(after(files, edit));
  const added = corpus
    .sidecar(edit.uri)
    ?.facts.find(({ fact }) => fact.value?.span.start === edit.cursor.start);
  assert.ok(added, 'the cursor is on the value of the new fact');
  return checker
    .findingsIn(edit.uri)
    .filter(({ severity }) => severity === 'error')
    .filter(({ span }) => span.start >= added.fact.span.start && span.end <= added.fact.span.end)
    .map(
      ({ code, message }) =>
        `${code}: ${message} in ${edit.after.slice(added.fact.span.start, added.fact.span.end)}`,
    );
}

describe('recording a fact', function () {
  this.timeout(LIMIT);

  it('creates the sidecar where there is none, with what the article says about itself', () => {
    assert.equal(
      recorded('There are [152 care trusts] in Kent.'),
      `# Facts of a.md.
facts:
  - subject: trust
    property: count
    value: 152
    place: kent
    quote: 152 care trusts
`,
    );
  });

  it('writes everything that was guessed, in the usual order', () => {
    assert.match(
      recorded('In May 2009 Jane Doe said that Kent could have [five care trusts].'),
      /\n {2}- subject: trust\n {4}property: count\n {4}value: five\n {4}place: kent\n {4}asOf: 2009-05\n {4}saidBy: jane-doe\n {4}modality: hypothetical\n {4}quote: five care trusts\n$/,
    );
  });

  it('writes what was chosen instead', () => {
    const text = recorded('Mr Roe said there were [152 care trusts], not less.', {
      subject: 'union',
      property: 'status',
      value: 'many: trusts',
      speaker: { saidBy: ['anonymous'], saidAs: 'a “friend”: no name' },
      modality: 'desired',
      time: {},
      polarity: 'negative',
    });
    assert.match(text, /subject: union\n {4}property: status\n {4}value: 'many: trusts'\n/);
    assert.match(text, /saidBy: anonymous\n {4}saidAs: 'a “friend”: no name'\n/);
    assert.match(text, /modality: desired\n {4}polarity: negative\n/);
  });

  it('tells words that stand twice apart by those around them', () => {
    const text = recorded('There are 152 care trusts. Of these [152 care trusts] few met.');
    assert.match(text, /quote: \{ exact: 152 care trusts, prefix: 'these ' \}\n/);
  });

  it('takes whole words and whole figures, through emphasis and links', () => {
    const statements = [
      select('There are **15[2** care tr]usts.'),
      select('There are 1[52 care\ntrusts].'),
      wholeOf('There are [*152*](x.md) care trusts.', '[*152', 'trusts'),
    ];
    for (const { files, statement } of statements) {
      assert.match(record(files, statement).after, /value: 152\n {4}quote: 152 care trusts\n$/);
    }
  });

  it('quotes a cell of a table by the cells beside it', () => {
    const table = '| Area | care trusts |\n| - | - |\n| Kent | 5 |\n| Surrey | 5 |';
    const { files, statement } = wholeOf(table, '5 |\n', '5');
    const { quote } = statement;
    assert.deepEqual(quote, { exact: '5', prefix: 'Kent ' });
    assert.deepEqual(errorsOf(files, record(files, statement, { subject: 'trust' })), []);
  });

  it('takes the sentence at a cursor', () => {
    const files = filesOf('Nothing here. There are 152 care trusts. Nor here.');
    const at = (files['a.md'] ?? '').indexOf('are 152');
    const statement = statementAt(worldOf(files).corpus, uriOf('a.md'), { start: at, end: at });
    assert.ok(statement.kind === 'statement');
    assert.equal(statement.quote.exact, 'There are 152 care trusts.');
  });

  it('says why nothing can be recorded', () => {
    const files = filesOf('One paragraph.\n\nAnother one.\n\n```\ncode 152\n```\n\n—');
    const text = files['a.md'] ?? '';
    const { corpus } = worldOf(files);
    const why = (from: string, to: string): string => {
      const start = text.indexOf(from);
      const statement = statementAt(corpus, uriOf('a.md'), { start, end: text.indexOf(to, start) });
      return statement.kind === 'refused' ? statement.why : '';
    };
    assert.match(why('paragraph', 'one.'), /across paragraphs/);
    assert.match(why('publisher', 'herald'), /front matter/);
    assert.match(why('code 152', 'code 152'), /no sentence/);
    const nowhere = { start: 0, end: 9 };
    const register = statementAt(corpus, uriOf('register.facts.yaml'), nowhere);
    assert.match(register.kind === 'refused' ? register.why : '', /words of an article/);
  });

  it('stands behind the facts whose words come first, and keeps the file as it is written', () => {
    for (const eol of ['\n', '\r\n']) {
      const { files, statement } = select('The Union grew. Kent has [5 care trusts]. It shrank.');
      const fact = (quote: string): string =>
        `  - subject: union\n    property: status\n    value: x # why\n    quote: ${quote}\n`;
      const sidecar = `# mine\nfacts:\n${fact('The Union grew')}\n${fact('It shrank')}`;
      const own = { ...files, 'a.facts.yaml': sidecar.replaceAll('\n', eol) };
      const added = `\n  - subject: trust\n    property: count\n    value: 5\n    place: kent\n    quote: 5 care trusts\n`;
      const expected = `# mine\nfacts:\n${fact('The Union grew')}${added}\n${fact('It shrank')}`;
      const edit = record(own, statement);
      assert.equal(
        edit.after.replaceAll(eol, '\n').replace(/\n\n+/g, '\n'),
        expected.replace(/\n\n+/g, '\n'),
      );
      assert.equal(edit.after.includes('\n') && !/[^\r]\n/.test(edit.after), eol === '\r\n');
      assert.equal(edit.after.slice(edit.cursor.start, edit.cursor.end), '5');
    }
  });

  it('does not decide whether something is denied', () => {
    const { files, statement } = select('Mr Roe denied that [152 care trusts] would close.');
    const context = creating(files);
    const edit = recordFact(context, proposeFact(statement, {}, context.corpus), false);
    assert.ok('kind' in edit);
    assert.match(edit.why, /“denied” may make this a denial/);
    assert.match(
      recorded('He denied [152 care trusts].', { polarity: 'negative' }),
      /polarity: negative/,
    );
  });

  it('does not write into what it cannot read, nor where no file can be', () => {
    const { files, statement } = select('There are [152 care trusts].');
    const refusal = (context: FeatureContext): string => {
      const edit = recordFact(context, proposeFact(statement, {}, context.corpus), false);
      return 'kind' in edit ? edit.why : '';
    };
    assert.match(refusal(contextOf(files)), /cannot create files/);
    assert.match(
      refusal(creating({ ...files, 'a.facts.yaml': 'facts: 12\n' })),
      /cannot be added to/,
    );
    assert.match(
      refusal(creating({ ...files, 'a.facts.yaml': 'facts: [{\n' })),
      /cannot be added to/,
    );
    const other = { ...files, 'b.md': 'x', 'a.facts.yaml': 'article: {file: b.md}\n' };
    assert.match(refusal(creating(other)), /belongs to another article/);
  });

  it('gives no error, for every figure of the sample corpus, on record or not', () => {
    const bare = Object.fromEntries(
      Object.entries(seedFiles).filter(([name]) => !/^\d.*\.yaml$|^briefing.*yaml$/.test(name)),
    );
    let count = 0;
    for (const files of [seedFiles, bare]) {
      const context = creating(files);
      for (const article of context.corpus.articles()) {
        for (const figure of figuresOf(article.content)) {
          const statement = statementOfFigure(article, figure, context.corpus);
          if (statement.kind === 'statement') {
            count++;
            const edit = record(files, statement, { polarity: 'positive' }, context);
            assert.deepEqual(errorsOf(files, edit), [], figure.text);
          }
        }
      }
    }
    assert.ok(count >= 60, `${count} figures`);
  });

  it('gives no error, whatever is selected', () => {
    const context = creating(seedFiles);
    const articles = context.corpus.articles();
    fc.assert(
      fc.property(
        fc.constantFrom(...articles),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(90),
        (article, at, length) => {
          const start = Math.floor(at * article.content.text.length);
          const span = { start, end: Math.min(start + length, article.content.text.length) };
          const statement = statementAt(context.corpus, article.uri, span);
          if (statement.kind === 'statement') {
            const edit = record(seedFiles, statement, { polarity: 'positive' }, context);
            assert.deepEqual(errorsOf(seedFiles, edit), []);
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});

/** The statement from some words of an article to the end of others. */
function wholeOf(words: string, from: string, to: string): { files: Files; statement: Statement } {
  const files = filesOf(words);
  const text = files['a.md'] ?? '';
  const start = text.indexOf(from);
  const end = text.indexOf(to, start) + to.length;
  const statement = statementAt(worldOf(files).corpus, uriOf('a.md'), { start, end });
  assert.ok(statement.kind === 'statement', statement.kind === 'refused' ? statement.why : '');
  return { files, statement };
}

describe('creating a sidecar', () => {
  const created = (files: Files, name = 'b.txt'): FileEdit => {
    const edit = createSidecar(
      creating({ 'register.facts.yaml': register, ...files }),
      uriOf(name),
    );
    assert.ok(!('kind' in edit), 'kind' in edit && edit.kind === 'refused' ? edit.why : '');
    return edit;
  };

  it('takes title, date and publisher from plain first lines', () => {
    const edit = created({ 'b.txt': 'Trusts: what next?\n\nThe Herald, 12 July 2010\n\nWords.\n' });
    assert.equal(
      edit.after,
      "# Facts of b.txt.\narticle:\n  title: 'Trusts: what next?'\n  publisher: herald\n  published: 2010-07-12\nfacts:\n",
    );
    assert.equal(edit.cursor.start, edit.after.length - 1);
  });

  it('marks a date that is missing, and takes none from the text', () => {
    const edit = created({ 'b.txt': 'Trusts\n\nOn 12 July 2010 there was a meeting in Kent.\n' });
    assert.match(edit.after, /title: Trusts\n {2}# published: /);
    assert.match(edit.after.slice(edit.cursor.start, edit.cursor.end), /^# published: .*2009~$/);
    assert.deepEqual(worldOf({ 'b.txt': 'x', 'b.facts.yaml': edit.after }).checker.all(), []);
  });

  it('writes as the article breaks its lines, and never what its front matter says', () => {
    const edit = created(
      { 'b.md': '---\r\ntitle: T\r\npublished: 2010\r\npublisher: herald\r\n---\r\n# T\r\n' },
      'b.md',
    );
    assert.equal(edit.after, '# Facts of b.md.\r\nfacts:\r\n');
  });

  it('leaves one that is there, and asks for a name first', () => {
    const files = { 'b.md': 'x', 'b.facts.yml': 'facts:\n' };
    const there = createSidecar(creating(files), uriOf('b.md'));
    assert.deepEqual(there, { kind: 'existing', uri: uriOf('b.facts.yml') });
    assert.ok('kind' in createSidecar(creating(files), uriOf('none.md')));
  });
});

describe('defining a name', () => {
  const files = filesOf(
    'The regional care boards (RCBs) and the Home Office met Dr Ann Smith of Ål & Sons in Dover.',
  );
  const define = (
    words: string,
    kind: 'organisation' | 'person' | 'place',
    own = files,
  ): ReturnType<typeof defineName> => {
    const start = (own['a.md'] ?? '').indexOf(words);
    return defineName(creating(own), uriOf('a.md'), { start, end: start + words.length }, kind);
  };
  const added = (words: string, kind: 'organisation' | 'person' | 'place', own = files): string => {
    const edit = define(words, kind, own);
    assert.ok(!('kind' in edit), 'kind' in edit && edit.kind === 'refused' ? edit.why : '');
    assert.deepEqual(
      worldOf(after(own, edit))
        .checker.findingsIn(edit.uri)
        .filter(({ severity }) => severity === 'error'),
      [],
    );
    return edit.changes
      .map(({ text }) => text)
      .join('')
      .trim();
  };

  it('gives an id, a name, other names and a kind', () => {
    assert.equal(
      added('regional care boards', 'organisation'),
      'regional-care-boards: {name: Regional care boards, aliases: [RCBs], kind: class}',
    );
    assert.equal(
      added('the Home Office', 'organisation'),
      'home-office: {name: Home Office, kind: government}',
    );
    assert.equal(added('Ål & Sons', 'organisation'), 'al-and-sons: {name: Ål & Sons, kind: body}');
    assert.equal(added('Dr Ann Smith', 'person'), 'ann-smith: {name: Ann Smith}');
    assert.equal(added('Dover', 'place'), 'dover: {name: Dover}');
  });

  it('takes an id that is free', () => {
    const taken = {
      ...files,
      'z.facts.yaml': 'organisations:\n  home-office: {name: Another one}\n',
    };
    assert.match(added('Home Office', 'organisation', taken), /^home-office-2:/);
  });

  it('starts a register where there is none', () => {
    const own = { 'a.md': files['a.md'] ?? '' };
    const edit = define('Home Office', 'organisation', own);
    assert.ok(!('kind' in edit));
    assert.deepEqual(
      [edit.uri, edit.isNew, edit.after],
      [
        uriOf('organisations.facts.yaml'),
        true,
        'organisations:\n  home-office:\n    name: Home Office\n    kind: government\n',
      ],
    );
    assert.equal(edit.after.slice(edit.cursor.start, edit.cursor.end), 'government');
  });

  it('shows what is known already, and takes no sentence for a name', () => {
    const known = {
      ...files,
      'a.md': (files['a.md'] ?? '').replace('Home Office', 'Ministry of Care'),
    };
    const there = define('Ministry of Care', 'organisation', known);
    assert.ok('kind' in there && there.kind === 'known');
    assert.equal(there.named.definition.id.value, 'ministry');
    const cursor = define('', 'organisation');
    assert.ok('kind' in cursor && cursor.kind === 'refused');
  });
});
