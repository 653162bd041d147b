import { type Extension, extensions } from 'vscode';
import type { PolicyFactsApi } from '../../../client/src/extension.js';

/** The extension under test, active or not. */
export function extension(): Extension<PolicyFactsApi> {
  const found = extensions.getExtension<PolicyFactsApi>('policy-facts.policy-facts');
  if (found === undefined) throw new Error('The extension is not installed.');
  return found;
}

const startMs = 40_000;
let running: Promise<PolicyFactsApi> | undefined;

/** Resolves when the extension is active and its server runs; a failure is found out only once. */
export function runningExtension(): Promise<PolicyFactsApi> {
  running ??= start();
  return running;
}

async function start(): Promise<PolicyFactsApi> {
  const api = await extension().activate();
  const tooLate = new Promise<false>((resolve) => setTimeout(resolve, startMs, false));
  if (!(await Promise.race([api.started, tooLate]))) throw new Error('The server does not start.');
  return api;
}
