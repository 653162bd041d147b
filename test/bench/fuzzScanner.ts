import { parseArgs } from 'node:util';
import { inputKinds, inputs, tryScanner, type InputKind } from '../unit/text/scannerTrial.js';

/* `node out/test/bench/fuzzScanner.js --inputs 1000000 --seed 1`: the scanner against the parser. */

const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
  },
});
const total = Number(values.inputs);

interface Count {
  inputs: number;
  accepted: number;
  refused: number;
  wrong: number;
}
const counts = new Map<InputKind | 'all', Count>(
  [...inputKinds, 'all' as const].map((kind) => [
    kind,
    { inputs: 0, accepted: 0, refused: 0, wrong: 0 },
  ]),
);

const source = inputs(Number(values.seed));
for (let i = 0; i < total; i++) {
  const { kind, text } = source.next().value;
  const { accepted, wrong } = tryScanner(text);
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
