import { runMocha } from './runMocha.js';

/** Called by VS Code in a copy of the sample corpus, with the package installed. */
export function run(): Promise<void> {
  return runMocha(async () => {
    await import('./activation.test.js');
    await import('./package.test.js');
    await import('./hover.test.js');
    await import('./definition.test.js');
    await import('./check.test.js');
  });
}
