import { distance } from 'fastest-levenshtein';
import { ClosestPassages } from './closestPassages.js';
import { lowerInPlace } from './loweredText.js';
import { cutsNumber, figuresIn } from './numberTokens.js';
import { span, type Span } from './span.js';
import type { TextChange } from './textChange.js';

/** A fifth of the words may have changed, but never more letters than a short clause. */
const ERROR_SHARE = 0.2;
const MAX_ERRORS = 12;

/** Longer quotes are looked up letter by letter only: the search takes time by length. */
export const MAX_CLOSE_LENGTH = 2000;

/** How often passages with other figures are set aside before the search gives up. */
const MAX_ROUNDS = 8;
/** In rounds times the quote's length: a long quote has few rivals. */
const ROUND_WORK = 1600;
/** How far a match that begins or ends inside a word may be stretched to the word's end. */
const MAX_STRETCH = 24;

/**
 * The passages of `haystack` closest to `needle` with the same figures in the same order, best
 * first; both folded. Empty when none is close enough; `null` when none is close enough whatever its
 * figures. Case does not count as a difference.
 */
export function closeMatches(
  haystack: string,
  lowered: string,
  needle: string,
): readonly Span[] | null {
  const allowed = allowedErrors(needle);
  if (allowed === 0) return [];
  const figures = figuresIn(needle);
  const loweredNeedle = lowerInPlace(needle);
  const rounds = Math.min(MAX_ROUNDS, Math.ceil(ROUND_WORK / needle.length));
  const closest = new ClosestPassages(lowered, loweredNeedle, allowed);
  for (let round = 0; round < rounds; round++) {
    const candidates = closest.next();
    if (candidates.length === 0) return round === 0 ? null : [];
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
    // The closest passages state other figures: the next closest are looked for.
    closest.blotOut(candidates);
  }
  return [];
}

/** How many differences a close match may have: none for words that are too short, or too long to be sought. */
function allowedErrors(needle: string): number {
  if (needle.length > MAX_CLOSE_LENGTH) return 0;
  return Math.min(Math.floor(needle.length * ERROR_SHARE), MAX_ERRORS);
}

/**
 * Whether nothing is close to the needle after an edit to which nothing was before it, whatever its
 * figures: any such passage would reach into what was edited.
 */
export function isFarFromChange(text: string, needle: string, change: TextChange): boolean {
  const allowed = allowedErrors(needle);
  const far = needle.length + allowed;
  const around = text.slice(Math.max(0, change.start - far), change.newEnd + far);
  const passages = new ClosestPassages(lowerInPlace(around), lowerInPlace(needle), allowed);
  return passages.next().length === 0;
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
