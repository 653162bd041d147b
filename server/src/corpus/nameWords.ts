import { CAREFUL, foldedUnits } from './foldedUnits.js';
import { joins } from './nameGaps.js';
import { Sieve } from './numberTable.js';

/*
 * The words of names and of texts: runs of letters, digits and combining marks. Words are compared
 * in small letters and by numbers made of their UTF-16 units; a word that the quick way could get
 * wrong (`Σ`, `İ`, anything outside the first 65,536 characters) is folded as a whole instead.
 */

const S = 0x73;
const E = 0x65;
const I = 0x69;
const Y = 0x79;

const FACTOR = 0x01000193;
/** FACTOR × UNDO is 1 modulo 2³²: a unit can be taken off a word's number again. */
const UNDO = 0x359c449b;

const wordHere = /[\p{L}\p{N}\p{M}]+/uy;

/** The hash of a word with one more unit at its end. */
function withUnit(hash: number, unit: number): number {
  return (Math.imul(hash, FACTOR) + unit) | 0;
}

function withoutUnit(hash: number, last: number): number {
  return Math.imul((hash - last) | 0, UNDO);
}

/** Lets every word through. */
const everyWord = Sieve.ofEverything();

/**
 * Reads the words of a text from left to right. Of the word it stands at it knows where it is, and
 * its two keys: in small letters (`fold`), and the singular of that (`stem`).
 */
export class WordReader {
  /** UTF-16 offsets of the word in the text. */
  start = 0;
  end = 0;
  /** A number made of the word in small letters. Equal words have equal ones; others may. */
  foldHash = 0;
  /** As {@link foldHash}, of the singular; as of the last {@link readStem}. */
  private stemHash = 0;
  /** How many units of the word in small letters the singular keeps, and whether a `y` follows. */
  private stemKeeps = 0;
  private stemEndsInY = false;
  /** The word in small letters, where folding unit by unit will not do. */
  private folded: string | null = null;

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
        return unit !== CAREFUL || new WordReader(this.text).next(at);
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

  /**
   * Finds the singular of the word's common English plurals. In a short word only a small `s`
   * counts, so that "NHS" keeps its own and "TRUSTS" in a headline does not.
   * @returns whether it is another word
   */
  readStem(): boolean {
    const length = this.folded?.length ?? this.end - this.start;
    const last = this.text.charCodeAt(this.end - 1);
    this.stemHash = this.foldHash;
    this.stemKeeps = length;
    this.stemEndsInY = false;
    if (length < 3 || !(last === S || (last === 0x53 && this.end - this.start > 4))) {
      return false;
    }
    const before = this.unitAt(length - 2);
    if (before === E && length > 4 && this.unitAt(length - 3) === I) {
      this.drop(3);
      this.stemEndsInY = true;
      this.stemHash = withUnit(this.stemHash, Y);
      return true;
    }
    if (before === E && takesEs(this.unitAt(length - 4), this.unitAt(length - 3))) {
      this.drop(2);
      return true;
    }
    if (before === S || before === 0x75 || before === I) {
      return false; // "process", "status", "analysis"
    }
    this.drop(1);
    return true;
  }

  private drop(units: number): void {
    for (let n = 0; n < units; n++) {
      this.stemKeeps--;
      this.stemHash = withoutUnit(this.stemHash, this.unitAt(this.stemKeeps));
    }
  }

  /** A unit of the word in small letters; 0 outside of it. */
  private unitAt(index: number): number {
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

  /** The hashes of all words, in small letters, that can have the same singular as this one. */
  pluralHashes(): readonly number[] {
    this.readStem();
    const { stemHash } = this;
    const withE = withUnit(stemHash, E);
    const hashes = [stemHash, withUnit(stemHash, S), withUnit(withE, S)];
    if (this.keyUnit(this.keyLength(true) - 1, true) === Y) {
      const withI = withUnit(withoutUnit(stemHash, Y), I);
      hashes.push(withUnit(withUnit(withI, E), S));
    }
    return hashes;
  }

  /** The hash of the word in small letters, or of its singular. */
  keyHash(isStem: boolean): number {
    return isStem ? this.stemHash : this.foldHash;
  }

  /** How many units the word has in small letters, or its singular. */
  keyLength(isStem: boolean): number {
    return isStem
      ? this.stemKeeps + (this.stemEndsInY ? 1 : 0)
      : (this.folded?.length ?? this.end - this.start);
  }

  /** A unit of the word in small letters, or of its singular. */
  keyUnit(index: number, isStem: boolean): number {
    return isStem && index === this.stemKeeps && this.stemEndsInY ? Y : this.unitAt(index);
  }

  /** Whether the word in small letters, or its singular, is so many units of a list, from an index on. */
  isKey(units: Uint16Array, from: number, length: number, isStem: boolean): boolean {
    if (length !== this.keyLength(isStem)) {
      return false;
    }
    if (this.folded !== null || (isStem && this.stemEndsInY)) {
      for (let n = 0; n < length; n++) {
        if (units[from + n] !== this.keyUnit(n, isStem)) {
          return false;
        }
      }
      return true;
    }
    const { text, start } = this;
    const folded = foldedUnits;
    for (let n = 0; n < length; n++) {
      if (units[from + n] !== folded[text.charCodeAt(start + n)]) {
        return false;
      }
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
}

/** What ends like "process", "church", "wish", "tax" or "quiz" takes `es`. */
function takesEs(before: number, last: number): boolean {
  return (
    (last === S && before === S) ||
    (last === 0x68 && (before === S || before === 0x63)) ||
    last === 0x78 ||
    last === 0x7a
  );
}
