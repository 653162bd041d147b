import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { canonicalUri } from '../corpus/uri.js';
import { Faults } from '../lsp/faults.js';
import type { IndexCache } from '../lsp/indexCache.js';
import { Workspace } from '../lsp/workspace.js';
import { visible } from './visible.js';

/** A folder read from disk, with its findings. */
export interface OpenedFolder {
  readonly root: string;
  readonly workspace: Workspace;
  /** Our own mistakes on the way, told on standard error. With any the answer is not whole. */
  readonly faults: Faults;
}

/**
 * Reads and checks a folder.
 * @param cache keeps what was read, for the next time
 * @throws an error with a message for people when it is not a folder or cannot be read
 */
export async function openFolder(path: string, cache?: IndexCache): Promise<OpenedFolder> {
  const absolute = resolve(path);
  const info = await stat(absolute).catch(() => null);
  if (info === null) {
    throw new Error(`there is no folder ${path}`);
  }
  if (!info.isDirectory()) {
    throw new Error(`${path} is not a folder`);
  }
  return readFolder(canonicalUri(URI.file(absolute).toString()), cache);
}

/** The same for a folder that is known to be one, by its URI. */
export async function readFolder(root: string, cache?: IndexCache): Promise<OpenedFolder> {
  const faults = new Faults((message) => {
    const lines = message.split('\n').map(visible);
    process.stderr.write(`policy-facts: ${lines.join('\n')}\n`);
  });
  const workspace = new Workspace(undefined, faults.report);
  if (cache !== undefined) {
    workspace.useCache(cache);
  }
  await workspace.load([root], { strict: true });
  return { root, workspace, faults };
}
