import { writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * Native modules that only an install script would build, and JavaScript that does in their place:
 * without them VS Code works just as well, but complains at length each time it looks for one.
 */
const standIns: ReadonlyMap<string, string> = new Map([
  [
    '@vscode/spdlog', // writes log files
    `const names = ['trace', 'debug', 'info', 'warn', 'error', 'critical', 'flush', 'drop',
  'setLevel', 'setPattern', 'clearFormatters'];
const logger = () => Object.fromEntries(names.map((name) => [name, () => {}]));
exports.setFlushOn = () => {};
exports.setLevel = () => {};
exports.createRotatingLogger = async () => logger();
exports.createAsyncRotatingLogger = async () => logger();
`,
  ],
  [
    'native-watchdog', // ends the extension host with its parent, which the host does by itself too
    `exports.start = () => {};
exports.exit = (code) => process.exit(code || 0);
`,
  ],
]);

/** Puts the stand-ins over the packages in a `node_modules` folder. */
export async function putStandIns(nodeModules: string): Promise<void> {
  for (const [name, program] of standIns) {
    await writeFile(path.join(nodeModules, name, 'index.js'), program);
  }
}
