import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';

/**
 * Runs mocha inside the extension host. `load` brings in the modules whose tests are to run; a
 * rejection tells VS Code that some failed. The counts go to the file that MOCHA_COUNTS names, the
 * readable report to the one that MOCHA_LOG names: the host's console may lose its last lines.
 */
export async function runMocha(load: () => Promise<unknown>): Promise<void> {
  const log = process.env['MOCHA_LOG'];
  if (log !== undefined) {
    Mocha.reporters.Base.consoleLog = (...args: unknown[]) => {
      appendFileSync(log, `${format(...args)}\n`);
    };
  }
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 90_000,
    slow: 2_000,
    color: false,
    // The bundle of this file stands in out/test/vscode/.
    reporter: path.resolve(__dirname, '../../../scripts/mocha-counts.cjs'),
  });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await load();
  const failures = await new Promise<number>((resolve) => {
    mocha.run(resolve);
  });
  if (failures > 0) throw new Error(`${failures} of the tests in VS Code failed.`);
}
