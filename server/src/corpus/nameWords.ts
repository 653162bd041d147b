import { foldedUnits } from './foldedUnits.js';
import { withoutUnit, withUnit, WordScan } from './wordScan.js';

const S = 0x73;
const E = 0x65;
const I = 0x69;
const Y = 0x79;

/**
 * Reads the words of a text, and knows two keys of the one it stands at: the word in small letters
 * (`fold`), and the singular of that (`stem`).
 */
export class WordReader extends WordScan {
  /** As `foldHash`, of the singular; as of the last {@link readStem}. */
  private stemHash = 0;
  /** How many units of the word in small letters the singular keeps, and whether a `y` follows. */
  private stemKeeps = 0;
  private stemEndsInY = false;

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
