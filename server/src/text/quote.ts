import { closeMatches, isFarFromChange } from './closeMatch.js';
import { fold, foldText } from './fold.js';
import { foldEdited } from './foldEdited.js';
import { dependsOnNeighbours, LoweredText, lowerInPlace } from './loweredText.js';
import type { MappedText } from './mappedText.js';
import { lacksNumberOf } from './numberTokens.js';
import { ChangedPlaces, onlyPlaceOf, placesOf, type QuotePlaces } from './quotePlaces.js';
import { span, type Span } from './span.js';
import type { TextChange } from './textChange.js';

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

/** In UTF-16 units: of so much text altogether the folded form is kept, for the next quote in it. */
const MAX_KEPT = 400_000;
/** What a finder counts besides its text. */
const FINDER = 100;

/** So many are remembered in one text: a quote that is being typed is another one after every key. */
const MOST_REMEMBERED = 10_000;

/** What was looked for: folded, and where it stands. After an edit it is the same object. */
interface Remembered {
  readonly needle: string;
  places: QuotePlaces;
  /** Without a prefix or suffix; undefined as long as nobody asked. */
  match: QuoteMatch | undefined;
  /** Nothing close to it was found, whatever its figures. */
  isFar: boolean;
}

/** How a text was searched before it was edited. */
export interface EarlierFinder {
  readonly finder: QuoteFinder;
  readonly change: TextChange;
}

/**
 * Finds quotes in one text, which is folded once for the quotes that are looked for together: of all
 * finders, those that folded last keep what they made. What was found is remembered. After an edit
 * a finder goes on from the one before it: it looks only where the text changed.
 */
export class QuoteFinder {
  static #keepers: QuoteFinder[] = [];
  static #kept = 0;
  readonly #text: string;
  #folded: MappedText | undefined;
  #lowered: LoweredText | undefined;
  /** By the words of the quote. */
  #remembered = new Map<string, Remembered>();
  /** What was found plainly and is not remembered yet: quotes, and where they start in the folded text. */
  #plainQuotes: string[] = [];
  #plainStarts: number[] = [];
  #searches = 0;

  constructor(text: string, earlier?: EarlierFinder) {
    this.#text = text;
    if (earlier) this.#goOnFrom(earlier);
  }

  /** How often the whole text was searched for letter by letter equal words. */
  get searches(): number {
    return this.#searches;
  }

  /** Takes over what the one before remembers. */
  #goOnFrom({ finder, change }: EarlierFinder): void {
    finder.#rememberPlain();
    const remembered = finder.#remembered;
    if (remembered.size === 0) return;
    // Folding a text that was let go takes less time than looking for many quotes.
    const before = finder.#folded ?? fold(finder.#text);
    const { folded, change: foldedChange } = foldEdited(before, this.#text, change);
    this.#lowered = finder.#lowered?.after(foldedChange, folded.text);
    finder.letGo();
    finder.#remembered = new Map();
    this.#folded = folded;
    this.#remembered = remembered;
    this.#keep();
    let longest = 0;
    for (const { needle } of remembered.values()) longest = Math.max(longest, needle.length);
    const changed = new ChangedPlaces(folded.text, foldedChange, longest);
    const mayStayFar = !dependsOnNeighbours(folded.text);
    remembered.forEach((one, exact) => {
      const { needle, places } = one;
      const now = changed.of(needle, places);
      if (!now) {
        remembered.delete(exact);
        return;
      }
      const isSame =
        now === places ||
        (now.spans.length === places.spans.length && !changed.touchesAny(places.spans));
      const isMissing = now.spans.length === 0;
      one.places = now;
      one.isFar &&= isMissing && mayStayFar && isFarFromChange(folded.text, needle, foldedChange);
      one.match &&= (isMissing ? one.isFar : isSame) ? moved(one.match, change) : undefined;
    });
  }

