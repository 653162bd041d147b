import type { Severity } from '../rules/finding.js';
import { EXIT_FINDINGS, EXIT_OK, EXIT_USAGE } from './exitCode.js';
import { locateAll } from './locatedFinding.js';
import { openFolder } from './openFolder.js';
import { printPretty } from './pretty.js';
import { userCache } from './userCache.js';
import { jsonText } from './visible.js';

export const failLevels = ['error', 'warning', 'information', 'never'] as const;
export type FailLevel = (typeof failLevels)[number];

export interface CheckOptions {
  readonly format: 'pretty' | 'json';
  readonly failOn: FailLevel;
  /** Whether to keep what was read, so that the next check need not read everything again. */
  readonly cache?: boolean;
}

/** Checks a folder and prints what was found. @returns the exit code */
export async function check(path: string, options: CheckOptions): Promise<number> {
  const { format, failOn } = options;
  const opened = await openFolder(path, options.cache === true ? userCache() : undefined);
  const findings = locateAll(opened);
  const summary = opened.workspace.checker.summary(findings);
  if (format === 'json') {
    process.stdout.write(jsonText({ version: 1, summary, findings }));
  } else {
    printPretty(path, summary, findings, opened);
  }
  await opened.workspace.save();
  if (opened.faults.any) {
    return EXIT_USAGE;
  }
  return findings.some(({ severity }) => fails(severity, failOn)) ? EXIT_FINDINGS : EXIT_OK;
}

function fails(severity: Severity, failOn: FailLevel): boolean {
  const order: readonly string[] = ['error', 'warning', 'information'];
  return failOn !== 'never' && order.slice(0, order.indexOf(failOn) + 1).includes(severity);
}
