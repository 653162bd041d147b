import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { projectFolder } from './launcher/projectFolder.js';

/** What a suite passed, failed and skipped. */
export interface Counts {
  readonly passes: number;
  readonly failures: number;
  readonly pending: number;
  /** What failed, and why. */
  readonly failed: readonly { readonly test: string; readonly reason: string }[];
}

const none: Counts = { passes: 0, failures: 0, pending: 0, failed: [] };

/** A bundled suite of `out/test/vscode`, and what to run it in. */
export interface SuiteRun {
  readonly name: string;
  /** The folder to open. */
  readonly folder: string;
  readonly vscodeExecutablePath: string;
  readonly extensionDevelopmentPath: string;
  /** A folder for counts and logs. */
  readonly scratch: string;
  /** More arguments for VS Code. */
  readonly launchArgs?: readonly string[];
}

/** Runs one suite in a VS Code of its own, and prints its report. */
export async function runSuite(run: SuiteRun): Promise<Counts> {
  const counts = path.join(run.scratch, `${run.name}.json`);
  const log = path.join(run.scratch, `${run.name}.log`);
  console.log(`\n${run.name}, in ${path.basename(run.vscodeExecutablePath)}`);
  try {
    await runTests({
      vscodeExecutablePath: run.vscodeExecutablePath,
      extensionDevelopmentPath: run.extensionDevelopmentPath,
      extensionTestsPath: path.join(projectFolder, 'out/test/vscode', `${run.name}.cjs`),
      extensionTestsEnv: { MOCHA_COUNTS: counts, MOCHA_LOG: log },
      launchArgs: [...(run.launchArgs ?? []), run.folder],
    });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  if (existsSync(log)) console.log(readFileSync(log, 'utf8'));
  if (existsSync(counts)) return JSON.parse(readFileSync(counts, 'utf8')) as Counts;
  // A suite that left no counts crashed: that is one failure.
  return { ...none, failures: 1, failed: [{ test: run.name, reason: 'It left no counts.' }] };
}

/** Writes the sum where `npm test` looks for it, and ends with 1 if anything failed. */
export function endWith(results: readonly Counts[]): never {
  const total = results.reduce((sum, counts) => ({
    passes: sum.passes + counts.passes,
    failures: sum.failures + counts.failures,
    pending: sum.pending + counts.pending,
    failed: [...sum.failed, ...counts.failed],
  }));
  const file = process.env['MOCHA_COUNTS'];
  if (file !== undefined) writeFileSync(file, JSON.stringify(total));
  process.exit(total.failures > 0 ? 1 : 0);
}
