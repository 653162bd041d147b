import { parseArgs } from 'node:util';
import { tryEdits } from '../unit/fuzz/editTrial.js';

/* `npm run fuzz -- --steps 1000000 --seed 1`: random typing against a model and a fresh start. */

const { values } = parseArgs({
  options: {
    steps: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    every: { type: 'string', default: '20' },
  },
});
const PORTION = 10_000;
const total = Number(values.steps);
let [done, compared] = [0, 0];
for (let seed = Number(values.seed); done < total; seed++) {
  const trial = tryEdits(Math.min(PORTION, total - done), seed, Number(values.every));
  done += trial.steps;
  compared += trial.compared;
  console.log(`${done} edits, ${compared} comparisons, no difference (seed ${seed})`);
}
