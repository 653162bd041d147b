import assert from 'node:assert/strict';
import { Corpus } from '../../../server/src/corpus/corpus.js';
import { Checker } from '../../../server/src/rules/checker.js';
import type { Finding } from '../../../server/src/rules/finding.js';
import { Measures } from '../../bench/measures.js';
import { corpusFiles } from '../../bench/corpusGenerator.js';
import { END, START, withFigures } from '../../bench/report.js';
import { median, percentile } from '../../bench/statistics.js';

/* The benchmark measures what it says, on a corpus that is what it says. */

const ARTICLES = 30;
const files = [...corpusFiles({ articles: ARTICLES, seed: 1 })];

describe('the corpus of the benchmark', function () {
  this.timeout(60_000);

  it('is the same for the same seed and another for another', () => {
    assert.deepEqual([...corpusFiles({ articles: ARTICLES, seed: 1 })], files);
    assert.notDeepEqual([...corpusFiles({ articles: ARTICLES, seed: 2 })], files);
  });

  it('has the sizes that it should have', () => {
    const average = (wanted: (path: string) => boolean): number => {
      const some = files.filter(({ path }) => path.startsWith('articles/') && wanted(path));
      return some.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / ARTICLES;
    };
    const isSidecar = (path: string): boolean => path.endsWith('.facts.yaml');
    const articleBytes = average((path) => !isSidecar(path));
    const sidecarBytes = average(isSidecar);
    const facts = files.flatMap(({ text }) => text.match(/^ {2}- id: /gm) ?? []).length;
    assert.ok(Math.abs(articleBytes - 4600) < 460, `${articleBytes} bytes an article`);
    assert.ok(Math.abs(sidecarBytes - 8300) < 830, `${sidecarBytes} bytes a sidecar`);
    assert.ok(Math.abs(facts / ARTICLES - 39) < 4, `${facts / ARTICLES} facts an article`);
  });

  it('has conflicts of every kind, each few, and nothing else that is wrong', () => {
    const kinds = new Map<string, Finding[]>();
    for (const finding of findings()) {
      kinds.set(finding.code, [...(kinds.get(finding.code) ?? []), finding]);
    }
    const planted = [
      'copy-differs',
      'disputed',
      'figure-disagrees',
      'hedged-conflict',
      'plan-not-met',
      'possible-conflict',
      'quote-ambiguous',
      'quote-changed',
      'quote-not-found',
      'self-conflict',
      'undated-conflict',
      'unexplained-change',
      'value-conflict',
      'value-not-in-quote',
    ];
    const loud = [...kinds].filter(([, some]) => some.some(({ severity }) => severity !== 'hint'));
    assert.deepEqual(loud.map(([code]) => code).sort(), planted);
    for (const [code, some] of loud) {
      const each = some.length / ARTICLES;
      assert.ok(each > 0.1 && each < 0.3, `${code}: ${some.length} in ${ARTICLES} articles`);
    }
  });
});

function findings(): readonly Finding[] {
  const corpus = new Corpus();
  const checker = new Checker(corpus);
  const root = 'file:///bench';
  for (const { path, text } of files) {
    checker.note(corpus.setFile({ uri: `${root}/${path}`, root, text }));
  }
  return checker.all();
}

describe('the figures of the benchmark', () => {
  it('are medians and percentiles', () => {
    assert.equal(median([3, 1, 2]), 2);
    assert.equal(median([4, 1, 3, 2]), 2);
    const twenty = Array.from({ length: 20 }, (_, n) => n + 1);
    assert.equal(percentile(twenty, 0.95), 19);
    assert.equal(percentile([7], 0.95), 7);
    assert.throws(() => median([]));
  });

  it('give ratios of what was measured, and none of what was not', () => {
    const measures = new Measures(() => undefined);
    measures.add('here', 'ours', 's', [4, 6, 5]);
    measures.add('here', 'theirs', 's', [2]);
    measures.addRatio('here', 'ours to theirs', 'ours', 'theirs');
    measures.addRatio('here', 'ours to nobody’s', 'ours', 'nobody’s');
    assert.equal(measures.median('here', 'ours to theirs'), 2.5);
    assert.equal(measures.median('here', 'ours to nobody’s'), undefined);
  });

  it('go between the marks of the page and leave the rest alone', () => {
    const page = `before\n${START}\nold\n${END}\nafter\n`;
    assert.equal(withFigures(page, 'new $& one'), `before\n${START}\nnew $& one\n${END}\nafter\n`);
    assert.throws(() => withFigures('no marks', 'new'));
  });
});
