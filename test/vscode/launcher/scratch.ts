import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A socket's path has at most 104 bytes, and VS Code's own part takes about 50 of them. */
const longestForSockets = 50;

/**
 * Makes a folder that is removed when this process ends, however it ends short of SIGKILL. It is
 * also made the temporary folder of this process and its children, whose leavings so go with it.
 */
export function scratchFolder(prefix: string): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), `${prefix}-`)));
  if (folder.length <= longestForSockets) {
    process.env['TMPDIR'] = folder;
    process.env['XDG_RUNTIME_DIR'] = folder;
  }
  process.once('exit', () => {
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    } catch {
      // A process that is being killed still wrote there; it is in the temporary folder all the same.
    }
  });
  return folder;
}
