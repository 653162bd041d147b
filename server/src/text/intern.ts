/*
 * Short strings that come again and again (keys, ids, dates, figures) are kept once, and flat: in V8
 * a slice of a file's text keeps the whole text alive.
 */

/** Longer strings are rarely the same twice, and are no words: they stay slices. */
const LONGEST_SHARED = 64;

/** A power of two. The table is full with about a megabyte, and forgets word by word. */
const TABLE_SIZE = 8192;

const table: string[] = new Array<string>(TABLE_SIZE).fill('');

/** V8 copies what is shorter than this; from here on a slice refers to what it was cut from. */
const SHORTEST_SLICE = 13;

/**
 * A stretch of a text, as a string of its own if it is short: then it does not keep the text alive,
 * and is the same string object for the same characters as long as the table remembers them.
 */
export function internedSlice(text: string, start: number, end: number): string {
  const length = end - start;
  if (length > LONGEST_SHARED || length <= 0) {
    return text.slice(start, end);
  }
  const at = slotOf(text, start, length);
  const known = table[at] ?? '';
  if (known.length === length && text.startsWith(known, start)) {
    return known;
  }
  const fresh = flatSlice(text, start, end);
  table[at] = fresh;
  return fresh;
}

/** The same for a whole string. */
export function interned(text: string): string {
  return internedSlice(text, 0, text.length);
}

/** Few characters tell words apart well enough: a collision costs one copy. */
function slotOf(text: string, start: number, length: number): number {
  const last = start + length - 1;
  let hash = length;
  hash = Math.imul(hash, 31) + text.charCodeAt(start);
  hash = Math.imul(hash, 31) + text.charCodeAt(start + (length >> 1));
  hash = Math.imul(hash, 31) + text.charCodeAt(length > 1 ? last - 1 : last);
  hash = Math.imul(hash, 31) + text.charCodeAt(last);
  return (hash ^ (hash >>> 13)) & (TABLE_SIZE - 1);
}

/** Long ones are put together from pieces that V8 copies. */
function flatSlice(text: string, start: number, end: number): string {
  if (end - start < SHORTEST_SLICE) {
    return text.slice(start, end);
  }
  let copy = '';
  for (let at = start; at < end; at += SHORTEST_SLICE - 1) {
    copy += text.slice(at, Math.min(at + SHORTEST_SLICE - 1, end));
  }
  copy.charCodeAt(0); // until somebody looks into it, V8 keeps the pieces instead
  return copy;
}

/** As {@link flatCopy}, and shared if it is short: an article and its sidecar say the same of it. */
export function sharedCopy(text: string): string {
  return text.length > LONGEST_SHARED ? flatCopy(text) : interned(text);
}

/** A copy of a text of any length that does not keep alive what it was cut from. */
export function flatCopy(text: string): string {
  if (text.length < SHORTEST_SLICE) {
    return text;
  }
  const known = text.length > LONGEST_SHARED ? '' : table[slotOf(text, 0, text.length)];
  return known === text ? known : (JSON.parse(JSON.stringify(text)) as string);
}
