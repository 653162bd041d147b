import { strict as assert } from 'node:assert';
import {
  hasFindings,
  readSummary,
  summaryInWords,
  type Translator,
} from '../../../client/src/checkSummary.js';

/** English, as VS Code gives it where there is no translation. */
const english: Translator = {
  t: (message: unknown, ...args: unknown[]) =>
    String(message).replaceAll(/\{(\d+)\}/gu, (_, index) => String(args[Number(index)])),
};

const quiet = {
  articles: 5,
  sidecars: 6,
  facts: 80,
  organisations: 9,
  error: 0,
  warning: 0,
  information: 0,
  hint: 0,
};

describe('the summary of a check', () => {
  it('is told in plain words', () => {
    assert.equal(
      summaryInWords({ ...quiet, warning: 2, information: 3, hint: 2 }, english),
      'Checked 5 articles, 6 sidecars, 80 facts: no errors, 2 warnings, 5 notes.',
    );
  });

  it('knows one from many', () => {
    const one = { ...quiet, articles: 1, sidecars: 1, facts: 1, error: 1, warning: 1, hint: 1 };
    assert.equal(
      summaryInWords(one, english),
      'Checked 1 article, 1 sidecar, 1 fact: 1 error, 1 warning, 1 note.',
    );
  });

  it('has findings as soon as there is one', () => {
    assert.equal(hasFindings(quiet), false);
    assert.equal(hasFindings({ ...quiet, hint: 1 }), true);
  });

  it('is undefined where the server’s answer is not a summary', () => {
    assert.deepEqual(readSummary(quiet), quiet);
    for (const answer of [undefined, null, 'done', {}, { ...quiet, facts: '80' }]) {
      assert.equal(readSummary(answer), undefined);
    }
  });
});
