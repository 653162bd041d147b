import type { TextChange } from './textChange.js';

/**
 * Lower case, unit for unit: a letter whose lower case is longer (`İ`) stays as it is, so that
 * offsets hold.
 */
export function lowerInPlace(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return text.replace(/./gsu, (letter) => {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  });
}

/** Whether what is the lower case of a letter depends on the letters around it, as a final sigma does. */
export function dependsOnNeighbours(text: string): boolean {
  return text.includes('\u03a3');
}

/** What was lowered before edits, and how much of its start and of its end still stands in the text. */
interface Earlier {
  readonly lowered: string;
  readonly start: number;
  readonly rest: number;
}

/** A text in lower case, made when it is asked for: after an edit, of what it was before. */
export class LoweredText {
  readonly #written: string;
  #lowered: string | undefined;
  #earlier: Earlier | undefined;

  constructor(written: string, earlier?: Earlier) {
    this.#written = written;
    this.#earlier = earlier;
  }

  /** As {@link lowerInPlace} makes it. */
  get text(): string {
    this.#lowered ??= this.#lower();
    this.#earlier = undefined;
    return this.#lowered;
  }

  /** The same of the text after an edit. */
  after({ start, newEnd }: TextChange, written: string): LoweredText {
    const { lowered, ...same } = this.#earlier ?? {
      lowered: this.#lowered,
      start: Infinity,
      rest: Infinity,
    };
    return lowered === undefined
      ? new LoweredText(written)
      : new LoweredText(written, {
          lowered,
          start: Math.min(same.start, start),
          rest: Math.min(same.rest, written.length - newEnd),
        });
  }

  #lower(): string {
    const written = this.#written;
    if (!this.#earlier || dependsOnNeighbours(written)) return lowerInPlace(written);
    const { lowered, start, rest } = this.#earlier;
    const edited = lowerInPlace(written.slice(start, written.length - rest));
    return [lowered.slice(0, start), edited, lowered.slice(lowered.length - rest)].join('');
  }
}
