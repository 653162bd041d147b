import { span, type Span } from './span.js';

/**
 * Where words can stand in a text with at most so many differences: cut into one piece more than there may
 * be differences, one of the pieces stands there as it is (the pigeonhole principle).
 *
 * @param most how many places of pieces are looked at
 * @returns where such matches can end, in order and apart: after `start`, at `end` or before it; `null` where
 * pieces stand in more places
 */
export function endsBySharedPiece(
  text: string,
  needle: string,
  errors: number,
  most: number,
): readonly Span[] | null {
  const count = errors + 1;
  const likely: number[] = [];
  for (let piece = 0; piece < count; piece++) {
    const from = Math.floor((piece * needle.length) / count);
    const to = Math.floor(((piece + 1) * needle.length) / count);
    const words = needle.slice(from, to);
    let at = text.indexOf(words);
    while (at >= 0) {
      if (likely.length >= most) return null;
      likely.push(at + needle.length - from);
      at = text.indexOf(words, at + 1);
    }
  }
  return around(
    likely.sort((a, b) => a - b),
    errors,
    text.length,
  );
}

/** The stretches that reach so far to both sides of some ends, those that meet made one. */
function around(ends: readonly number[], errors: number, length: number): readonly Span[] {
  const stretches: Span[] = [];
  let start = 0;
  let end = -1;
  for (const likely of ends) {
    const from = Math.max(0, likely - errors - 1);
    if (from > end) {
      if (end > start) stretches.push(span(start, end));
      start = from;
    }
    end = Math.min(length, likely + errors);
  }
  if (end > start) stretches.push(span(start, end));
  return stretches;
}
