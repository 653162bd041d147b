import { inputKinds, inputs, tryScanner } from '../unit/articles/markdownTrial.js';
import { fuzz } from './fuzz.js';

/* `node out/test/bench/fuzzMarkdown.js --inputs 300000 --seed 1`: the scanner of Markdown against remark. */

fuzz(inputKinds, inputs, tryScanner);
