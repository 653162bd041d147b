/** How well a text answers a query; a higher rank is a closer match, 0 is none. */
export const fuzzyRanks = {
  none: 0,
  /** The letters stand in it in order, from the start of a word on. */
  letters: 1,
  inside: 2,
  /** Every word of the query begins a word of the text. */
  words: 3,
  wordStart: 4,
  prefix: 5,
  exact: 6,
} as const;

export type FuzzyRank = (typeof fuzzyRanks)[keyof typeof fuzzyRanks];

/** A query made ready to be compared with many texts. */
export class FuzzyQuery {
  private readonly wanted: string;
  private readonly words: readonly string[];
  private readonly letters: string;

  constructor(query: string) {
    this.wanted = searchable(query.trim().replace(/\s+/g, ' '));
    this.words = this.wanted.split(' ').filter((word) => word !== '');
    this.letters = this.words.join('');
  }

  /**
   * An empty query matches everything a little.
   * @param text as {@link searchable} makes it
   */
  rank(text: string): FuzzyRank {
    const found = this.rankOfWords(text);
    return found === fuzzyRanks.none && hasLetters(text, this.letters) ? fuzzyRanks.letters : found;
  }

  /** The same, without letters that stand apart: in long texts these are found by chance. */
  rankOfWords(within: string): FuzzyRank {
    if (this.wanted === '') {
      return fuzzyRanks.letters;
    }
    const at = within.indexOf(this.wanted);
    if (at === 0) {
      return within.length === this.wanted.length ? fuzzyRanks.exact : fuzzyRanks.prefix;
    }
    if (at > 0 && startsWord(within, this.wanted)) {
      return fuzzyRanks.wordStart;
    }
    if (this.words.length > 1 && this.words.every((word) => startsWord(within, word))) {
      return fuzzyRanks.words;
    }
    return at > 0 ? fuzzyRanks.inside : fuzzyRanks.none;
  }
}

/** A text as queries are compared with it: case and accents do not count. */
export function searchable(text: string): string {
  // Most texts are ASCII: these need no decomposition.
  return /[^\0-\x7f]/.test(text)
    ? text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    : text.toLowerCase();
}

const letterOrDigit = /[\p{L}\p{N}]/u;

function isWordStart(text: string, at: number): boolean {
  return at === 0 || !letterOrDigit.test(text[at - 1] ?? '');
}

function startsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (isWordStart(text, at)) {
      return true;
    }
  }
  return false;
}

function hasLetters(text: string, letters: string): boolean {
  const [first = ''] = letters;
  for (let start = text.indexOf(first); start >= 0; start = text.indexOf(first, start + 1)) {
    if (isWordStart(text, start)) {
      // A later start has fewer letters behind it: if this one fails, so do all others.
      return followsInOrder(text, letters, start);
    }
  }
  return false;
}

function followsInOrder(text: string, letters: string, from: number): boolean {
  let at = from;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + letter.length;
    if (at < letter.length) {
      return false;
    }
  }
  return true;
}
