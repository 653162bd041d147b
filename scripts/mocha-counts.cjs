// A mocha reporter: the readable one; and the counts, with what failed and why, as JSON in the file that
// MOCHA_COUNTS names.
const { writeFileSync } = require('node:fs');
const { reporters, Runner } = require('mocha');

const { EVENT_RUN_END, EVENT_TEST_FAIL } = Runner.constants;

class CountsReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const failed = [];
    runner.on(EVENT_TEST_FAIL, (test, error) => {
      failed.push({
        test: test.fullTitle(),
        reason: String(error.stack ?? error.message ?? error),
      });
    });
    runner.once(EVENT_RUN_END, () => {
      const file = process.env.MOCHA_COUNTS;
      if (!file) return;
      const { passes, failures, pending } = this.stats;
      writeFileSync(file, JSON.stringify({ passes, failures, pending, failed }));
    });
  }
}

module.exports = CountsReporter;
