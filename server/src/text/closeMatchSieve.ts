import { span, type Span } from './span.js';

/** Pieces of so many UTF-16 units are counted. */
const PIECE = 3;
const TABLE = 0x10000;
/** Ends of matches are told apart by stretches of so many units, two to this power. */
const STRETCH_BITS = 6;
const STRETCH = 1 << STRETCH_BITS;

/**
 * Tells where in a text words can stand with few differences. Each difference spoils three of the
 * words' pieces of three letters at most; wherever the others do not stand close together no match
 * can end (the q-gram lemma).
 */
export class CloseMatchSieve {
  readonly #textLength: number;
  readonly #length: number;
  /** By the last unit of a piece of the text: 1 where it is one of the words' pieces. */
  readonly #isPiece: Uint8Array;
  /** By stretch of the text: the most pieces that stand close together before a place in it. */
  readonly #most: Uint16Array;
  /** How close that is: in a match as long as can be, so many pieces end. */
  readonly #width: number;

  /** @param allowed the most differences that will be asked for */
  constructor(text: string, needle: string, allowed: number) {
    this.#textLength = text.length;
    this.#length = needle.length;
    this.#width = Math.max(1, needle.length + allowed - PIECE + 1);
    this.#isPiece = piecesIn(text, needle);
    this.#most = new Uint16Array(Math.ceil(text.length / STRETCH));
    this.#count(0, text.length);
  }

  /** From now on what stands there counts for nothing. */
  blotOut({ start, end }: Span): void {
    this.#isPiece.fill(0, start, end + PIECE - 1);
    const first = Math.floor(start / STRETCH);
    const after = Math.ceil((end + PIECE + this.#width) / STRETCH);
    this.#most.fill(0, first, after);
    this.#count(first * STRETCH, Math.min(after * STRETCH, this.#textLength));
  }

  /** Counts pieces before each place from one to another. */
  #count(from: number, to: number): void {
    const isPiece = this.#isPiece;
    const most = this.#most;
    const width = this.#width;
    let count = 0;
    for (let i = Math.max(0, from - width); i < from; i++) count += isPiece[i] ?? 0;
    for (let i = from; i < to;) {
      const end = Math.min(to, i + STRETCH);
      let best = 0;
      for (let at = i; at < end; at++) {
        count += isPiece[at] ?? 0;
        if (at >= width) count -= isPiece[at - width] ?? 0;
        if (count > best) best = count;
      }
      most[i >>> STRETCH_BITS] = best;
      i = end;
    }
  }

  /** Where a match ends most likely: after `start`, at `end` or before it. */
  likeliest(): Span {
    let best = 0;
    for (let stretch = 1; stretch < this.#most.length; stretch++) {
      if ((this.#most[stretch] ?? 0) > (this.#most[best] ?? 0)) best = stretch;
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
    const last = this.#most.length;
    let first = Math.ceil(from / STRETCH);
    while (first < last && (this.#most[first] ?? 0) < least) first++;
    if (first >= last) return null;
    let after = first + 1;
    while (after < last && (this.#most[after] ?? 0) >= least) after++;
    return this.#stretches(first, after);
  }

  #stretches(first: number, after: number): Span {
    return span(first * STRETCH, Math.min(this.#textLength, after * STRETCH));
  }
}

/** Where pieces of the needle end in the text, and perhaps a few others that look like them. */
function piecesIn(text: string, needle: string): Uint8Array {
  const table = new Uint8Array(TABLE);
  let key = 0;
  for (let i = 0; i < needle.length; i++) {
    key = next(key, needle.charCodeAt(i));
    if (i >= PIECE - 1) table[key] = 1;
  }
  const found = new Uint8Array(text.length);
  key = 0;
  for (let i = 0; i < text.length; i++) {
    key = next(key, text.charCodeAt(i));
    found[i] = table[key] ?? 0;
  }
  return found;
}

/** Depends on the last three units only: what came before them is shifted out. */
function next(key: number, unit: number): number {
  return ((key << 6) ^ Math.imul(unit, 0x9e5)) & (TABLE - 1);
}
