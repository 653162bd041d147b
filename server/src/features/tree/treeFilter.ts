import { searchable } from '../../text/fuzzyRank.js';

/** Nobody types more, and each word is looked for in every text. */
const MOST_WORDS = 12;

/** What a person wants to see of a tree: what holds all these words, whatever their case and accents. */
export class TreeFilter {
  private readonly words: readonly string[];

  constructor(text: string) {
    this.words = searchable(text.slice(0, 200))
      .split(/\s+/)
      .filter((word) => word !== '')
      .slice(0, MOST_WORDS);
  }

  /** Nothing is left out. */
  get isEmpty(): boolean {
    return this.words.length === 0;
  }

  /** Whether these texts together hold all the words. */
  matches(texts: readonly (string | null)[]): boolean {
    if (this.isEmpty) {
      return true;
    }
    const all = searchable(texts.filter((text) => text !== null).join('\n'));
    return this.words.every((word) => all.includes(word));
  }
}

/** Lets everything through. */
export const noFilter = new TreeFilter('');
