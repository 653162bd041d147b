/** What the sample corpus calls primary care trusts after a rename in a test. */
export const newId = 'care-trusts';

/**
 * A sidecar of the sample corpus with another id in the place of every `pct`. Look-alikes stay: names,
 * notes, and longer ids such as `pct-network`.
 */
export function withNewId(text: string): string {
  return text
    .replaceAll(/^( {2})pct(?=:$)/gmu, `$1${newId}`)
    .replaceAll(/\b(subject|class): pct(?=\s|,|$)/gmu, `$1: ${newId}`)
    .replaceAll('predecessors: [pct]', `predecessors: [${newId}]`);
}
