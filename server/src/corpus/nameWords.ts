/*
 * The words of names and of texts: runs of letters, digits and combining marks. Words are compared
 * in small letters and by numbers made of their UTF-16 units; a word that the quick way could get
 * wrong (`Σ`, `İ`, anything outside the first 65,536 characters) is folded as a whole instead.
 */

/** A unit of a word that is to be looked at with care. No letter in small letters is U+0001. */
export const CAREFUL = 1;

const S = 0x73;
const E = 0x65;
const I = 0x69;
const Y = 0x79;

/** By UTF-16 unit: 0 where it is no part of a word, CAREFUL, or else the unit in small letters. */
export const foldedUnits: Uint16Array = makeFoldedUnits();

function makeFoldedUnits(): Uint16Array {
  const units = new Uint16Array(0x10000);
  const all = Array.from({ length: 256 }, (_, page) =>
    String.fromCharCode(...Array.from({ length: 256 }, (_, n) => page * 256 + n)),
  ).join('');
  for (const { 0: run, index } of all.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const isSmall = run === run.toLowerCase();
    for (let n = 0; n < run.length; n++) {
      units[index + n] = isSmall ? run.charCodeAt(n) : foldedUnit(run.charAt(n));
    }
  }
  return units.fill(CAREFUL, 0xd800, 0xe000); // halves of characters
}

function foldedUnit(letter: string): number {
  const small = letter.toLowerCase();
  // How a sigma is written small depends on whether it ends the word.
  return small.length === 1 && letter !== '\u03a3' ? small.charCodeAt(0) : CAREFUL;
}

const FACTOR = 0x01000193;
/** FACTOR × UNDO is 1 modulo 2³²: a unit can be taken off a word's number again. */
const UNDO = 0x359c449b;

const wordHere = /[\p{L}\p{N}\p{M}]+/uy;

/** The hash of a word with more units at its end. */
function withUnits(hash: number, ...units: readonly number[]): number {
  return units.reduce((sum, unit) => (Math.imul(sum, FACTOR) + unit) | 0, hash);
}

function withoutUnit(hash: number, last: number): number {
  return Math.imul((hash - last) | 0, UNDO);
}

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
    const { text } = this;
    const { length } = text;
    let at = from;
    while (at < length) {
      let unit = foldedUnits[text.charCodeAt(at)] ?? 0;
      if (unit === 0) {
        at++;
        continue;
      }
      const start = at;
      let hash = 0;
      while (unit > CAREFUL) {
        hash = (Math.imul(hash, FACTOR) + unit) | 0;
        at++;
        unit = at < length ? (foldedUnits[text.charCodeAt(at)] ?? 0) : 0;
      }
      if (unit === CAREFUL) {
        if (this.readWithCare(start)) {
          return true;
        }
        at = start + 1; // half a character, or one that is no letter
        continue;
      }
      this.start = start;
      this.end = at;
      this.foldHash = hash;
      this.folded = null;
      return true;
    }
    return false;
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
      this.foldHash = withUnits(this.foldHash, this.folded.charCodeAt(n));
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
      this.stemHash = withUnits(this.stemHash, Y);
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
    const length = this.keyLength(true);
    const hashes = [this.stemHash, withUnits(this.stemHash, S), withUnits(this.stemHash, E, S)];
    if (this.keyUnit(length - 1, true) === Y) {
      const rest = withoutUnit(this.stemHash, Y);
      hashes.push(withUnits(rest, I, E, S));
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

const gapInName = /^(?:[^\S\r\n]{1,2}|[^\S\r\n]?\r?\n[^\S\r\n]?|['’\-‐‑–/]| ?& ?)$/u;

/** What may stand between two words of one name: a space, a hyphen, an apostrophe, `&`, "Dr. ". */
function joins(text: string, start: number, end: number, next: number): boolean {
  if (next - end > 4) {
    return false;
  }
  if (next - end === 1 && text.charCodeAt(end) === 0x20) {
    return true;
  }
  const gap = text.slice(end, next);
  return gapInName.test(gap) || (gap === '. ' && isShortened(text.slice(start, end)));
}

/** "Dr", "Prof", an initial; but "NHS. London" is the end of a sentence. */
function isShortened(word: string): boolean {
  return /^\p{Lu}\p{Ll}{0,3}$/u.test(word);
}
