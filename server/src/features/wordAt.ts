import { span, type Span } from '../text/span.js';

/** A word, an id, a number: `Londoners’`, `mid-2010`, `1,152`, `3.5%`, `£5bn`. */
const WORD =
  /[£$€]?[\p{L}\p{N}_\p{M}\p{Extended_Pictographic}\u200d]+(?:['’.,\-‐‑/#][\p{L}\p{N}_\p{M}]+)*%?/gu;

/** How far to each side a word is looked for: nobody writes a longer one. */
const REACH = 200;

/** The word that an offset stands in or touches; null for none. */
export function wordAt(text: string, offset: number): Span | null {
  let from = Math.max(0, offset - REACH);
  if (/[\udc00-\udfff]/.test(text[from] ?? '')) {
    from++;
  }
  const around = text.slice(from, offset + REACH);
  const touching = [...around.matchAll(WORD)]
    .map(({ index, 0: word }) => span(from + index, from + index + word.length))
    .filter(({ start, end }) => start <= offset && offset <= end);
  // Between two words that touch, the one that begins there.
  return touching.at(-1) ?? null;
}
