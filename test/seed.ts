import fc from 'fast-check';

/**
 * Loaded before every test (`.mocharc.json`). Properties try the same examples on every machine, so
 * that a red run is the change's doing; FC_SEED=random looks for new ones, a number repeats a run.
 */
const given = process.env['FC_SEED'] ?? '20060530';
const seed = given === 'random' ? Date.now() % 2 ** 31 : Number(given);
if (given === 'random') {
  console.log(`FC_SEED=${seed}`);
}
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed });
