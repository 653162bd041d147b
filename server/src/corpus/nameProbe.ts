import { NameForms } from './nameForms.js';
import { CAREFUL, foldedUnits } from './foldedUnits.js';
import { WordReader } from './nameWords.js';
import { mayCutWords } from './cutWords.js';

/** With more names than this their texts are searched word by word. */
const MOST_NAMES = 64;
/** A name whose rarest word comes later than this, in UTF-16 units, is searched for word by word. */
const FARTHEST = 200;

/** All units that are ASCII letters or digits in small letters: `a`, `A`, the sign of the kelvin … */
const asciiUnits = Array.from(foldedUnits.keys()).filter((unit) => {
  const folded = foldedUnits[unit] ?? 0;
  return folded > CAREFUL && folded < 128;
});

/** The word of a name that is looked for first. */
interface Needle {
  /** In small letters, ASCII only, without an ending that a plural changes. */
  readonly word: string;
  /** A name that holds it begins at most so many UTF-16 units before it. */
  readonly reach: number;
}

/**
 * Tells very quickly whether a text holds one of a few names. Most of a text is passed over unread,
 * after Horspool: where the unit `n` places on is in no needle, none can begin in between.
 */
export class NameProbe {
  readonly isEmpty: boolean;
  private readonly forms = new NameForms();
  /** Undefined where texts are searched word by word. */
  private readonly needles: readonly Needle[] | undefined;
  /** How many units all needles have at least. */
  private readonly length: number;
  /** By UTF-16 unit at the end of a needle's first `length` units: how far on the next end can be. */
  private readonly shifts: Uint8Array;

  constructor(names: readonly string[]) {
    this.forms.add(names);
    const needles = names.length > MOST_NAMES ? [] : names.map(needleOf);
    const found = needles.filter((needle) => needle !== undefined);
    const withWords = names.filter((name) => new WordReader(name).next(0));
    this.isEmpty = withWords.length === 0;
    this.needles = found.length === withWords.length ? found : undefined;
    this.length = Math.min(255, ...found.map(({ word }) => word.length));
    this.shifts = this.needles === undefined ? new Uint8Array() : shifts(found, this.length);
  }

  /** Whether a name is found in a text where nothing else is looked for. */
  holds(text: string): boolean {
    if (this.isEmpty) {
      return false;
    }
    if (this.needles === undefined) {
      return this.holdsBetween(text, 0, text.length);
    }
    const { shifts, length } = this;
    let last = length - 1;
    while (last < text.length) {
      const shift = shifts[text.charCodeAt(last)] ?? 1;
      if (shift > 0) {
        last += shift;
      } else if (this.holdsAt(text, last - length + 1)) {
        return true;
      } else {
        last++;
      }
    }
    return false;
  }

  /**
   * Whether a name may be found in what readers see of a text that is written with marks. False is
   * certain: of each name a word stands nowhere in the source, and no mark can have cut it in two.
   */
  mayHoldBehindMarks(source: string): boolean {
    const { needles, shifts, length } = this;
    if (this.isEmpty) {
      return false;
    }
    if (needles === undefined) {
      return true;
    }
    let last = length - 1;
    while (last < source.length) {
      const shift = shifts[source.charCodeAt(last)] ?? 1;
      if (shift > 0) {
        last += shift;
      } else if (needles.some(({ word }) => standsAt(word, source, last - length + 1))) {
        return true;
      } else {
        last++;
      }
    }
    return mayCutWords(source);
  }

  /** Whether a name is found around a place where a needle may stand. */
  private holdsAt(text: string, at: number): boolean {
    const before = at === 0 ? 0 : (foldedUnits[text.charCodeAt(at - 1)] ?? 0);
    if (before > CAREFUL) {
      return false; // inside a word
    }
    for (const { word, reach } of this.needles ?? []) {
      if (standsAt(word, text, at) && this.holdsBetween(text, Math.max(0, at - reach), at)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a name begins between two places; a place inside a word can only find too much. */
  private holdsBetween(text: string, from: number, to: number): boolean {
    const unit = text.charCodeAt(from);
    const isHalf = from > 0 && unit >= 0xdc00 && unit < 0xe000;
    let isFound = false;
    this.forms.search(
      text,
      () => {
        isFound = true;
        return false;
      },
      { from: isHalf ? from - 1 : from, to },
    );
    return isFound;
  }
}

function standsAt(word: string, text: string, at: number): boolean {
  for (let n = 0; n < word.length; n++) {
    if (foldedUnits[text.charCodeAt(at + n)] !== word.charCodeAt(n)) {
      return false;
    }
  }
  return true;
}

/** The longest word of a name; undefined where none is long enough, of ASCII, and near its beginning. */
function needleOf(name: string): Needle | undefined {
  const reader = new WordReader(name);
  let best: Needle | undefined;
  let reach = 0;
  while (reach <= FARTHEST && reader.next(reader.end)) {
    const isLast = !reader.hasNext();
    if (isLast) {
      reader.readStem();
    }
    const units = Array.from({ length: reader.keyLength(isLast) }, (_, n) =>
      reader.keyUnit(n, isLast),
    );
    const key = String.fromCharCode(...units.slice(0, FARTHEST));
    const word = isLast && key.endsWith('y') ? key.slice(0, -1) : key; // agency, agencies
    if (word.length > (best?.word.length ?? 1) && units.every((unit) => unit < 128)) {
      best = { word, reach };
    }
    // A word of a text has at most as many units as in small letters, and a gap at most four.
    reach += units.length + 4;
  }
  return best;
}

function shifts(needles: readonly Needle[], length: number): Uint8Array {
  const byFolded = new Uint8Array(128).fill(length);
  for (const { word } of needles) {
    for (let n = 0; n < length; n++) {
      const unit = word.charCodeAt(n);
      byFolded[unit] = Math.min(byFolded[unit] ?? length, length - 1 - n);
    }
  }
  const byUnit = new Uint8Array(0x10000).fill(length);
  for (const unit of asciiUnits) {
    byUnit[unit] = byFolded[foldedUnits[unit] ?? 0] ?? length;
  }
  return byUnit;
}
