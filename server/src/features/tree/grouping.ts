import { searchable } from '../../text/fuzzyRank.js';
import { inOneLine } from './label.js';
import type { Branch } from './treeNode.js';

/** So many nodes stand below one; of more, groups. */
export const MOST_CHILDREN = 500;

/**
 * Branches as a person can look through them: as they are, or, of more than {@link MOST_CHILDREN}, by
 * first letter, and where one letter has too many, in parts of the list.
 */
export function grouped(branches: readonly Branch[]): readonly Branch[] {
  if (branches.length <= MOST_CHILDREN) {
    return branches;
  }
  const letters = new Map<string, Branch[]>();
  for (const branch of branches) {
    const letter = firstLetter(branch.title);
    const others = letters.get(letter);
    if (others === undefined) {
      letters.set(letter, [branch]);
    } else {
      others.push(branch);
    }
  }
  if (letters.size === 1 || letters.size > MOST_CHILDREN) {
    return inParts(branches, 0);
  }
  return [...letters]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([letter, members]) => ({
      key: letter,
      title: letter,
      line: () => ({
        kind: 'group',
        label: letter,
        description: String(members.length),
      }),
      children: () => (members.length <= MOST_CHILDREN ? members : inParts(members, 0)),
    }));
}

/** `1–500`, `501–1000` and so on, with the first and the last of each. */
function inParts(branches: readonly Branch[], before: number): readonly Branch[] {
  const size = Math.max(MOST_CHILDREN, Math.ceil(branches.length / MOST_CHILDREN));
  const parts: Branch[] = [];
  for (let start = 0; start < branches.length; start += size) {
    const members = branches.slice(start, start + size);
    const first = before + start;
    const label = `${first + 1}–${first + members.length}`;
    parts.push({
      key: label,
      title: label,
      line: () => ({
        kind: 'group',
        label,
        description: `${shortTitle(members[0])} … ${shortTitle(members.at(-1))}`,
      }),
      children: () => (members.length <= MOST_CHILDREN ? members : inParts(members, first)),
    });
  }
  return parts;
}

function shortTitle(branch: Branch | undefined): string {
  return inOneLine(branch?.title ?? '', 24);
}

/** A capital letter; all digits are one, and so is everything else. */
function firstLetter(title: string): string {
  const first = String.fromCodePoint(searchable(title.trimStart()).codePointAt(0) ?? 0x23);
  return /\p{L}/u.test(first) ? capital(first) : /\p{N}/u.test(first) ? '0–9' : '#';
}

/** One character: `ß` stands with S. */
function capital(letter: string): string {
  return String.fromCodePoint(letter.toUpperCase().codePointAt(0) ?? 0x23);
}

/** By title as people look for it, whatever its case and accents; the same in every locale. */
export function byTitle(branches: readonly Branch[]): readonly Branch[] {
  return branches
    .map((branch) => ({ branch, sought: searchable(branch.title) }))
    .sort((a, b) => order(a.sought, b.sought) || order(a.branch.key, b.branch.key))
    .map(({ branch }) => branch);
}

function order(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
