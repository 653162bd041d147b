import { isAbsolute } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { InitializeParams } from 'vscode-languageserver/node';

/** Where a client lets the server keep things, and what it wants done with what is there. */
export interface Storage {
  /** The path of a folder of the client's that is the workspace's own; it need not be there. */
  readonly folder: string;
  /** Whether files that brought the server down before are to be tried again. */
  readonly tryAgain: boolean;
}

/**
 * Reads `initializationOptions: {storage, tryAgain}`: the path of a folder or its `file:` URI, and whether
 * to try again. Undefined where no place is given.
 */
export function readStorage({ initializationOptions }: InitializeParams): Storage | undefined {
  const { storage, tryAgain } = (initializationOptions ?? {}) as Record<string, unknown>;
  if (typeof storage !== 'string') {
    return undefined;
  }
  try {
    const folder = storage.startsWith('file:') ? fileURLToPath(storage) : storage;
    return isAbsolute(folder) ? { folder, tryAgain: tryAgain === true } : undefined;
  } catch {
    return undefined;
  }
}
