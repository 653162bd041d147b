import { relativePath } from '../corpus/uri.js';
import type { Finding, Severity } from '../rules/finding.js';
import type { Workspace } from '../lsp/workspace.js';
import { EXIT_FINDINGS, EXIT_OK } from './exitCode.js';
import { openFolder, type OpenedFolder } from './openFolder.js';
import { placeOf, type Place } from './place.js';
import { printPretty } from './pretty.js';

export const failLevels = ['error', 'warning', 'information', 'never'] as const;
export type FailLevel = (typeof failLevels)[number];

export interface CheckOptions {
  readonly format: 'pretty' | 'json';
  readonly failOn: FailLevel;
}

/** A finding as the command line tells it. */
export interface LocatedFinding extends Place {
  readonly file: string;
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly related: readonly (Place & { readonly file: string; readonly message: string })[];
}

/** Checks a folder and prints what was found. @returns the exit code */
export async function check(path: string, { format, failOn }: CheckOptions): Promise<number> {
  const opened = await openFolder(path);
  const findings = locateAll(opened);
  const summary = opened.workspace.checker.summary();
  if (format === 'json') {
    process.stdout.write(`${JSON.stringify({ version: 1, summary, findings }, null, 2)}\n`);
  } else {
    printPretty(path, summary, findings, opened);
  }
  return findings.some(({ severity }) => fails(severity, failOn)) ? EXIT_FINDINGS : EXIT_OK;
}

function fails(severity: Severity, failOn: FailLevel): boolean {
  const order: readonly string[] = ['error', 'warning', 'information'];
  return failOn !== 'never' && order.slice(0, order.indexOf(failOn) + 1).includes(severity);
}

/** All findings, sorted by file, line, column and code. */
function locateAll({ root, workspace }: OpenedFolder): readonly LocatedFinding[] {
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
  const lines = corpus.sidecar(uri)?.content.lines ?? corpus.article(uri)?.content.lines;
  return lines === undefined
    ? { line: 1, column: 1, endLine: 1, endColumn: 1 }
    : placeOf(lines, span);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
