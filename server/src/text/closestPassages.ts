import search from 'approx-string-match';
import { CloseMatchSieve } from './closeMatchSieve.js';
import { endsBySharedPiece } from './sharedPieces.js';
import { span, type Span } from './span.js';

/** Equally close passages, nearly equal ends of one counted apart; of more than these the first are taken. */
const MAX_CANDIDATES = 200;
/** Bounds of how many ends of matches are looked for at a time. */
const MIN_WINDOW = 512;
const MAX_WINDOW = 16_384;
/** In units times the square of the quote's length: what looking back in one window may cost. */
const WINDOW_WORK = 6e8;

/**
 * So many differences are tried first, or fewer where pieces would be shorter than this; twice as many and one
 * more each time that nothing is so close.
 */
const FIRST_ERRORS = 3;
const FIRST_PIECE = 9;
/** Where pieces stand in more places than this, or in one of so many units, the sieve tells more. */
const MIN_PLACES = 64;
const UNITS_PER_PLACE = 512;

/**
 * The passages of a text that are closest to some words. Few differences are tried first: where matches
 * with as many can be, long pieces of the words tell, which are found in no time. A search of the text
 * is all the same what {@link next} seems to do.
 */
export class ClosestPassages {
  readonly #text: string;
  readonly #needle: string;
  readonly #allowed: number;
  readonly #window: number;
  /** What counts for nothing any more: in order, as it was taken out. */
  readonly #blotted: Span[] = [];
  /** No match left has fewer differences than were tried before these. */
  #errors: number;
  #ends: readonly Span[] | null = null;
  #sieve: CloseMatchSieve | null = null;

  /** @param allowed the most differences, at least one and less than a third of the words' length */
  constructor(text: string, needle: string, allowed: number) {
    this.#text = text;
    this.#needle = needle;
    this.#allowed = allowed;
    const affordable = Math.floor(WINDOW_WORK / (needle.length * needle.length));
    this.#window = Math.max(MIN_WINDOW, Math.min(affordable, MAX_WINDOW));
    const longPieces = Math.max(2, Math.floor(needle.length / FIRST_PIECE));
    this.#errors = Math.min(FIRST_ERRORS, longPieces - 1, allowed);
    this.#lookForPieces();
  }

  /** The passages with the fewest differences among those that are not blotted out, in order of their ends. */
  next(): readonly Span[] {
    for (;;) {
      const found = this.#ends ? this.#closestIn(this.#ends) : this.#closestBySieve();
      if (found.length > 0 || this.#errors >= this.#allowed) return found;
      this.#errors = Math.min(2 * this.#errors + 1, this.#allowed);
      this.#lookForPieces();
    }
  }

  /** From now on no match reaches into these passages. */
  blotOut(passages: readonly Span[]): void {
    this.#blotted.push(...passages);
    if (this.#sieve) for (const passage of passages) this.#sieve.blotOut(passage);
  }

  /** Once pieces stand in too many places, shorter ones do. */
  #lookForPieces(): void {
    const most = Math.max(MIN_PLACES, Math.floor(this.#text.length / UNITS_PER_PLACE));
    this.#ends = this.#sieve
      ? null
      : endsBySharedPiece(this.#text, this.#needle, this.#errors, most);
    if (!this.#ends) this.#errors = this.#allowed;
  }

  #closestBySieve(): Span[] {
    if (!this.#sieve) {
      this.#sieve = new CloseMatchSieve(this.#text, this.#needle, this.#allowed);
      for (const passage of this.#blotted) this.#sieve.blotOut(passage);
    }
    // A first guess, so that the sieve lets less through.
    const guess = new Closest(this.#allowed);
    this.#search(this.#sieve.likeliest(), guess);
    const closest = new Closest(guess.fewest);
    let ends = this.#sieve.next(0, closest.errors);
    while (ends) {
      this.#searchAll(ends, closest);
      ends = closest.errors < 0 ? null : this.#sieve.next(ends.end, closest.errors);
    }
    return closest.found;
  }

  #closestIn(ends: readonly Span[]): Span[] {
    const closest = new Closest(this.#errors);
    for (const some of ends) this.#searchAll(some, closest);
    return closest.found;
  }

  /** Window by window, since the search looks back from every match: in "aaaa…" from every letter. */
  #searchAll({ start, end }: Span, closest: Closest): void {
    for (let from = start; from < end && closest.errors >= 0; from += this.#window) {
      this.#search(span(from, Math.min(end, from + this.#window)), closest);
    }
  }

  /** Looks for matches that end after the start of a stretch, and at its end or before it. */
  #search({ start, end }: Span, closest: Closest): void {
    const from = Math.max(0, start + 1 - this.#needle.length - closest.errors);
    for (const match of search(this.#left(from, end), this.#needle, closest.errors)) {
      // What ends before that is perhaps seen in part only; it is found where it belongs.
      if (from + match.end > start) {
        closest.add(span(from + match.start, from + match.end), match.errors);
      }
    }
  }

  /** A stretch of the text without what is blotted out. */
  #left(start: number, end: number): string {
    let text = this.#text.slice(start, end);
    for (const passage of this.#blotted) {
      const from = Math.max(passage.start - start, 0);
      const to = Math.min(passage.end - start, text.length);
      if (from < to) text = text.slice(0, from) + '\0'.repeat(to - from) + text.slice(to);
    }
    return text;
  }
}

/** Collects the closest of the matches that are found one after the other. */
class Closest {
  found: Span[] = [];

  /** @param fewest the most differences that a match may have; then those of the closest */
  constructor(public fewest: number) {}

  /** With how many differences matches are still wanted; -1 for none. */
  get errors(): number {
    return this.found.length < MAX_CANDIDATES ? this.fewest : this.fewest - 1;
  }

  add(match: Span, errors: number): void {
    if (errors < this.fewest) {
      this.fewest = errors;
      this.found = [];
    }
    if (this.found.length < MAX_CANDIDATES) this.found.push(match);
  }
}
