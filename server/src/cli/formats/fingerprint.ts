import { createHash } from 'node:crypto';

/**
 * What tells findings from each other from one run to the next. The number after the colon counts
 * those that are alike, in their order. GitHub looks only at `primaryLocationLineHash`, and makes one
 * up from the lines of the file where there is none.
 */
export type Fingerprints = Readonly<Record<'policyFacts/v1' | 'primaryLocationLineHash', string>>;

/** The fingerprints of findings, in their order. */
export function fingerprintsOf(
  findings: readonly { readonly identity: readonly string[] }[],
): readonly Fingerprints[] {
  const seen = new Map<string, number>();
  return findings.map(({ identity }) => {
    const hash = createHash('sha256').update(JSON.stringify(identity)).digest('hex').slice(0, 32);
    const count = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, count);
    const fingerprint = `${hash}:${count}`;
    return { 'policyFacts/v1': fingerprint, primaryLocationLineHash: fingerprint };
  });
}
