import assert from 'node:assert/strict';
import { EditedCorpus, type Work } from './editedCorpus.js';

/*
 * What an edit makes us do, counted: the same however many articles there are. Times are compared in
 * `test/protocol/growth.test.ts`.
 */

const SMALL = 30;
const LARGE = 150;
const FACTS = 2;

const article = `# A trial

The Ministry of Public Services counts 700,001 visits a week. All 12 area care boards know of it.
`;

const aboutMinistry = `article: {title: A trial, published: 2010-05-01}
facts:
  - id: of-a-hub
    subject: ministry
    property: visits
    value: 700,001
    activity: trial counts
    quote: counts 700,001 visits a week
`;

const aboutBoards = `${aboutMinistry}
  - id: of-boards
    subject: acb
    property: status
    value: know of it
    quote: know of it
`;

/** Edits one after the other, each with what it is called. */
function edits(corpus: EditedCorpus): ReadonlyMap<string, Work> {
  const sidecar = 'trial.facts.yaml';
  return new Map([
    ['a new article', corpus.replace('trial.md', article)],
    ['a new sidecar about a hub', corpus.replace(sidecar, aboutMinistry)],
    ['a value of a hub', corpus.edit(sidecar, 'value: 700,001', 'value: 700,002')],
    ['words that are quoted', corpus.edit('trial.md', '700,001 visits', '700,003 visits')],
    ['a figure about a hub', corpus.edit('trial.md', 'All 12 area', 'All 13 area')],
    ['a fact about what all articles count', corpus.replace(sidecar, aboutBoards)],
    ['a value beside such a fact', corpus.edit(sidecar, 'value: 700,001', 'value: 700,002')],
    ['a file without facts', corpus.replace(sidecar, 'facts:\n')],
    ['a new definition', corpus.replace('own.facts.yaml', own)],
    ['a key in a definition', corpus.edit('own.facts.yaml', 'kind: body', 'kind: network')],
    ['a name that nothing mentions', corpus.edit('own.facts.yaml', 'Own Bodies', 'Old Bodies')],
    [
      'what a register says of a hub',
      corpus.edit(common, MPS, `${MPS}\n    description: A ministry.`),
    ],
    ['another alias of a hub, which nothing mentions', corpus.edit(common, MPS, '[MPS, MOPUSE]')],
    [
      'a comment in a register',
      corpus.edit(common, '  ministry:', '  # All of them.\n  ministry:'),
    ],
  ]);
}

const names = [
  'a new article',
  'a new sidecar about a hub',
  'a value of a hub',
  'words that are quoted',
  'a figure about a hub',
  'a fact about what all articles count',
  'a value beside such a fact',
  'a file without facts',
  'a new definition',
  'a key in a definition',
  'a name that nothing mentions',
  'what a register says of a hub',
  'another alias of a hub, which nothing mentions',
  'a comment in a register',
];

/** What all articles speak of is defined here. */
const common = 'registers/common.facts.yaml';
const MPS = '[MPS]';

const own = 'organisations:\n  own-body: {name: The Society of Own Bodies, kind: body}\n';

describe('the work for an edit', function () {
  this.timeout(60_000);
  let few: ReadonlyMap<string, Work>;
  let many: ReadonlyMap<string, Work>;

  before(() => {
    few = edits(new EditedCorpus(SMALL, FACTS));
    many = edits(new EditedCorpus(LARGE, FACTS));
  });

  for (const name of names) {
    it(`[flat] ${name}`, () => {
      assert.deepEqual(many.get(name), few.get(name));
      const { checks, files } = few.get(name) ?? assert.fail(name);
      assert.ok(checks > 0 && checks < 24, `${checks} checks`);
      assert.ok(files > 0 && files < 5, `${files} files`);
    });
  }

  it('is counted for every edit', () => {
    assert.deepEqual([...few.keys()], names);
  });
});
