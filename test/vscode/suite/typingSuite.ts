import { runMocha } from './runMocha.js';

/**
 * Called by VS Code in a copy of the sample corpus that nothing else uses: a document that a test
 * opened stays open for minutes, whatever becomes of its file, and VS Code may write it again.
 */
export function run(): Promise<void> {
  return runMocha(async () => {
    await import('./completion.test.js');
    await import('./quickFix.test.js');
  });
}
