import { inputKinds, inputs, tryScanner } from '../unit/text/scannerTrial.js';
import { fuzz } from './fuzz.js';

/* `node out/test/bench/fuzzScanner.js --inputs 1000000 --seed 1`: the scanner against the parser. */

fuzz(inputKinds, inputs, tryScanner);
