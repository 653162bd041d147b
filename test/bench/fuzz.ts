import { parseArgs } from 'node:util';

interface Count {
  inputs: number;
  accepted: number;
  refused: number;
  wrong: number;
}

/**
 * Tries a scanner on `--inputs` texts of `--seed`, prints what was read wrongly and a table, and
 * fails if there was anything.
 */
export function fuzz<Kind extends string>(
  kinds: readonly Kind[],
  inputs: (seed: number) => Generator<{ kind: Kind; text: string }, never>,
  tryOne: (text: string) => { readonly accepted: boolean; readonly wrong: string | null },
): void {
  const { values } = parseArgs({
    options: {
      inputs: { type: 'string', default: '100000' },
      seed: { type: 'string', default: '1' },
    },
  });
  const total = Number(values.inputs);
  const counts = new Map<Kind | 'all', Count>(
    [...kinds, 'all' as const].map((kind) => [
      kind,
      { inputs: 0, accepted: 0, refused: 0, wrong: 0 },
    ]),
  );
  const source = inputs(Number(values.seed));
  for (let i = 0; i < total; i++) {
    const { kind, text } = source.next().value;
    const { accepted, wrong } = tryOne(text);
    for (const name of [kind, 'all'] as const) {
      const count = counts.get(name);
      if (count !== undefined) {
        count.inputs++;
        count[accepted ? 'accepted' : 'refused']++;
        count.wrong += wrong === null ? 0 : 1;
      }
    }
    if (wrong !== null) {
      console.log(`wrong: ${wrong}\n${JSON.stringify(text)}`);
      process.exitCode = 1;
    }
  }
  console.table(Object.fromEntries(counts));
}
