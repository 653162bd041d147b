import type { Summary } from '../../rules/checker.js';
import type { FailLevel } from '../failLevel.js';
import type { LocatedFinding } from '../locatedFinding.js';

/** What a check found, as every format tells it. */
export interface CheckReport {
  /** The folder as it was given. */
  readonly folder: string;
  readonly summary: Summary;
  /** By file, line, column and code; files relative to the folder. */
  readonly findings: readonly LocatedFinding[];
  /** Every article and sidecar that was looked at, relative to the folder, sorted. */
  readonly files: readonly string[];
  /**
   * Where the folder is, seen from where the program runs: `articles/`; empty for that place itself
   * and for a folder outside it. With it before them, the names of files are those that an editor, a
   * terminal or a service that builds a repository knows them by.
   */
  readonly prefix: string;
  readonly failOn: FailLevel;
  /** False where a fault of ours left something out. */
  readonly isWhole: boolean;
}
