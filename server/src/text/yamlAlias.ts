const mayAlias = /(?:^|[\s,:[{])\*/m;

/**
 * Whether a YAML text may hold an alias (`*name`), which repeats what stands elsewhere: equal words need not say
 * the same then, and a short text may be long to read.
 */
export function mayHoldAlias(text: string): boolean {
  return text.includes('*') && mayAlias.test(text);
}
