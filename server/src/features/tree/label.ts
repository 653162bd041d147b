/** In UTF-16 units: a view is narrow, and the tooltip has the rest. */
const LONGEST_LABEL = 160;
const LONGEST_TOOLTIP = 1000;

/** Control characters, marks that reverse the direction of writing, and halves of characters. */
const unseen = /\p{Cc}|[\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu;

/** Text of a file as one short line; `…` stands for what has no room, `(empty)` for nothing at all. */
export function inOneLine(text: string, longest = LONGEST_LABEL): string {
  const start = text.slice(0, 4 * longest);
  const line = start.replace(/\s+/g, ' ').replace(unseen, '').trim();
  if (line === '') {
    return '(empty)';
  }
  return line.length > longest || start.length < text.length
    ? `${line.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`
    : line;
}

/** The same with more room. */
export function inTooltip(text: string): string {
  return inOneLine(text, LONGEST_TOOLTIP);
}

/** `no facts`, `1 fact`, `2 facts`. */
export function several(count: number, noun: string): string {
  return `${count === 0 ? 'no' : count} ${noun}${count === 1 ? '' : 's'}`;
}
