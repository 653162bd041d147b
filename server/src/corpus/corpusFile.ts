import type { FileKind } from './uri.js';

/** A file as it is now: on disk, or as typed in an editor. URIs are canonical. */
export interface SourceFile {
  readonly uri: string;
  /** URI of the workspace folder it belongs to: the longest that contains it. */
  readonly root: string;
  readonly text: string;
  /** What it is, where its name does not tell: an unsaved document has none. */
  readonly kind?: FileKind;
  /** Why its text was not read, where it was not; `text` is empty then. */
  readonly unread?: string;
  /**
   * Reads the same text again; undefined when it is not the same any more. A text that can be read
   * again is not kept in memory.
   */
  readonly again?: () => string | undefined;
}

/** A file whose text is not at hand, or not any more. */
export type FileAgain = Pick<SourceFile, 'uri' | 'unread' | 'again'>;
