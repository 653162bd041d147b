/** A stretch of text: UTF-16 offsets, half-open, `start <= end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A value and where it is written. */
export interface Located<T> {
  readonly value: T;
  readonly span: Span;
  /** Where it is written, if elsewhere: `span` is then the place of a YAML alias that repeats it. */
  readonly origin?: Span;
}

export function span(start: number, end: number): Span {
  return { start, end };
}

/**
 * Whether a caret at `offset` touches the span. The end counts: a caret stands between two
 * characters, and right after a word it still means that word.
 */
export function contains(outer: Span, offset: number): boolean {
  return outer.start <= offset && offset <= outer.end;
}

/** Whether `inner` lies within `outer`; equal spans cover each other. */
export function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether the two share at least one character. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
