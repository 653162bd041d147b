import { cutsNumber, NUMBER_REACH } from './numberTokens.js';
import { span, type Span } from './span.js';
import type { TextChange } from './textChange.js';

/** Where words stand in a text, letter by letter, without cutting a number. */
export interface QuotePlaces {
  readonly spans: readonly Span[];
  /** Whether these are all, and few were tried. */
  readonly areAll: boolean;
}

/** More places than this are not listed; nobody reads them. */
const MAX_PLACES = 1000;

/** In tries times the quote's length: in "1111…" a number of ones stands nearly everywhere. */
const MAX_WORK = 5e6;

/** Longer words, and such as stand in more places, are looked for in the whole text again. */
const MAX_CARRIED_LENGTH = 1000;
const MAX_CARRIED_PLACES = 50;
const MAX_CARRIED_TRIES = 1000;

/** Every place of the needle that cuts no number, overlapping ones too; of very many the first ones. */
export function placesOf(text: string, needle: string): QuotePlaces {
  const spans: Span[] = [];
  let tries = Math.ceil(MAX_WORK / needle.length);
  let start = text.indexOf(needle);
  while (start >= 0 && spans.length < MAX_PLACES && tries-- > 0) {
    const end = start + needle.length;
    if (!cutsNumber(text, start) && !cutsNumber(text, end)) spans.push(span(start, end));
    start = text.indexOf(needle, start + 1);
  }
  const tried = Math.ceil(MAX_WORK / needle.length) - tries;
  return { spans, areAll: start < 0 && tried <= MAX_CARRIED_TRIES };
}

/** Where a needle starts that stands in one place, cutting no number; -1 for all others. */
export function onlyPlaceOf(text: string, needle: string): number {
  const start = needle === '' ? -1 : text.indexOf(needle);
  const isOnly =
    start >= 0 &&
    text.indexOf(needle, start + 1) < 0 &&
    !cutsNumber(text, start) &&
    !cutsNumber(text, start + needle.length);
  return isOnly ? start : -1;
}

const none: readonly Span[] = [];

/** So far from a change it does not matter to whether a place cuts a number. */
const REACH = NUMBER_REACH + 1;

/** Units of the pieces of words that are looked up before the words are looked for. */
const PIECE = 4;
const TABLE = 0x4000;

/** Which of the table's places four units of a text share, perhaps with others. */
function pieceAt(text: string, at: number): number {
  let key = 0;
  for (let i = at; i < at + PIECE; i++) key = Math.imul(key, 0x25) + text.charCodeAt(i);
  return key & (TABLE - 1);
}

/** Finds again in an edited text what was found before the edit, by looking where it changed. */
export class ChangedPlaces {
  readonly #text: string;
  readonly #change: TextChange;
  /** The text around the change, as far as any place of interest goes. */
  readonly #around: string;
  readonly #aroundStart: number;
  /** By what four units are together: 1 where such stand around the change. */
  readonly #pieces = new Uint8Array(TABLE);

  /** @param longest of the needles that will be asked for */
  constructor(text: string, change: TextChange, longest: number) {
    this.#text = text;
    this.#change = change;
    const far = REACH + Math.min(longest, MAX_CARRIED_LENGTH);
    this.#aroundStart = Math.max(0, change.start - far);
    this.#around = text.slice(this.#aroundStart, change.newEnd + far);
    for (let at = 0; at + PIECE <= this.#around.length; at++) {
      this.#pieces[pieceAt(this.#around, at)] = 1;
    }
  }

  /**
   * @param before all places before the edit
   * @returns what {@link placesOf} finds now: the same object where that is the same; `null` where it has
   * to be asked
   */
  of(needle: string, before: QuotePlaces): QuotePlaces | null {
    const { spans, areAll } = before;
    if (!areAll || needle.length > MAX_CARRIED_LENGTH || spans.length > MAX_CARRIED_PLACES) {
      return null;
    }
    const { start, oldEnd, newEnd } = this.#change;
    const shift = newEnd - oldEnd;
    const anew = this.#mayBeNear(needle) ? this.#near(needle) : none;
    if (anew === null) return null;
    if (anew.length === 0) {
      const last = spans.at(-1);
      if (!last || last.end + REACH <= start) return before;
      if (shift === 0 && !this.touchesAny(spans)) return before;
    }
    return {
      spans: [
        ...spans.filter((at) => at.end + REACH <= start),
        ...anew,
        ...spans
          .filter((at) => at.start - REACH >= oldEnd)
          .map((at) => span(at.start + shift, at.end + shift)),
      ],
      areAll,
    };
  }

  /** Whether the change may matter to a place before the edit. */
  touches(at: Span): boolean {
    return at.end + REACH > this.#change.start && at.start - REACH < this.#change.oldEnd;
  }

  touchesAny(spans: readonly Span[]): boolean {
    for (const at of spans) if (this.touches(at)) return true; // no closure for each of thousands
    return false;
  }

  /** False where the words cannot stand around the change: nearly all do not, and looking for each takes its time. */
  #mayBeNear(needle: string): boolean {
    if (needle.length < PIECE) return true;
    const last = needle.length - PIECE;
    return this.#pieces[pieceAt(needle, 0)] === 1 && this.#pieces[pieceAt(needle, last)] === 1;
  }

  /** The places now to which the change may matter; `null` for too many. */
  #near(needle: string): readonly Span[] | null {
    const { start, newEnd } = this.#change;
    const found: Span[] = [];
    const first = Math.max(0, start - REACH - needle.length + 1 - this.#aroundStart);
    let tries = 2 * MAX_CARRIED_PLACES;
    for (
      let at = this.#around.indexOf(needle, first);
      at >= 0 && at + this.#aroundStart < newEnd + REACH;
      at = this.#around.indexOf(needle, at + 1)
    ) {
      if (tries-- <= 0) return null;
      const from = at + this.#aroundStart;
      const to = from + needle.length;
      if (!cutsNumber(this.#text, from) && !cutsNumber(this.#text, to)) found.push(span(from, to));
    }
    return found;
  }
}
