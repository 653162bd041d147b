import { noChange, type Change } from '../corpus/change.js';
import type { SourceFile } from '../corpus/corpus.js';
import { hashOf, type CrashJournal } from './crashJournal.js';
import { rethrow, type FaultReport } from './faults.js';

const broughtDown =
  'Policy Facts ended unexpectedly while it was reading this file; it is not analysed until it ' +
  'changes, or until you run “Policy Facts: Restart Server”.';

const faulty =
  'A fault in Policy Facts keeps this file from being read; it is not analysed. The log says more.';

/**
 * Stands around the reading of each file: what brings the process down is known to the next one and
 * passed over, and what throws, which is a mistake of ours, is told. Either way the file is listed as
 * not analysed, and the others are read.
 */
export class GuardedReading {
  /** @param journal where no storage is given there is none */
  constructor(
    private readonly onFault: FaultReport = rethrow,
    private readonly journal: CrashJournal | null = null,
  ) {}

  /** Reads a file into the corpus. @param into adds it; may throw */
  read(source: SourceFile, into: (source: SourceFile) => Change): Change {
    const { uri } = source;
    const unread = (why: string): Change => into({ ...source, text: '', unread: why });
    try {
      return this.readText(uri, source.text, () => into(source)) ?? unread(broughtDown);
    } catch (error) {
      this.onFault(`reading ${uri}`, error);
      return this.attempt(uri, () => unread(faulty));
    }
  }

  /** Reads the text of a file. @returns undefined when this text has brought a process down before */
  readText<T>(uri: string, text: string, read: () => T): T | undefined {
    if (this.journal === null) {
      return read();
    }
    if (this.journal.isSkipped(uri, text)) {
      return undefined;
    }
    this.journal.reading(uri, hashOf(text));
    try {
      return read();
    } finally {
      this.journal.done();
    }
  }

  private attempt(uri: string, change: () => Change): Change {
    try {
      return change();
    } catch (error) {
      this.onFault(`leaving out ${uri}`, error);
      return { ...noChange, files: new Set([uri]) };
    }
  }
}
