import { relativePath } from '../corpus/uri.js';
import type { Finding, Severity } from '../rules/finding.js';
import { compareText } from '../text/compareText.js';
import type { OpenedFolder } from './openFolder.js';
import type { Place } from './place.js';
import { PlaceTable } from './placeTable.js';

/** A finding as the command line tells it. */
export interface LocatedFinding extends Place {
  readonly file: string;
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly related: readonly (Place & { readonly file: string; readonly message: string })[];
}

/**
 * A finding that is told when somebody asks: the words of all findings of a large folder would take more
 * room than anything else that is known of them. What it is told as is for one use; nothing is kept.
 */
export class ToldFinding implements LocatedFinding {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;

  /**
   * @param places those of the finding and then of what it points to
   * @param first the number of its own
   */
  constructor(
    readonly finding: Finding,
    readonly file: string,
    private readonly places: PlaceTable,
    private readonly first: number,
    private readonly fileOf: (uri: string) => string,
  ) {
    ({
      line: this.line,
      column: this.column,
      endLine: this.endLine,
      endColumn: this.endColumn,
    } = places.place(first));
  }

  get severity(): Severity {
    return this.finding.severity;
  }

  get code(): string {
    return this.finding.code;
  }

  get message(): string {
    return this.finding.message;
  }

  get related(): LocatedFinding['related'] {
    return this.finding.related.map(({ uri, message }, index) => ({
      file: this.fileOf(uri),
      ...this.places.place(this.first + 1 + index),
      message,
    }));
  }

  /** All of it, as JSON and other plain data have it. */
  toJSON(): LocatedFinding {
    const { file, line, column, endLine, endColumn, severity, code, message, related } = this;
    return { file, line, column, endLine, endColumn, severity, code, message, related };
  }
}

/** All findings, sorted by file, line, column and code. */
export function locateAll({ root, workspace }: OpenedFolder): readonly ToldFinding[] {
  const findings = workspace.checker.all();
  const places = new PlaceTable();
  const first = findings.map((finding) => {
    const own = places.add(finding);
    for (const place of finding.pointsTo ?? finding.related) {
      places.add(place);
    }
    return own;
  });
  places.lookUp((uri) => workspace.corpus.source(uri)?.lines);
  const files = new Map<string, string>();
  const fileOf = (uri: string): string => {
    const known = files.get(uri) ?? relativePath(root, uri);
    files.set(uri, known);
    return known;
  };
  return findings
    .map(
      (finding, index) =>
        new ToldFinding(finding, fileOf(finding.uri), places, first[index] ?? 0, fileOf),
    )
    .sort(
      (a, b) =>
        compareText(a.file, b.file) ||
        a.line - b.line ||
        a.column - b.column ||
        compareText(a.code, b.code),
    );
}
