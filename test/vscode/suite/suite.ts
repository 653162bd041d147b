import { runMocha } from './runMocha.js';

/** Called by VS Code in a copy of the sample corpus. */
export function run(): Promise<void> {
  return runMocha(async () => {
    await import('./activation.test.js');
    await import('./hover.test.js');
    await import('./definition.test.js');
    await import('./navigation.test.js');
    await import('./diagnostics.test.js');
    await import('./readingAids.test.js');
    await import('./check.test.js');
    await import('./explain.test.js');
    await import('./export.test.js');
    await import('./report.test.js');
    await import('./timeline.test.js');
    await import('./tasks.test.js');
    await import('./languageModelTools.test.js');
    await import('./recordFact.test.js');
    await import('./factsView.test.js');
    await import('./rename.test.js');
    // The last, because it kills the server.
    await import('./crash.test.js');
  });
}
