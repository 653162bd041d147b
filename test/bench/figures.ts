import { parseArticle } from '../../server/src/articles/article.js';
import { findCounted } from '../../server/src/corpus/articleIndex.js';
import { NameMatcher } from '../../server/src/corpus/names.js';
import { statesQuantity, statesQuantityCarefully } from '../../server/src/rules/valueNotInQuote.js';
import { readSidecar } from '../../server/src/sidecars/readSidecar.js';
import {
  findDates,
  findQuantities,
  findQuantitiesCarefully,
} from '../../server/src/values/prose.js';
import { exactly } from '../../server/src/values/quantity.js';
import { article, random, register } from './burstCorpus.js';

/* `node out/test/bench/figures.js`: how quickly figures are read in prose, and values found in quotes. */

/** Microseconds of processor time: the best of several rounds over all inputs. */
function time<T>(inputs: readonly T[], rounds: number, run: (input: T) => unknown): number {
  let best = Infinity;
  for (let round = 0; round < rounds; round++) {
    const started = process.cpuUsage();
    for (const input of inputs) {
      run(input);
    }
    const { user, system } = process.cpuUsage(started);
    best = Math.min(best, user + system);
  }
  return best;
}

/** Paragraphs of plain words, with one figure in so many of them. */
function plainProse(paragraphs: number, words: number): string {
  const plain =
    'The trusts said that people were working there with their boards while others went home'.split(
      ' ',
    );
  const next = random(1);
  return Array.from({ length: paragraphs }, () =>
    Array.from({ length: words }, (_, n) =>
      n === words >> 1 ? String(next(400)) : (plain[next(plain.length)] ?? ''),
    ).join(' '),
  ).join('\n\n');
}

const dense = Array.from({ length: 200 }, (_, n) => article(n + 1, 39).text);
const sets = {
  'a figure in 1,000 words': Array.from({ length: 20 }, () => plainProse(20, 1000)),
  'a figure in 50 words': Array.from({ length: 20 }, () => plainProse(100, 50)),
  'a figure in 3 words': dense,
};

console.table(
  Object.entries(sets).map(([name, texts]) => {
    const size = texts.reduce((sum, text) => sum + text.length, 0);
    const count = texts.reduce((sum, text) => sum + findQuantities(text).length, 0);
    const digits = time(texts, 5, (text) => [...text.matchAll(/\d+/g)]);
    const figures = time(texts, 5, findQuantities);
    return {
      texts: name,
      'figures, MB/s': size / figures,
      'us a figure': figures / count,
      'times matchAll(/\\d+/g)': figures / digits,
      'dates, MB/s': size / time(texts, 5, findDates),
      'carefully, MB/s': size / time(texts, 1, findQuantitiesCarefully),
    };
  }),
);

const names = readSidecar(register()).definitions;
const matcher = new NameMatcher(names.map((definition) => ({ uri: 'register', definition })));
const fresh = (): readonly (readonly [
  ReturnType<typeof parseArticle>,
  ReturnType<typeof matcher.find>,
])[] =>
  dense.map((text) => {
    const parsed = parseArticle(text, 'text');
    return [parsed, matcher.find(parsed.rendered.text)];
  });
// What is found is kept with the article: each round needs its own.
const counting = [fresh(), fresh(), fresh()].map((set) =>
  time(set, 1, ([parsed, mentions]) => findCounted(parsed, mentions)),
);
console.log(
  `counted figures: ${((1000 * Math.min(...counting)) / dense.join('').length).toFixed(1)} ms a MB`,
);

const facts = Array.from({ length: 20_000 }, (_, n) => {
  const digits = 10 + ((n * 7919) % 990);
  const quote = `Board ${n % 200} has ${digits} members in report ${n >> 5}, item ${n % 39}`;
  return { quote, value: exactly(digits, 'organisation') };
});
const quick = time(facts, 5, ({ quote, value }) => statesQuantity(quote, value));
const careful = time(facts, 1, ({ quote, value }) => statesQuantityCarefully(quote, value));
console.log(
  `values in quotes: ${(quick / facts.length).toFixed(2)} us each, ${(careful / facts.length).toFixed(2)} by reading`,
);
