import { MappedRunsBuilder, type MappedRuns } from './mappedRuns.js';
import { span, type Span } from './span.js';

/**
 * A text made from a source, with the way back. All offsets are UTF-16; offsets outside either
 * text are clamped to its ends. Source offsets never decrease along the rendered text.
 */
export class MappedText {
  readonly text: string;
  readonly #runs: MappedRuns;

  /** Use `MappedText.identity`, `MappedTextBuilder` or `ExcerptBuilder`. */
  constructor(text: string, runs: MappedRuns) {
    this.text = text;
    this.#runs = runs;
  }

  /** For whoever builds a text out of others. */
  get runs(): MappedRuns {
    return this.#runs;
  }

  static identity(text: string): MappedText {
    const runs = new MappedRunsBuilder();
    runs.exact(text.length, 0);
    return new MappedText(text, runs.build());
  }

  /** Where the rendered character at `i` comes from; past the last one, where the last one ends. */
  sourceOffset(i: number): number {
    const runs = this.#runs;
    const run = runs.runAt(i);
    if (run < 0) return 0;
    if (i >= runs.end(run)) return runs.sourceEnd(run);
    const start = runs.sourceStart(run);
    return runs.kind(run) === 'exact' ? start + Math.max(i - runs.start(run), 0) : start;
  }

  /**
   * The source of a rendered stretch, from where its first character begins to where its last one
   * ends: mark-up before and after is left out, mark-up inside is covered.
   */
  sourceSpan(of: Span): Span {
    const start = this.sourceOffset(of.start);
    if (of.end <= of.start) return span(start, start);
    const runs = this.#runs;
    const last = runs.runAt(of.end - 1);
    if (last < 0) return span(start, start);
    const end =
      runs.kind(last) === 'exact'
        ? Math.min(runs.sourceStart(last) + of.end - runs.start(last), runs.sourceEnd(last))
        : runs.sourceEnd(last);
    return span(start, Math.max(start, end));
  }

  /**
   * The rendered place of a source offset. In mark-up that is not rendered it is the end of the
   * rendered text before it (0 when there is none).
   */
  renderedOffset(sourceOffset: number): number {
    const runs = this.#runs;
    const run = runs.lastMappedFrom(sourceOffset);
    if (run < 0) return 0;
    return sourceOffset >= runs.sourceEnd(run) ? runs.end(run) : this.#within(run, sourceOffset);
  }

  /** The rendered characters whose source overlaps the stretch; empty in its place when none does. */
  renderedSpan(source: Span): Span {
    if (source.end <= source.start) {
      const at = this.renderedOffset(source.start);
      return span(at, at);
    }
    const end = this.#endBefore(source.end);
    const start = Math.min(this.#startAfter(source.start), end);
    return span(start, end);
  }

  /** The first rendered index whose source ends after the offset. */
  #startAfter(sourceOffset: number): number {
    const runs = this.#runs;
    const run = runs.lastMappedFrom(sourceOffset);
    if (run >= 0 && sourceOffset < runs.sourceEnd(run)) return this.#within(run, sourceOffset);
    for (let next = run + 1; next < runs.count; next++) {
      if (runs.kind(next) !== 'none') return runs.start(next);
    }
    return this.text.length;
  }

  /** The rendered index after the last character whose source starts before the offset. */
  #endBefore(sourceOffset: number): number {
    const runs = this.#runs;
    const run = runs.lastMappedFrom(sourceOffset - 1);
    if (run < 0) return 0;
    const end = runs.end(run);
    return runs.kind(run) === 'exact'
      ? Math.min(runs.start(run) + (sourceOffset - runs.sourceStart(run)), end)
      : end;
  }

  /** The rendered index of a source offset inside a run. */
  #within(run: number, sourceOffset: number): number {
    const start = this.#runs.start(run);
    return this.#runs.kind(run) === 'exact'
      ? start + (sourceOffset - this.#runs.sourceStart(run))
      : start;
  }
}

/** Builds a `MappedText` from left to right; source offsets must not decrease. */
export class MappedTextBuilder {
  readonly #parts: string[] = [];
  readonly #runs = new MappedRunsBuilder();

  /** How many UTF-16 units have been rendered so far. */
  get length(): number {
    return this.#runs.length;
  }

  /** Text that stands in the source unit for unit from `sourceStart` on (letters may differ). */
  append(text: string, sourceStart: number): void {
    if (text === '') return;
    this.#runs.exact(text.length, sourceStart);
    this.#parts.push(text);
  }

  /** Text that stands, as a whole, for the source stretch. */
  appendWhole(text: string, source: Span): void {
    if (text === '') return;
    this.#runs.whole(text.length, source.start, source.end);
    this.#parts.push(text);
  }

  /** Text that is not in the source, such as the gap between two blocks. */
  appendUnmapped(text: string, sourceAt: number): void {
    this.#runs.none(text.length, sourceAt);
    this.#parts.push(text);
  }

  /**
   * A stretch of another mapped text, whose sources stand `shift` further on in this one's source.
   * What stands as a whole for its source must not be cut.
   */
  appendStretch(other: MappedText, start: number, end: number, shift: number): void {
    if (start >= end) return;
    this.#runs.stretch(other.runs, start, end, shift);
    this.#parts.push(other.text.slice(start, end));
  }

  build(): MappedText {
    return new MappedText(this.#parts.join(''), this.#runs.build());
  }
}
