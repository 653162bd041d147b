import { distance } from 'fastest-levenshtein';

/** A shorter word may be one edit away, a longer one two. */
const LONG_WORD = 5;

/**
 * The candidate one or two edits from `word` (one for a word of under five letters; two swapped
 * neighbours are one edit, and case is none), or `undefined`. Never the word itself. Of several
 * the closest, then the first in the alphabet.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const allowed = word.length < LONG_WORD ? 1 : 2;
  const lowered = word.toLowerCase();
  let best: string | undefined;
  let bestEdits = allowed + 1;
  for (const candidate of candidates) {
    if (candidate === word || Math.abs(candidate.length - word.length) > allowed) continue;
    const edits = editsBetween(lowered, candidate.toLowerCase());
    // A word with no letter in common is no misspelling.
    if (edits > allowed || edits >= Math.max(word.length, candidate.length)) continue;
    if (edits < bestEdits || (edits === bestEdits && best !== undefined && candidate < best)) {
      best = candidate;
      bestEdits = edits;
    }
  }
  return best;
}

function editsBetween(a: string, b: string): number {
  const edits = distance(a, b);
  return edits === 2 && a.length === b.length && isSwap(a, b) ? 1 : edits;
}

/** Whether two words of one length differ by two neighbouring letters changing places. */
function isSwap(a: string, b: string): boolean {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
}
