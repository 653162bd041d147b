const gapInName = /^(?:[^\S\r\n]{1,2}|[^\S\r\n]?\r?\n[^\S\r\n]?|['’\-‐‑–/]| ?& ?)$/u;

/** Whether what stands between two words may stand within one name: a space, a hyphen, an apostrophe, `&`, "Dr. ". */
export function joins(text: string, start: number, end: number, next: number): boolean {
  if (next - end > 4) {
    return false;
  }
  if (next - end === 1 && text.charCodeAt(end) === 0x20) {
    return true;
  }
  const gap = text.slice(end, next);
  return gapInName.test(gap) || (gap === '. ' && isShortened(text.slice(start, end)));
}

/** "Dr", "Prof", an initial; but "NHS. London" is the end of a sentence. */
function isShortened(word: string): boolean {
  return /^\p{Lu}\p{Ll}{0,3}$/u.test(word);
}
