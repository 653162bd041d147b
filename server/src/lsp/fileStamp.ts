import { createHash } from 'node:crypto';

/** What tells a file's text from any other it had or will have. */
export interface FileStamp {
  readonly mtimeMs: number;
  /** In bytes. */
  readonly size: number;
  /** Of the text, where time and size do not tell: see {@link stampOf}. */
  readonly hash?: string;
}

/** How coarse the clock of a file system can be, in milliseconds. */
const COARSEST_CLOCK = 2000;

/**
 * The stamp of a text that was just read. A file that was changed a moment ago can be changed again
 * without its time being another; then the text itself is put down.
 *
 * @param now when it was read, in milliseconds
 */
export function stampOf(
  { mtimeMs, size }: { readonly mtimeMs: number; readonly size: number },
  text: string,
  now: number,
): FileStamp {
  return mtimeMs > now - COARSEST_CLOCK ? { mtimeMs, size, hash: hashOf(text) } : { mtimeMs, size };
}

export function hashOf(text: string): string {
  return createHash('sha1').update(text).digest('base64');
}

export function isSameStamp(a: FileStamp | undefined, b: FileStamp): boolean {
  return a?.mtimeMs === b.mtimeMs && a.size === b.size && a.hash === b.hash;
}
