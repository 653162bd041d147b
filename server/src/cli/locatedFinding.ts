import { relativePath } from '../corpus/uri.js';
import type { Workspace } from '../lsp/workspace.js';
import type { Finding, Severity } from '../rules/finding.js';
import type { OpenedFolder } from './openFolder.js';
import { placeOf, placeOfRange, type Place } from './place.js';
import { compareText } from '../text/compareText.js';

/** A finding as the command line tells it. */
export interface LocatedFinding extends Place {
  readonly file: string;
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly related: readonly (Place & { readonly file: string; readonly message: string })[];
}

/** A finding with what the command line tells of it. */
export interface Located {
  readonly finding: Finding;
  readonly located: LocatedFinding;
}

/** All findings, sorted by file, line, column and code. */
export function locateAll({ root, workspace }: OpenedFolder): readonly Located[] {
  const findings = workspace.checker.all();
  const byFile = new ByFile();
  const found = findings.map((finding): Located[] => {
    const told: Located[] = [];
    const related: LocatedFinding['related'][number][] = [];
    for (const [index, place] of finding.related.entries()) {
      byFile.add(place.uri, () => {
        const file = relativePath(root, place.uri);
        related[index] = { file, ...placeIn(workspace, place), message: place.message };
      });
    }
    byFile.add(finding.uri, () => {
      const { uri, severity, code, message } = finding;
      const place = placeIn(workspace, finding);
      const file = relativePath(root, uri);
      told.push({ finding, located: { file, ...place, severity, code, message, related } });
    });
    return told;
  });
  byFile.doAll();
  return found
    .flat()
    .sort(
      ({ located: a }, { located: b }) =>
        compareText(a.file, b.file) ||
        a.line - b.line ||
        a.column - b.column ||
        compareText(a.code, b.code),
    );
}

/**
 * What is to be done for each file. Files are read again for the lines of places: what needs one is
 * done together, so that it is read once and not for each of the findings that point to it.
 */
class ByFile {
  private readonly tasks = new Map<string, (() => void)[]>();

  add(uri: string, task: () => void): void {
    const tasks = this.tasks.get(uri) ?? [];
    this.tasks.set(uri, tasks);
    tasks.push(task);
  }

  doAll(): void {
    for (const tasks of this.tasks.values()) {
      for (const task of tasks) {
        task();
      }
    }
  }
}

function placeIn(
  { corpus }: Workspace,
  { uri, span, range }: Pick<Finding, 'uri' | 'span' | 'range'>,
): Place {
  if (range !== undefined) {
    return placeOfRange(range);
  }
  const lines = corpus.source(uri)?.lines;
  return lines === undefined
    ? { line: 1, column: 1, endLine: 1, endColumn: 1 }
    : placeOf(lines, span);
}
