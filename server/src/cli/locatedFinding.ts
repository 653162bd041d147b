import { relativePath } from '../corpus/uri.js';
import type { Workspace } from '../lsp/workspace.js';
import type { Finding, Severity } from '../rules/finding.js';
import type { OpenedFolder } from './openFolder.js';
import { placeOf, type Place } from './place.js';

/** A finding as the command line tells it. */
export interface LocatedFinding extends Place {
  readonly file: string;
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly related: readonly (Place & { readonly file: string; readonly message: string })[];
}

/** All findings, sorted by file, line, column and code. */
export function locateAll({ root, workspace }: OpenedFolder): readonly LocatedFinding[] {
  return workspace.checker
    .all()
    .map((finding) => locate(root, workspace, finding))
    .sort(
      (a, b) =>
        compare(a.file, b.file) ||
        a.line - b.line ||
        a.column - b.column ||
        compare(a.code, b.code),
    );
}

function locate(root: string, workspace: Workspace, finding: Finding): LocatedFinding {
  const { uri, span, severity, code, message, related } = finding;
  return {
    file: relativePath(root, uri),
    ...placeIn(workspace, uri, span),
    severity,
    code,
    message,
    related: related.map((place) => ({
      file: relativePath(root, place.uri),
      ...placeIn(workspace, place.uri, place.span),
      message: place.message,
    })),
  };
}

function placeIn({ corpus }: Workspace, uri: string, span: Finding['span']): Place {
  const lines = corpus.source(uri)?.lines;
  return lines === undefined
    ? { line: 1, column: 1, endLine: 1, endColumn: 1 }
    : placeOf(lines, span);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
