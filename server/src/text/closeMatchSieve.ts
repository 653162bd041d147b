import { span, type Span } from './span.js';

/** Pieces of so many UTF-16 units are counted. */
const PIECE = 3;
const TABLE = 0x4000;
/** Ends of matches are told apart by stretches of so many units, two to this power. */
const STRETCH_BITS = 6;
const STRETCH = 1 << STRETCH_BITS;
/** For a stretch in which nobody looked so far. */
const UNKNOWN = 0xffff;

/**
 * Tells where in a text words can stand with few differences. Each difference spoils three of the
 * words' pieces of three letters at most; wherever the others do not stand close together no match
 * can end (the q-gram lemma). Of most stretches it is enough to know how many pieces are in them.
 */
export class CloseMatchSieve {
  readonly #text: string;
  readonly #length: number;
  /** By what three units have in common: 1 where the words have such a piece, and for a few others. */
  readonly #pieces: Uint8Array;
  /** By stretch of the text: how many pieces end in it. */
  readonly #counts: Uint16Array;
  /** By stretch of the text: the most pieces that stand close together before a place in it. */
  readonly #most: Uint16Array;
  /** How close that is: in a match as long as can be, so many pieces end. */
  readonly #width: number;
  /** So many stretches before its own such a match reaches into. */
  readonly #back: number;
  readonly #isPiece: Uint8Array;
  readonly #blotted: Span[] = [];

  /** @param allowed the most differences that will be asked for */
  constructor(text: string, needle: string, allowed: number) {
    this.#text = text;
    this.#length = needle.length;
    this.#width = Math.max(1, needle.length + allowed - PIECE + 1);
    this.#back = Math.ceil((this.#width - 1) / STRETCH);
    this.#isPiece = new Uint8Array(this.#width + STRETCH);
    this.#pieces = piecesOf(needle);
    this.#counts = countsIn(text, this.#pieces);
    this.#most = new Uint16Array(this.#counts.length).fill(UNKNOWN);
  }

  /** From now on what stands there counts for less. */
  blotOut(passage: Span): void {
    this.#blotted.push(passage);
    const after = Math.ceil((passage.end + PIECE) / STRETCH) + this.#back;
    this.#most.fill(UNKNOWN, Math.floor(passage.start / STRETCH), after);
  }

  /** Where a match may well end: after `start`, at `end` or before it. */
  likeliest(): Span {
    let best = 0;
    let most = -1;
    for (let stretch = 0; stretch < this.#counts.length; stretch++) {
      const count = this.#countUpTo(stretch);
      if (count > most) {
        most = count;
        best = stretch;
      }
    }
    return this.#stretches(best, best + 1);
  }

  /**
   * The next stretches of the text in which matches with at most so many differences can end: after
   * `start`, at `end` or before it. `null` where there are none.
   *
   * @param from where the last ones ended, or 0
   */
  next(from: number, errors: number): Span | null {
    const least = this.#length - PIECE + 1 - PIECE * errors;
    const last = this.#counts.length;
    let first = Math.ceil(from / STRETCH);
    while (first < last && !this.#reaches(first, least)) first++;
    if (first >= last) return null;
    let after = first + 1;
    while (after < last && this.#reaches(after, least)) after++;
    return this.#stretches(first, after);
  }

  #stretches(first: number, after: number): Span {
    return span(first * STRETCH, Math.min(this.#text.length, after * STRETCH));
  }

  /** Whether so many pieces stand close together before some place in a stretch. */
  #reaches(stretch: number, least: number): boolean {
    if (this.#countUpTo(stretch) < least) return false;
    let most = this.#most[stretch] ?? UNKNOWN;
    if (most === UNKNOWN) most = this.#most[stretch] = this.#mostIn(stretch);
    return most >= least;
  }

  /** No more pieces than these stand close together before a place in a stretch. */
  #countUpTo(stretch: number): number {
    let count = 0;
    for (let i = Math.max(0, stretch - this.#back); i <= stretch; i++) {
      count += this.#counts[i] ?? 0;
    }
    return count;
  }

  #mostIn(stretch: number): number {
    const width = this.#width;
    const isPiece = this.#isPiece;
    const begin = stretch * STRETCH;
    const from = Math.max(0, begin - width + 1);
    const end = Math.min(this.#text.length, begin + STRETCH);
    let key = 0;
    for (let i = Math.max(0, from - PIECE + 1); i < end; i++) {
      key = next(key, this.#text.charCodeAt(i));
      if (i >= from) isPiece[i - from] = this.#pieces[key] ?? 0;
    }
    for (const passage of this.#blotted) {
      const first = Math.max(0, passage.start - from);
      if (passage.end + PIECE > from) isPiece.fill(0, first, passage.end + PIECE - 1 - from);
    }
    let count = 0;
    let most = 0;
    for (let i = from; i < end; i++) {
      count += isPiece[i - from] ?? 0;
      if (i - width >= from) count -= isPiece[i - width - from] ?? 0;
      if (i >= begin && count > most) most = count;
    }
    return most;
  }
}

function piecesOf(needle: string): Uint8Array {
  const table = new Uint8Array(TABLE);
  let key = 0;
  for (let i = 0; i < needle.length; i++) {
    key = next(key, needle.charCodeAt(i));
    if (i >= PIECE - 1) table[key] = 1;
  }
  return table;
}

function countsIn(text: string, pieces: Uint8Array): Uint16Array {
  const counts = new Uint16Array(Math.ceil(text.length / STRETCH));
  let key = 0;
  let i = 0;
  for (let stretch = 0; stretch < counts.length; stretch++) {
    const end = Math.min(text.length, i + STRETCH);
    let count = 0;
    for (; i < end; i++) {
      key = next(key, text.charCodeAt(i));
      count += pieces[key] ?? 0;
    }
    counts[stretch] = count;
  }
  return counts;
}

/** Depends on the last three units only: what came before them is shifted out. */
function next(key: number, unit: number): number {
  return ((key << 5) ^ Math.imul(unit, 0x9e5)) & (TABLE - 1);
}
