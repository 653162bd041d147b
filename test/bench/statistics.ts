/** The value at a share of the way through, 0 to 1: of 20 values 0.95 gives the 19th. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) {
    throw new Error('Nothing was measured.');
  }
  return value;
}

/** The middle value; of an even number of values the lower of the two in the middle. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/**
 * The medians of what two or more do, each as many times, by turns: what else the machine does at the
 * time strikes all of them alike. A first round is not counted.
 */
export async function byTurns<Name extends string>(
  rounds: number,
  contenders: Readonly<Record<Name, () => number | Promise<number>>>,
): Promise<Record<Name, number[]>> {
  const entries = Object.entries(contenders) as [Name, () => number | Promise<number>][];
  const samples = Object.fromEntries(entries.map(([name]) => [name, []])) as unknown as Record<
    Name,
    number[]
  >;
  for (let round = 0; round <= rounds; round++) {
    for (const [name, run] of entries) {
      const sample = await run();
      if (round > 0) {
        samples[name].push(sample);
      }
    }
  }
  return samples;
}
