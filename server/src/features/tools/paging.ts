import type { ToolArguments } from './tool.js';

const USUAL = 50;
const MOST = 200;

/** The arguments of a tool that answers in pages. */
export const pageInput = {
  offset: {
    type: 'integer',
    minimum: 0,
    description: 'How many to pass over: `nextOffset` of the page before. 0 when left out.',
  },
  limit: {
    type: 'integer',
    minimum: 1,
    maximum: MOST,
    description: `How many to answer with at most: ${USUAL} when left out.`,
  },
} as const;

/** What such a tool answers besides its entries. */
export const pageOutput = {
  total: { type: 'integer', description: 'How many there are on all pages.' },
  nextOffset: {
    type: ['integer', 'null'],
    description: 'Where the next page starts; null on the last one.',
  },
} as const;

export interface Page<T> {
  readonly entries: readonly T[];
  readonly total: number;
  readonly nextOffset: number | null;
}

/** The page of all entries that the arguments ask for. */
export function pageOf<T>(all: readonly T[], { offset, limit }: ToolArguments): Page<T> {
  const start = Number(offset ?? 0);
  const end = start + Number(limit ?? USUAL);
  return {
    entries: all.slice(start, end),
    total: all.length,
    nextOffset: end < all.length ? end : null,
  };
}

/** Where a page stands among the others, in words: `3 facts.`, `Facts 51 to 100 of 240; …`. */
export function pageInWords(
  { entries, total, nextOffset }: Page<unknown>,
  [one, many]: readonly [string, string],
): string {
  if (entries.length === total) {
    return `${total} ${total === 1 ? one : many}.`;
  }
  return `${entries.length} of ${total} ${many}${nextOffset === null ? '' : `; the next ones from offset ${nextOffset}`}.`;
}
