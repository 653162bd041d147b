import { CAREFUL, foldedUnits } from './foldedUnits.js';
import { joins } from './nameGaps.js';
import { Sieve } from './numberTable.js';

/*
 * The words of names and of texts: runs of letters, digits and combining marks. Words are compared
 * in small letters and by numbers made of their UTF-16 units; a word that the quick way could get
 * wrong (`Σ`, `İ`, anything outside the first 65,536 characters) is folded as a whole instead.
 */

const FACTOR = 0x01000193;
/** FACTOR × UNDO is 1 modulo 2³²: a unit can be taken off a word's number again. */
const UNDO = 0x359c449b;

const wordHere = /[\p{L}\p{N}\p{M}]+/uy;

/** The hash of a word with one more unit at its end. */
export function withUnit(hash: number, unit: number): number {
  return (Math.imul(hash, FACTOR) + unit) | 0;
}

/** The hash of a word without its last unit. */
export function withoutUnit(hash: number, last: number): number {
  return Math.imul((hash - last) | 0, UNDO);
}

/** Lets every word through. */
const everyWord = Sieve.ofEverything();

/** Reads the words of a text from left to right, and knows of the word it stands at: */
export class WordScan {
  /** Its UTF-16 offsets in the text. */
  start = 0;
  end = 0;
  /** A number made of the word in small letters. Equal words have equal ones; others may. */
  foldHash = 0;
  /** The word in small letters, where folding unit by unit will not do. */
  protected folded: string | null = null;

  constructor(readonly text: string) {}

  /**
   * Goes to the first word that starts at or after an offset, which is not inside a word.
   * @returns false where there is none
   */
  next(from: number): boolean {
    return this.nextThrough(everyWord, from);
  }

  /**
   * As {@link next}, to the first word whose {@link foldHash} a sieve lets through. All of a text goes
   * through this loop, and few words of it get any further.
   */
  nextThrough(sieve: Sieve, from: number): boolean {
    const { text } = this;
    const { length } = text;
    const units = foldedUnits; // what is imported is looked up at every use
    const careful = CAREFUL;
    let start = from;
    let hash = 0;
    for (let at = from; at < length; at++) {
      const unit = units[text.charCodeAt(at)] ?? 0;
      if (unit > careful) {
        hash = (Math.imul(hash, FACTOR) + unit) | 0;
        continue;
      }
      if (unit === careful) {
        if (this.readWithCare(start)) {
          if (sieve.mayHold(this.foldHash)) {
            return true;
          }
          at = this.end - 1;
        } // else half a character, or one that is no letter
      } else if (sieve.mayHold(hash) && start < at) {
        this.standAt(start, at, hash);
        return true;
      }
      start = at + 1;
      hash = 0;
    }
    if (start < length && sieve.mayHold(hash)) {
      this.standAt(start, length, hash);
      return true;
    }
    return false;
  }

  private standAt(start: number, end: number, foldHash: number): void {
    this.start = start;
    this.end = end;
    this.foldHash = foldHash;
    this.folded = null;
  }

  /** Whether there is another word after the one it stands at. */
  hasNext(): boolean {
    for (let at = this.end; at < this.text.length; at++) {
      const unit = foldedUnits[this.text.charCodeAt(at)] ?? 0;
      if (unit !== 0) {
        return unit !== CAREFUL || new WordScan(this.text).next(at);
      }
    }
    return false;
  }

  private readWithCare(start: number): boolean {
    wordHere.lastIndex = start;
    const word = wordHere.exec(this.text)?.[0];
    if (word === undefined) {
      return false;
    }
    this.start = start;
    this.end = start + word.length;
    this.folded = word.toLowerCase();
    this.foldHash = 0;
    for (let n = 0; n < this.folded.length; n++) {
      this.foldHash = withUnit(this.foldHash, this.folded.charCodeAt(n));
    }
    return true;
  }

  /** Goes to the next word, if the two can belong to one name; else stays where it is. */
  nextJoined(): boolean {
    const { text, start, end, folded, foldHash } = this;
    if (this.next(end) && joins(text, start, end, this.start)) {
      return true;
    }
    this.start = start;
    this.end = end;
    this.folded = folded;
    this.foldHash = foldHash;
    return false;
  }

  /** A unit of the word in small letters; 0 outside of it. */
  protected unitAt(index: number): number {
    if (this.folded !== null) {
      return index < 0 || index >= this.folded.length ? 0 : this.folded.charCodeAt(index);
    }
    return index < 0 ? 0 : (foldedUnits[this.text.charCodeAt(this.start + index)] ?? 0);
  }

  /** Whether the first letter is a capital: not itself in small letters. */
  get isCapital(): boolean {
    const first = this.text.charCodeAt(this.start);
    return foldedUnits[first] !== first;
  }
}
