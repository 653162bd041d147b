import assert from 'node:assert/strict';
import type { Context } from 'mocha';
import { exceptions } from './exceptions.js';
import { beginTest, exceptionsUsed, takeFaults } from './tap.js';

/*
 * Around every test of the protocol, wherever it is: all messages of a test, both ways, must be the
 * protocol's.
 */

function assertNoFaults(): void {
  assert.deepEqual(takeFaults(), [], 'Messages against the protocol');
}

// The test itself fails, rather than a hook: after a hook that fails Mocha runs no other test.
beforeEach(function () {
  const test = this.currentTest;
  const run = test?.fn as ((this: Context) => unknown) | undefined;
  if (test === undefined || run === undefined) {
    return;
  }
  const title = test.fullTitle();
  beginTest(title);
  test.fn = async function (this: Context): Promise<void> {
    await run.call(this);
    assertNoFaults();
    const used = exceptionsUsed();
    const idle = exceptions.filter(
      (exception) => title.endsWith(exception.test) && !used.has(exception),
    );
    assert.deepEqual(idle, [], 'Exceptions that are not needed');
  };
});

after(assertNoFaults);
