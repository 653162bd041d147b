import { closeMatches, lowerInPlace } from './closeMatch.js';
import { fold, foldText } from './fold.js';
import type { MappedText } from './mappedText.js';
import { cutsNumber } from './numberTokens.js';
import { span, type Span } from './span.js';

/** Words of a text and, where they stand in it more than once, what is around them (W3C). */
export interface QuoteSelector {
  readonly exact: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

/**
 * Where a quote stands; spans are UTF-16 offsets into the finder's text. `changed`: not these
 * words, but others close to them with the same figures; `text` is what stands there, its white
 * space made single spaces.
 */
export type QuoteMatch =
  | { readonly kind: 'found'; readonly span: Span }
  | { readonly kind: 'ambiguous'; readonly spans: readonly Span[] }
  | { readonly kind: 'changed'; readonly span: Span; readonly text: string }
  | { readonly kind: 'missing' };

/** More places than this are not listed; nobody reads them. */
const MAX_PLACES = 1000;

/** In tries times the quote's length: in "1111…" a number of ones stands nearly everywhere. */
const MAX_WORK = 5e6;

/** In UTF-16 units: of so much text altogether the folded form is kept, for the next quote in it. */
const MAX_KEPT = 2_000_000;
/** What a finder counts besides its text. */
const FINDER = 100;

/**
 * Finds quotes in one text, which is folded once for the quotes that are looked for together: of all
 * finders, those that folded last keep what they made.
 */
export class QuoteFinder {
  static #keepers: QuoteFinder[] = [];
  static #kept = 0;
  readonly #text: string;
  #folded: MappedText | undefined;
  #lowered: string | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * Typographic quotes, dashes and white space do not count (see `fold`); a place that would cut a
   * number in two does not either. A blank quote is missing.
   */
  find(quote: QuoteSelector): QuoteMatch {
    const needle = foldText(quote.exact).trim();
    if (needle === '') return { kind: 'missing' };
    const folded = this.#foldedText();

    const exact = this.#decide(placesOf(folded.text, needle), quote);
    if (exact.length > 1) {
      return { kind: 'ambiguous', spans: exact.map((at) => folded.sourceSpan(at)) };
    }
    if (exact[0]) return { kind: 'found', span: folded.sourceSpan(exact[0]) };

    const lowered = (this.#lowered ??= lowerInPlace(folded.text));
    const otherCase = placesOf(lowered, lowerInPlace(needle));
    const close = otherCase.length > 0 ? otherCase : closeMatches(folded.text, lowered, needle);
    const [best] = this.#decide(close, quote);
    if (!best) return { kind: 'missing' };
    const at = folded.sourceSpan(best);
    const text = this.#text.slice(at.start, at.end).replace(/\s+/g, ' ');
    return { kind: 'changed', span: at, text };
  }

  #foldedText(): MappedText {
    if (!this.#folded) {
      this.#folded = fold(this.#text);
      this.#keep();
    }
    return this.#folded;
  }

  #keep(): void {
    QuoteFinder.#keepers.push(this);
    QuoteFinder.#kept += this.#text.length + FINDER;
    while (QuoteFinder.#kept > MAX_KEPT && QuoteFinder.#keepers.length > 1) {
      const oldest = QuoteFinder.#keepers.shift();
      if (!oldest) return;
      QuoteFinder.#kept -= oldest.#text.length + FINDER;
      oldest.#folded = oldest.#lowered = undefined;
    }
  }

  /**
   * Of several places those with the prefix before and the suffix after them; where none has both,
   * those with either, since one of the two may have been edited; where none has either, all.
   */
  #decide(places: readonly Span[], quote: QuoteSelector): readonly Span[] {
    if (places.length < 2) return places;
    const prefix = foldText(quote.prefix ?? '').trim();
    const suffix = foldText(quote.suffix ?? '').trim();
    const { text } = this.#foldedText();
    const score = (at: Span): number =>
      Number(prefix !== '' && endsBefore(text, at.start, prefix)) +
      Number(suffix !== '' && beginsAfter(text, at.end, suffix));
    const scores = places.map(score);
    const best = Math.max(...scores);
    return places.filter((_, index) => scores[index] === best);
  }
}

/** Every place of the needle that cuts no number, overlapping ones too. */
function placesOf(text: string, needle: string): Span[] {
  const places: Span[] = [];
  let tries = Math.ceil(MAX_WORK / needle.length);
  let start = text.indexOf(needle);
  while (start >= 0 && places.length < MAX_PLACES && tries-- > 0) {
    const end = start + needle.length;
    if (!cutsNumber(text, start) && !cutsNumber(text, end)) places.push(span(start, end));
    start = text.indexOf(needle, start + 1);
  }
  return places;
}

// Folded white space is one space at most, so one step over it is enough.
function endsBefore(text: string, offset: number, prefix: string): boolean {
  return text.endsWith(prefix, text[offset - 1] === ' ' ? offset - 1 : offset);
}

function beginsAfter(text: string, offset: number, suffix: string): boolean {
  return text.startsWith(suffix, text[offset] === ' ' ? offset + 1 : offset);
}
