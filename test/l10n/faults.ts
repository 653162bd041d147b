/** What a translation must keep: places to fill, code, commands and settings in links, icons. */
const kept = /\{\w+\}|`[^`]+`|\]\([^)]+\)|\$\([^)]+\)|#policyFacts\.[\w.]+#/gu;

/** The English texts without a translation: key → English. */
export function missing(
  english: ReadonlyMap<string, string>,
  other: ReadonlyMap<string, string>,
): Map<string, string> {
  return new Map([...english].filter(([key]) => !other.has(key)));
}

/** The translations of nothing. */
export function unused(
  english: ReadonlyMap<string, string>,
  other: ReadonlyMap<string, string>,
): string[] {
  return [...other.keys()].filter((key) => !english.has(key));
}

/** The keys of translations that do not keep what must be kept. */
export function differing(
  english: ReadonlyMap<string, string>,
  other: ReadonlyMap<string, string>,
): string[] {
  const partsOf = (text: string): string => (text.match(kept) ?? []).sort().join(' ');
  return [...other]
    .filter(([key, text]) => partsOf(english.get(key) ?? text) !== partsOf(text))
    .map(([key]) => key);
}

/** Lines to paste into a JSON file of texts: the key, and the English text to be replaced. */
export function toPaste(texts: ReadonlyMap<string, string>): string {
  return [...texts]
    .map(([key, text]) => `  ${JSON.stringify(key)}: ${JSON.stringify(text)},`)
    .join('\n');
}
