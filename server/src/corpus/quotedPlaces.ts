import type { Span } from '../text/span.js';
import type { ArticleEntry, SidecarEntry } from './entries.js';

/**
 * Where the quotes of a sidecar's facts stand in the source of its article: for every quote that is
 * found, its first place. Small, so that it can be kept when what the files say is not.
 */
export class QuotedPlaces {
  /** For each fact, and after the last one, where its places begin; then start and end of each. */
  readonly #numbers: Int32Array;

  /**
   * @param facts how many the sidecar has
   * @param placesOf those of a fact, by its place in the sidecar
   */
  constructor(facts: number, placesOf: (position: number) => readonly Span[]) {
    const begins = new Int32Array(facts + 1);
    const places: number[] = [];
    for (let position = 0; position < facts; position++) {
      begins[position] = begins.length + places.length;
      for (const { start, end } of placesOf(position)) {
        places.push(start, end);
      }
    }
    begins[facts] = begins.length + places.length;
    this.#numbers = new Int32Array(begins.length + places.length);
    this.#numbers.set(begins);
    this.#numbers.set(places, begins.length);
  }

  /** @param position the fact's place in its file, from 0 */
  of(position: number): readonly Span[] {
    const isFact = position >= 0 && position + 1 < (this.#numbers[0] ?? 0);
    return isFact
      ? this.#between(this.#numbers[position] ?? 0, this.#numbers[position + 1] ?? 0)
      : [];
  }

  /** Those of all facts, in order. */
  all(): readonly Span[] {
    return this.#between(this.#numbers[0] ?? 0, this.#numbers.length);
  }

  #between(from: number, to: number): readonly Span[] {
    const spans: Span[] = [];
    for (let at = from; at < to; at += 2) {
      spans.push({ start: this.#numbers[at] ?? 0, end: this.#numbers[at + 1] ?? 0 });
    }
    return spans;
  }
}

interface Known {
  readonly article: ArticleEntry;
  readonly places: QuotedPlaces;
}

/** Both files have another entry after every change of their text. */
const known = new WeakMap<SidecarEntry, Known>();

/** The places of a sidecar's quotes, where they were looked for since either of the files changed. */
export function knownQuotedPlaces(
  sidecar: SidecarEntry,
  article: ArticleEntry,
): QuotedPlaces | undefined {
  const before = known.get(sidecar);
  return before?.article === article ? before.places : undefined;
}

/** Keeps the places of a sidecar's quotes for as long as neither file changes. */
export function keepQuotedPlaces(
  sidecar: SidecarEntry,
  article: ArticleEntry,
  places: QuotedPlaces,
): void {
  known.set(sidecar, { article, places });
}
