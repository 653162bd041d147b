import { span, type Span } from './span.js';

/**
 * A segment of the map. `exact`: every rendered character has its own in the source; `whole`: the
 * rendered characters together stand for the source stretch (`&` for `&amp;`); `none`: the
 * rendered characters are not in the source (`sourceStart === sourceEnd`).
 */
interface Run {
  readonly kind: 'exact' | 'whole' | 'none';
  readonly start: number;
  end: number;
  readonly sourceStart: number;
  sourceEnd: number;
}

/**
 * A text made from a source, with the way back. All offsets are UTF-16; offsets outside either
 * text are clamped to its ends. Source offsets never decrease along the rendered text.
 */
export class MappedText {
  readonly text: string;
  readonly #runs: readonly Run[];

  /** Use `MappedText.identity` or `MappedTextBuilder`. */
  constructor(text: string, runs: readonly Run[]) {
    this.text = text;
    this.#runs = runs;
  }

  static identity(text: string): MappedText {
    const end = text.length;
    const run: Run = { kind: 'exact', start: 0, end, sourceStart: 0, sourceEnd: end };
    return new MappedText(text, end > 0 ? [run] : []);
  }

  /** Where the rendered character at `i` comes from; past the last one, where the last one ends. */
  sourceOffset(i: number): number {
    const run = this.#runAt(i);
    if (!run) return 0;
    if (i >= run.end) return run.sourceEnd;
    return run.kind === 'exact' ? run.sourceStart + Math.max(i - run.start, 0) : run.sourceStart;
  }

  /**
   * The source of a rendered stretch, from where its first character begins to where its last one
   * ends: mark-up before and after is left out, mark-up inside is covered.
   */
  sourceSpan(of: Span): Span {
    const start = this.sourceOffset(of.start);
    if (of.end <= of.start) return span(start, start);
    const last = this.#runAt(of.end - 1);
    if (!last) return span(start, start);
    const end =
      last.kind === 'exact'
        ? Math.min(last.sourceStart + of.end - last.start, last.sourceEnd)
        : last.sourceEnd;
    return span(start, Math.max(start, end));
  }

  /**
   * The rendered place of a source offset. In mark-up that is not rendered it is the end of the
   * rendered text before it (0 when there is none).
   */
  renderedOffset(sourceOffset: number): number {
    const run = this.#runs[this.#lastMappedFrom(sourceOffset)];
    if (!run) return 0;
    if (sourceOffset >= run.sourceEnd) return run.end;
    return run.kind === 'exact' ? run.start + (sourceOffset - run.sourceStart) : run.start;
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
    const index = this.#lastMappedFrom(sourceOffset);
    const run = this.#runs[index];
    if (run && sourceOffset < run.sourceEnd) {
      return run.kind === 'exact' ? run.start + (sourceOffset - run.sourceStart) : run.start;
    }
    for (let i = index + 1; i < this.#runs.length; i++) {
      const next = this.#runs[i];
      if (next && next.kind !== 'none') return next.start;
    }
    return this.text.length;
  }

  /** The rendered index after the last character whose source starts before the offset. */
  #endBefore(sourceOffset: number): number {
    const run = this.#runs[this.#lastMappedFrom(sourceOffset - 1)];
    if (!run) return 0;
    return run.kind === 'exact'
      ? Math.min(run.start + (sourceOffset - run.sourceStart), run.end)
      : run.end;
  }

  /** The run that holds rendered index `i`, the last one when `i` is past the end. */
  #runAt(i: number): Run | undefined {
    let low = 0;
    let high = this.#runs.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#runs[middle]?.start ?? 0) <= i) low = middle;
      else high = middle - 1;
    }
    return this.#runs[low];
  }

  /** Index of the last run with a source of its own that starts at or before the offset, or -1. */
  #lastMappedFrom(sourceOffset: number): number {
    let low = -1;
    let high = this.#runs.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#runs[middle]?.sourceStart ?? 0) <= sourceOffset) low = middle;
      else high = middle - 1;
    }
    // The builder joins unmapped neighbours, so this steps over one run at most.
    while (low >= 0 && this.#runs[low]?.kind === 'none') low--;
    return low;
  }
}

/** Builds a `MappedText` from left to right; source offsets must not decrease. */
export class MappedTextBuilder {
  readonly #parts: string[] = [];
  readonly #runs: Run[] = [];
  #length = 0;

  /** How many UTF-16 units have been rendered so far. */
  get length(): number {
    return this.#length;
  }

  /** Text that stands in the source unit for unit from `sourceStart` on (letters may differ). */
  append(text: string, sourceStart: number): void {
    if (text === '') return;
    const last = this.#runs.at(-1);
    if (last?.kind === 'exact' && last.sourceEnd === sourceStart) {
      last.end += text.length;
      last.sourceEnd += text.length;
    } else {
      this.#push('exact', text, sourceStart, sourceStart + text.length);
    }
    this.#add(text);
  }

  /** Text that stands, as a whole, for the source stretch. */
  appendWhole(text: string, source: Span): void {
    if (text === '') return;
    this.#push('whole', text, source.start, source.end);
    this.#add(text);
  }

  /** Text that is not in the source, such as the gap between two blocks. */
  appendUnmapped(text: string, sourceAt: number): void {
    if (text === '') return;
    const last = this.#runs.at(-1);
    if (last?.kind === 'none') last.end += text.length;
    else this.#push('none', text, sourceAt, sourceAt);
    this.#add(text);
  }

  build(): MappedText {
    return new MappedText(this.#parts.join(''), this.#runs);
  }

  #push(kind: Run['kind'], text: string, sourceStart: number, sourceEnd: number): void {
    this.#runs.push({
      kind,
      start: this.#length,
      end: this.#length + text.length,
      sourceStart,
      sourceEnd,
    });
  }

  #add(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }
}
