import { closeMatches, lowerInPlace } from './closeMatch.js';
import { fold, foldText } from './fold.js';
import { foldEdited } from './foldEdited.js';
import type { MappedText } from './mappedText.js';
import { ChangedPlaces, placesOf, type QuotePlaces } from './quotePlaces.js';
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
const MAX_KEPT = 2_000_000;
/** What a finder counts besides its text. */
const FINDER = 100;

/** So many are remembered in one text: a quote that is being typed is another one after every key. */
const MOST_REMEMBERED = 10_000;

/** What was looked for: folded, and where it stands. */
interface Remembered {
  readonly needle: string;
  readonly places: QuotePlaces;
  /** Without a prefix or suffix; undefined as long as nobody asked. */
  match: QuoteMatch | undefined;
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
  #lowered: string | undefined;
  /** By the words of the quote. */
  #remembered = new Map<string, Remembered>();
  #searches = 0;

  constructor(text: string, earlier?: EarlierFinder) {
    this.#text = text;
    if (earlier) this.#goOnFrom(earlier);
  }

  /** How often the whole text was searched for letter by letter equal words. */
  get searches(): number {
    return this.#searches;
  }

  #goOnFrom({ finder, change }: EarlierFinder): void {
    if (!finder.#folded) return;
    const { folded, change: foldedChange } = foldEdited(finder.#folded, this.#text, change);
    finder.letGo();
    this.#folded = folded;
    this.#keep();
    let longest = 0;
    for (const { needle } of finder.#remembered.values()) {
      longest = Math.max(longest, needle.length);
    }
    const changed = new ChangedPlaces(folded.text, foldedChange, longest);
    for (const [exact, { needle, places, match }] of finder.#remembered) {
      const now = changed.of(needle, places);
      if (!now) continue;
      const [before] = places.spans;
      const stays = match?.kind === 'found' && before && !changed.touches(before);
      const isSame = stays && now.spans.length === 1;
      const matchNow = isSame ? moved(match, change) : undefined;
      this.#remembered.set(exact, { needle, places: now, match: matchNow });
    }
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
      remembered = { needle, places, match: undefined };
      if (this.#remembered.size >= MOST_REMEMBERED) this.#remembered.clear();
      this.#remembered.set(exact, remembered);
    }
    return remembered;
  }

  #match(quote: QuoteSelector, { needle, places }: Remembered): QuoteMatch {
    if (needle === '') return { kind: 'missing' };
    const folded = this.#foldedText();

    const exact = this.#decide(places.spans, quote);
    if (exact.length > 1) {
      return { kind: 'ambiguous', spans: exact.map((at) => folded.sourceSpan(at)) };
    }
    if (exact[0]) return { kind: 'found', span: folded.sourceSpan(exact[0]) };

    const lowered = (this.#lowered ??= lowerInPlace(folded.text));
    const otherCase = placesOf(lowered, lowerInPlace(needle)).spans;
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

/** A match that stands before a change or after it. */
function moved(
  match: QuoteMatch & { readonly kind: 'found' },
  { start, oldEnd, newEnd }: TextChange,
): QuoteMatch {
  const shift = newEnd - oldEnd;
  const { span: at } = match;
  return shift === 0 || at.end <= start
    ? match
    : { kind: 'found', span: span(at.start + shift, at.end + shift) };
}

// Folded white space is one space at most, so one step over it is enough.
function endsBefore(text: string, offset: number, prefix: string): boolean {
  return text.endsWith(prefix, text[offset - 1] === ' ' ? offset - 1 : offset);
}

function beginsAfter(text: string, offset: number, suffix: string): boolean {
  return text.startsWith(suffix, text[offset] === ' ' ? offset + 1 : offset);
}
