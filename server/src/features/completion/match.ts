import type { Candidate } from './candidate.js';

/** Words as they are searched, and looked for: upper and lower case are the same. */
export function searched(words: string): string {
  return words.trim().toLowerCase();
}

/**
 * How well a candidate answers to what is typed: smaller is better, undefined not at all. Its label
 * counts before the words of its name. Only for lists that are too long to be sent whole: a client
 * has its own way of matching.
 */
export function matchRank(candidate: Candidate, typed: string): number | undefined {
  const wanted = searched(typed);
  if (wanted === '') {
    return 0;
  }
  const label = candidate.label.toLowerCase();
  if (label.startsWith(wanted)) {
    return label === wanted ? 0 : 1;
  }
  if (startsWord(label, wanted)) {
    return 2;
  }
  const words = candidate.words?.toLowerCase() ?? '';
  if (startsWord(words, wanted)) {
    return 3;
  }
  return label.includes(wanted) || words.includes(wanted) ? 4 : undefined;
}

function startsWord(text: string, wanted: string): boolean {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) {
      return true;
    }
  }
  return false;
}
