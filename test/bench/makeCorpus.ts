import { parseArgs } from 'node:util';
import { writeCorpus } from './corpusGenerator.js';

/* `node out/test/bench/makeCorpus.js FOLDER --articles N --seed S`: writes a corpus to a folder. */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    articles: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
  },
});
const [folder] = positionals;
if (folder === undefined) {
  console.error('Usage: makeCorpus.js FOLDER [--articles N] [--seed S]');
  process.exitCode = 2;
} else {
  const started = performance.now();
  const size = writeCorpus(folder, {
    articles: Number(values.articles),
    seed: Number(values.seed),
  });
  console.log({ ...size, seconds: Number(((performance.now() - started) / 1000).toFixed(1)) });
}
