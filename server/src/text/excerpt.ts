import { MappedRunsBuilder } from './mappedRuns.js';
import { MappedText } from './mappedText.js';

/**
 * Builds a `MappedText` out of stretches of one source, from left to right. What stands together in
 * the source is taken in one piece: of a text without mark-up the result is one stretch of the
 * source, and takes no memory of its own.
 */
export class ExcerptBuilder {
  readonly #source: string;
  readonly #runs = new MappedRunsBuilder();
  readonly #parts: string[] = [];
  /** The stretch of the source that is not among the parts yet. */
  #start = 0;
  #end = 0;

  constructor(source: string) {
    this.#source = source;
  }

  /** How many UTF-16 units have been rendered so far. */
  get length(): number {
    return this.#runs.length;
  }

  /** Takes a stretch of the source as it is. */
  take(start: number, end: number): void {
    if (start >= end) return;
    this.#runs.exact(end - start, start);
    if (start !== this.#end) {
      this.#flush();
      this.#start = start;
    }
    this.#end = end;
  }

  /** Takes a line break of any kind, with the white space before it or not, as `\n`. */
  takeBreak(start: number, end: number, whole: boolean): void {
    if (!whole && end - start === 1) this.#runs.exact(1, start);
    else this.#runs.whole(1, start, end);
    this.#write('\n', start, end);
  }

  /** Takes the last character of a stretch for the whole of it, as `*` for `\*`. */
  takeLast(start: number, end: number): void {
    this.#runs.whole(1, start, end);
    this.#write(this.#source.slice(end - 1, end), start, end);
  }

  /** Takes a stretch of how an earlier source was mapped, which stands that much further on in this one. */
  takeMapped(earlier: MappedText, start: number, end: number, shift: number): void {
    this.#runs.stretch(earlier.runs, start, end, shift);
    this.#flush();
    this.#parts.push(earlier.text.slice(start, end));
  }

  /** Puts the gap between two blocks, which belongs to neither. */
  gap(words: string, sourceAt: number): void {
    this.#runs.none(words.length, sourceAt);
    if (this.#source.startsWith(words, this.#end)) this.#end += words.length;
    else this.#write(words, sourceAt, sourceAt);
  }

  build(): MappedText {
    this.#flush();
    const text = this.#parts.length === 1 ? (this.#parts[0] ?? '') : this.#parts.join('');
    return new MappedText(text, this.#runs.build());
  }

  /** Words for a stretch of the source, which may be those that stand there. */
  #write(words: string, start: number, end: number): void {
    if (end - start === words.length && this.#source.startsWith(words, start)) {
      if (start !== this.#end) {
        this.#flush();
        this.#start = start;
      }
    } else {
      this.#flush();
      this.#parts.push(words);
      this.#start = end;
    }
    this.#end = end;
  }

  #flush(): void {
    if (this.#start < this.#end) this.#parts.push(this.#source.slice(this.#start, this.#end));
    this.#start = this.#end;
  }
}
