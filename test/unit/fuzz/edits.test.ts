import { tryEdits } from './editTrial.js';

/* `npm run fuzz -- --steps 1000000` goes on for as long as one likes. */

describe('random typing', function () {
  this.timeout(300_000);

  it('leaves the text and the findings of a fresh start, whatever was typed', () => {
    const chosen = process.env['FC_SEED'] === 'random' ? Date.now() : 20_100_712;
    tryEdits(10_000, chosen % 2 ** 31, 40);
  });
});
