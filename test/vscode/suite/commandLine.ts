import { execFile } from 'node:child_process';
import path from 'node:path';
import { commands } from 'vscode';
import type { CheckSummary } from '../../../client/src/checkSummary.js';
import { fileUri } from './documents.js';
import { eventually } from './eventually.js';
import { extension } from './extension.js';

/** Of what `policy-facts check --format json` prints. */
export interface Report {
  readonly summary: CheckSummary;
  readonly findings: readonly { file: string; severity: string; code: string; message: string }[];
}

/** What `policy-facts check` says of the folder as it is on disk. */
export function checkOnCommandLine(): Promise<Report> {
  const program = path.join(extension().extensionPath, 'dist', 'policy-facts.cjs');
  const args = [program, 'check', path.dirname(fileUri('x').fsPath), '--format', 'json'];
  const options = {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    maxBuffer: 50_000_000,
  };
  return new Promise((resolve, reject) => {
    // It ends with 1, since the practice draft has warnings: what it prints counts.
    execFile(process.execPath, args, options, (error, output) => {
      try {
        resolve(JSON.parse(output) as Report);
      } catch {
        reject(error ?? new Error(output));
      }
    });
  });
}

/**
 * Waits until the server counts what is on disk: VS Code reports files that were written or deleted
 * when it gets to it. A document that only a test opened stays open for minutes, even without its file.
 */
export async function serverAgreesWithDisk(): Promise<void> {
  const { summary } = await checkOnCommandLine();
  await eventually('the server to know what is on disk', async () => {
    const known = await commands.executeCommand<CheckSummary>('policyFacts.checkConsistency');
    return known.sidecars === summary.sidecars && known.facts === summary.facts;
  });
}
