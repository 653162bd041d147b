import assert from 'node:assert/strict';
import {
  articleOfFact,
  findAnchors,
  firstPlaces,
  quotedWords,
} from '../../../server/src/corpus/anchor.js';
import type { BoundFact } from '../../../server/src/corpus/boundFact.js';
import { Corpus } from '../../../server/src/corpus/corpus.js';
import { QuotedPlaces } from '../../../server/src/corpus/quotedPlaces.js';
import { Checker } from '../../../server/src/rules/checker.js';
import type { Span } from '../../../server/src/text/span.js';
import { root, uriOf } from '../rules/world.js';

describe('where the words of facts stand', () => {
  it('is kept for each fact, in order', () => {
    const byFact = [
      [{ start: 3, end: 9 }],
      [],
      [
        { start: 0, end: 0 },
        { start: 70_000, end: 70_001 },
      ],
    ];
    const places = new QuotedPlaces(byFact.length, (position) => byFact[position] ?? []);
    assert.deepEqual(
      [0, 1, 2].map((position) => places.of(position)),
      byFact,
    );
    assert.deepEqual([places.of(-1), places.of(3), places.of(99)], [[], [], []]);
    assert.deepEqual(places.all(), byFact.flat());
    assert.deepEqual(new QuotedPlaces(0, () => []).all(), []);
  });

  const sidecar = (value: number, quote: string): string =>
    `article: {published: 2010-01-01}\nfacts:\n  - {subject: pct, property: count, value: ${value}, quote: ${quote}}\n`;

  /** Two articles that contradict each other; how often a file was read again is counted. */
  function contradiction(): {
    readonly corpus: Corpus;
    readonly checker: Checker;
    readonly set: (name: string, text: string) => void;
    readonly reads: () => number;
  } {
    const corpus = new Corpus();
    const checker = new Checker(corpus);
    let count = 0;
    const set = (name: string, text: string): void => {
      const again = (): string => {
        count++;
        return text;
      };
      checker.update(corpus.setFile({ uri: uriOf(name), root, text, again }));
    };
    set('r.facts.yaml', 'organisations:\n  pct: {name: PCT}\n');
    set('a.md', 'There are *152* PCTs.\n');
    set('a.facts.yaml', sidecar(152, '152 PCTs'));
    set('b.md', 'There are 151 PCTs, and 151 PCTs it is.\n');
    set('b.facts.yaml', sidecar(151, '[151 PCTs, it is]'));
    return { corpus, checker, set, reads: () => count };
  }

  function factOf(corpus: Corpus, name: string): BoundFact {
    return corpus.sidecar(uriOf(name))?.facts[0] ?? assert.fail();
  }

  function spansOf(corpus: Corpus, bound: BoundFact): readonly Span[] {
    return quotedWords(corpus, bound).map(({ span }) => span);
  }

  function spansAnew(corpus: Corpus, bound: BoundFact): readonly Span[] {
    const article = articleOfFact(corpus, bound) ?? assert.fail();
    return firstPlaces(findAnchors(article.content, bound.fact), article.content);
  }

  it('is told without reading the files again', () => {
    const { corpus, checker, reads } = contradiction();
    corpus.readsFolder(); // of what was read hardly anything stays
    const large = `x${' words'.repeat(30_000)}`;
    checker.update(corpus.setFile({ uri: uriOf('z.md'), root, text: large, again: () => large }));
    const before = reads();
    const told = checker.all().flatMap(({ related }) => related.map(({ span }) => span));
    assert.ok(told.length > 2);
    assert.equal(reads(), before);
  });

  it('follows an edit of the article, and one of the sidecar', () => {
    const { corpus, set } = contradiction();
    const check = (): void => {
      const bound = factOf(corpus, 'a.facts.yaml');
      assert.deepEqual(spansOf(corpus, bound), spansAnew(corpus, bound));
    };
    check();
    set('a.md', 'Today there are *152* PCTs.\n');
    check();
    set('a.md', 'There are none.\n');
    check();
    set('a.md', 'There are *152* PCTs in England.\n');
    set('a.facts.yaml', sidecar(152, 'PCTs in England'));
    check();
    assert.deepEqual(spansOf(corpus, factOf(corpus, 'a.facts.yaml')), [{ start: 16, end: 31 }]);
  });
});
