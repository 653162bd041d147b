import { type Extension, extensions } from 'vscode';
import type { PolicyFactsApi } from '../../../client/src/extension.js';

/** The extension under test, active or not. */
export function extension(): Extension<PolicyFactsApi> {
  const found = extensions.getExtension<PolicyFactsApi>('policy-facts.policy-facts');
  if (found === undefined) throw new Error('The extension is not installed.');
  return found;
}

/** Resolves when the extension is active and its server runs. */
export async function runningExtension(): Promise<PolicyFactsApi> {
  const api = await extension().activate();
  if (!(await api.started)) throw new Error('The server does not start.');
  return api;
}
