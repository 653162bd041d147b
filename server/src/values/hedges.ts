import { startsWith, type Token } from './token.js';

/** What a phrase before or after a figure makes of it. */
export type Hedge =
  'about' | 'nearly' | 'at-least' | 'at-most' | 'more-than' | 'less-than' | 'between' | 'from';

const BEFORE: readonly (readonly [Hedge, string])[] = [
  [
    'about',
    '~|≈|about|around|approximately|approx|approx .|roughly|some|maybe|perhaps|circa|c .|c|ca .|in the region of|in the order of|close to|an estimated|estimated',
  ],
  ['nearly', 'nearly|almost'],
  [
    'at-least',
    '>=|≥|at least|no fewer than|not fewer than|no less than|not less than|a minimum of|minimum of|as few as',
  ],
  [
    'at-most',
    '<=|≤|at most|up to|no more than|not more than|a maximum of|maximum of|as many as|as much as',
  ],
  [
    'more-than',
    '>|more than|over|above|greater than|just over|well over|just above|well above|slightly more than|slightly over|a little over|in excess of|upwards of',
  ],
  [
    'less-than',
    '<|fewer than|less than|under|below|just under|well under|just below|well below|slightly less than|slightly under|a little under',
  ],
  ['between', 'between'],
  ['from', 'from'],
];

const AFTER: readonly (readonly [Hedge, string])[] = [
  ['at-least', '+|- plus|or more|and more|or above|and above|or over|and over|or greater'],
  ['at-most', 'or fewer|or less|and under|or under|or below|and below'],
  ['about', 'or so|- odd'],
];

type Phrase = readonly [Hedge, readonly string[]];

/** The phrases by their first word, the longest first, so that one look-up decides. */
function byFirstWord(table: readonly (readonly [Hedge, string])[]): Map<string, Phrase[]> {
  const index = new Map<string, Phrase[]>();
  for (const [hedge, phrases] of table) {
    for (const phrase of phrases.split('|')) {
      const words = phrase.split(' ');
      const first = words[0] ?? '';
      index.set(first, [...(index.get(first) ?? []), [hedge, words]]);
    }
  }
  for (const phrases of index.values()) phrases.sort((a, b) => b[1].length - a[1].length);
  return index;
}

const beforeIndex = byFirstWord(BEFORE);
const afterIndex = byFirstWord(AFTER);

const after = AFTER.flatMap(([, phrases]) => phrases.split('|').map((phrase) => phrase.split(' ')));

/** The words and signs that a hedge after a figure may begin with. */
export const HEDGE_AFTER_OPENERS: readonly string[] = [...afterIndex.keys()];

/** The words and signs that a hedge after a figure may end with. */
export const HEDGE_AFTER_ENDINGS: readonly string[] = after.map((words) => words.at(-1) ?? '');

/** All words and signs of hedges. */
export const HEDGE_WORDS: readonly string[] = [...BEFORE, ...AFTER].flatMap(([, phrases]) =>
  phrases.split(/[| ]/),
);

/** The words and signs that a hedge before a figure may begin with. */
export const HEDGE_OPENERS: readonly string[] = [...beforeIndex.keys()];

function find(
  index: ReadonlyMap<string, readonly Phrase[]>,
  tokens: readonly Token[],
  at: number,
): { hedge: Hedge; next: number } | null {
  const candidates = index.get(tokens[at]?.lower ?? '');
  const found = candidates?.find(([, words]) => startsWith(tokens, at, words));
  return found === undefined ? null : { hedge: found[0], next: at + found[1].length };
}

/** The hedge that stands at token `at`, before a figure, and the token after it. */
export function hedgeBefore(
  tokens: readonly Token[],
  at: number,
): { hedge: Hedge; next: number } | null {
  return find(beforeIndex, tokens, at);
}

/** The hedge that stands at token `at`, after a figure, and the token after it. */
export function hedgeAfter(
  tokens: readonly Token[],
  at: number,
): { hedge: Hedge; next: number } | null {
  const found = find(afterIndex, tokens, at);
  // A spaced hyphen is punctuation: "40 - plus a further 3".
  if (found === null || (tokens[at]?.lower === '-' && !tokens[at].glued)) return null;
  return found;
}
