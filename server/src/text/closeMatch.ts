import search from 'approx-string-match';
import { distance } from 'fastest-levenshtein';
import { CloseMatchSieve } from './closeMatchSieve.js';
import { cutsNumber, figuresIn } from './numberTokens.js';
import { span, type Span } from './span.js';

/** A fifth of the words may have changed, but never more letters than a short clause. */
const ERROR_SHARE = 0.2;
const MAX_ERRORS = 12;

/** Longer quotes are looked up letter by letter only: the search takes time by length. */
export const MAX_CLOSE_LENGTH = 2000;

/** How often passages with other figures are set aside before the search gives up. */
const MAX_ROUNDS = 8;
/** In rounds times the quote's length: a long quote has few rivals. */
const ROUND_WORK = 1600;
/** Equally close passages, nearly equal ends of one counted apart; more than this are not sought. */
const MAX_CANDIDATES = 200;
/** Bounds of a window of the search, in UTF-16 units. */
const MIN_WINDOW = 512;
const MAX_WINDOW = 16_384;
/** In units times the square of the quote's length: what looking back in one window may cost. */
const WINDOW_WORK = 6e8;

/** How far a match that begins or ends inside a word may be stretched to the word's end. */
const MAX_STRETCH = 24;

/**
 * The passages of `haystack` closest to `needle` with the same figures in the same order, best
 * first; both folded. Empty when none is close enough. Case does not count as a difference.
 */
export function closeMatches(haystack: string, lowered: string, needle: string): Span[] {
  if (needle.length > MAX_CLOSE_LENGTH) return [];
  const allowed = Math.min(Math.floor(needle.length * ERROR_SHARE), MAX_ERRORS);
  if (allowed === 0) return [];
  const figures = figuresIn(needle);
  const loweredNeedle = lowerInPlace(needle);
  const rounds = Math.min(MAX_ROUNDS, Math.ceil(ROUND_WORK / needle.length));
  const sieve = new CloseMatchSieve(lowered, loweredNeedle, allowed);
  let left = lowered;
  for (let round = 0; round < rounds; round++) {
    const candidates = closest(left, loweredNeedle, allowed, sieve);
    if (candidates.length === 0) return [];
    const passages = candidates.map((at) =>
      toLastWord(lowered, loweredNeedle, wholeWords(haystack, at), allowed),
    );
    const fitting = passages.filter(
      (at) =>
        !cutsNumber(haystack, at.start) &&
        !cutsNumber(haystack, at.end) &&
        figuresIn(haystack.slice(at.start, at.end)) === figures,
    );
    if (fitting.length > 0) return withoutOverlaps(fitting);
    // The closest passages state other figures: blot them out and look for the next closest.
    left = blotOut(left, candidates);
    for (const candidate of candidates) sieve.blotOut(candidate);
  }
  return [];
}

/**
 * The passages with the fewest differences, at most `allowed`. Searched window by window, since the
 * search looks back from every match: in "aaaa…" from every letter. Of a window only that is searched
 * where the sieve finds enough of the needle.
 */
function closest(text: string, needle: string, allowed: number, sieve: CloseMatchSieve): Span[] {
  const affordable = Math.floor(WINDOW_WORK / (needle.length * needle.length));
  const size = Math.max(MIN_WINDOW, Math.min(affordable, MAX_WINDOW));
  const overlap = needle.length + allowed;
  let fewest = fewestErrors(text, sieve.likeliest(allowed), needle, allowed);
  let found: Span[] = [];
  for (let from = 0; from < text.length && found.length < MAX_CANDIDATES; from += size) {
    const window = span(from, Math.min(text.length, from + size + overlap));
    let part = sieve.next(from, window, fewest);
    while (part) {
      const { start } = part;
      for (const match of search(text.slice(start, part.end), needle, fewest)) {
        if (match.errors < fewest) {
          fewest = match.errors;
          found = [];
        }
        found.push(span(start + match.start, start + match.end));
      }
      part = part.end < window.end ? sieve.next(part.end, window, fewest) : null;
    }
  }
  return found;
}

/** What the best match in a part of the text has, or `allowed`. */
function fewestErrors(text: string, part: Span, needle: string, allowed: number): number {
  const matches = search(text.slice(part.start, part.end), needle, allowed);
  return Math.min(allowed, ...matches.map(({ errors }) => errors));
}

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

/** The passage without white space at its ends, and with the words it would cut made whole. */
function wholeWords(text: string, at: Span): Span {
  let { start, end } = at;
  while (start < end && text[start] === ' ') start++;
  while (end > start && text[end - 1] === ' ') end--;
  const least = Math.max(0, start - MAX_STRETCH);
  const most = Math.min(text.length, end + MAX_STRETCH);
  while (start > least && insideWord(text, start)) start--;
  while (end < most && insideWord(text, end)) end++;
  return span(start, end);
}

/**
 * Where a longish word was put in before the quote's last one, leaving that one out is fewer
 * differences than the new word: a passage that stops short goes on to the quote's last word if
 * that is near.
 */
function toLastWord(lowered: string, needle: string, at: Span, allowed: number): Span {
  const last = /[\p{L}\p{N}]+$/u.exec(needle)?.[0];
  if (last === undefined || lowered.slice(at.start, at.end).endsWith(last)) return at;
  const next = lowered.indexOf(last, at.end);
  const end = next + last.length;
  const isNear = next >= 0 && end <= at.end + MAX_STRETCH && !insideWord(lowered, end);
  return isNear && distance(lowered.slice(at.start, end), needle) <= allowed
    ? span(at.start, end)
    : at;
}

function insideWord(text: string, offset: number): boolean {
  const around = text.slice(Math.max(0, offset - 1), offset + 1);
  return /^(?:[\p{L}\p{M}\p{N}']{2}|[\u{10000}-\u{10ffff}])$/u.test(around);
}

/** In order of place, the first of each bunch of overlapping spans. */
function withoutOverlaps(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const next of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = kept.at(-1);
    if (!last || next.start >= last.end) kept.push(next);
  }
  return kept;
}

function blotOut(text: string, spans: readonly Span[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const from = Math.max(start, done);
    if (end <= from) continue;
    parts.push(text.slice(done, from), '\0'.repeat(end - from));
    done = end;
  }
  parts.push(text.slice(done));
  return parts.join('');
}
