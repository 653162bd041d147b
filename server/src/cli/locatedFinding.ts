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
  const here = findings.map((finding) => {
    const { uri, severity, code, message } = finding;
    return {
      file: relativePath(root, uri),
      ...placeIn(workspace, finding),
      severity,
      code,
      message,
    };
  });
  const related = relatedOfAll(root, workspace, findings);
  return here
    .map((place, index) => ({ ...place, related: related[index] ?? [] }))
    .flatMap((located, index) => {
      const finding = findings[index];
      return finding === undefined ? [] : [{ finding, located }];
    })
    .sort(
      ({ located: a }, { located: b }) =>
        compareText(a.file, b.file) ||
        a.line - b.line ||
        a.column - b.column ||
        compareText(a.code, b.code),
    );
}

/**
 * What each finding is also about. Files are read again for this: those that point to one file are
 * looked at together, so that it is read once and not for each of them.
 */
function relatedOfAll(
  root: string,
  workspace: Workspace,
  findings: readonly Finding[],
): readonly LocatedFinding['related'][] {
  const related: LocatedFinding['related'][] = [];
  const targets = findings.map((finding) => finding.there?.uri ?? finding.uri);
  const order = [...findings.keys()].sort(
    (a, b) => compareText(targets[a] ?? '', targets[b] ?? '') || a - b,
  );
  for (const index of order) {
    related[index] = (findings[index]?.related ?? []).map((place) => ({
      file: relativePath(root, place.uri),
      ...placeIn(workspace, place),
      message: place.message,
    }));
  }
  return related;
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