  /**
   * Where words stand that {@link find} surely finds, in one place and letter by letter; null for all others,
   * of which it knows more. Nearly all quotes are plain, and of these no more is made than their place.
   */
  findPlain(exact: string): Span | null {
    const remembered = this.#remembered.get(exact);
    if (remembered) {
      const match = (remembered.match ??= this.#match({ exact }, remembered));
      return match.kind === 'found' ? match.span : null;
    }
    const needle = foldText(exact).trim();
    const folded = this.#foldedText();
    const start = onlyPlaceOf(folded.text, needle);
    if (start < 0) return null;
    this.#searches++;
    if (this.#plainQuotes.length >= MOST_REMEMBERED) this.#rememberPlain();
    this.#plainQuotes.push(exact);
    this.#plainStarts.push(start);
    return folded.sourceSpan(span(start, start + needle.length));
  }

  /** For whoever looks for the same quotes later. */
  #rememberPlain(): void {
    this.#plainQuotes.forEach((exact, n) => {
      const needle = foldText(exact).trim();
      const start = this.#plainStarts[n] ?? 0;
      const places = { spans: [span(start, start + needle.length)], areAll: true };
      this.#put(exact, { needle, places, match: undefined, isFar: false });
    });
    this.#plainQuotes = [];
    this.#plainStarts = [];
  }

  #put(exact: string, remembered: Remembered): void {
    if (this.#remembered.size >= MOST_REMEMBERED) this.#remembered.clear();
    this.#remembered.set(exact, remembered);
  }

  /**
   * Typographic quotes, dashes and white space do not count (see `fold`); a place that would cut a
   * number in two does not either. A blank quote is missing.
   */
  find(quote: QuoteSelector): QuoteMatch {
    const remembered = this.#remember(quote.exact);
    if (quote.prefix !== undefined || quote.suffix !== undefined) {
      return this.#match(quote, remembered);
    }
    return (remembered.match ??= this.#match(quote, remembered));
  }

  #remember(exact: string): Remembered {
    let remembered = this.#remembered.get(exact);
    if (!remembered) {
      const needle = foldText(exact).trim();
      const places = needle === '' ? nowhere : placesOf(this.#foldedText().text, needle);
      this.#searches += needle === '' ? 0 : 1;
      remembered = { needle, places, match: undefined, isFar: false };
      this.#put(exact, remembered);
    }
    return remembered;
  }

  #match(quote: QuoteSelector, remembered: Remembered): QuoteMatch {
    const { needle, places } = remembered;
    if (needle === '') return { kind: 'missing' };
    const folded = this.#foldedText();

    const exact = this.#decide(places.spans, quote);
    if (exact.length > 1) {
      return { kind: 'ambiguous', spans: exact.map((at) => folded.sourceSpan(at)) };
    }
    if (exact[0]) return { kind: 'found', span: folded.sourceSpan(exact[0]) };

    if (remembered.isFar || lacksNumberOf(folded.text, needle)) return { kind: 'missing' };
    const lowered = (this.#lowered ??= new LoweredText(folded.text)).text;
    const otherCase = placesOf(lowered, lowerInPlace(needle)).spans;
    const close = otherCase.length > 0 ? otherCase : closeMatches(folded.text, lowered, needle);
    remembered.isFar = close === null;
    const [best] = this.#decide(close ?? [], quote);
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
      const [oldest] = QuoteFinder.#keepers;
      if (oldest) oldest.letGo();
    }
  }

  /** The folded text is made again when it is needed. */
  letGo(): void {
    const at = QuoteFinder.#keepers.indexOf(this);
    if (at < 0) return;
    QuoteFinder.#keepers.splice(at, 1);
    QuoteFinder.#kept -= this.#text.length + FINDER;
    this.#folded = this.#lowered = undefined;
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

const nowhere: QuotePlaces = { spans: [], areAll: true };

/** A match whose places stand before a change or after it; one that is missing has none. */
function moved(match: QuoteMatch, change: TextChange): QuoteMatch {
  switch (match.kind) {
    case 'found': {
      const now = movedSpan(match.span, change);
      return now === match.span ? match : { kind: 'found', span: now };
    }
    case 'ambiguous': {
      const spans = match.spans.map((at) => movedSpan(at, change));
      const last = spans.length - 1; // places stand in order
      return spans[last] === match.spans[last] ? match : { kind: 'ambiguous', spans };
    }
    case 'changed':
    case 'missing':
      return match;
  }
}

function movedSpan(at: Span, { start, oldEnd, newEnd }: TextChange): Span {
  const shift = newEnd - oldEnd;
  return shift === 0 || at.end <= start ? at : span(at.start + shift, at.end + shift);
}

// Folded white space is one space at most, so one step over it is enough.
function endsBefore(text: string, offset: number, prefix: string): boolean {
  return text.endsWith(prefix, text[offset - 1] === ' ' ? offset - 1 : offset);
}

function beginsAfter(text: string, offset: number, suffix: string): boolean {
  return text.startsWith(suffix, text[offset] === ' ' ? offset + 1 : offset);
}
