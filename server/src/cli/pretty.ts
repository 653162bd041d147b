import pc from 'picocolors';
import { canonicalUri, inFolder } from '../corpus/uri.js';
import type { Summary } from '../rules/checker.js';
import type { Severity } from '../rules/finding.js';
import type { LocatedFinding } from './locatedFinding.js';
import type { OpenedFolder } from './openFolder.js';
import { visible } from './visible.js';

const colours: Readonly<Record<Severity, (text: string) => string>> = {
  error: pc.red,
  warning: pc.yellow,
  information: pc.cyan,
  hint: pc.dim,
};

/** Prints findings for people: by file, each with its line, and where its other side is. */
export function printPretty(
  path: string,
  summary: Summary,
  findings: readonly LocatedFinding[],
  { workspace, root }: OpenedFolder,
): void {
  const out: string[] = [];
  let file = '';
  for (const finding of findings) {
    if (finding.file !== file) {
      file = finding.file;
      out.push('', pc.bold(pc.underline(visible(file))));
    }
    const colour = colours[finding.severity];
    out.push(
      `  ${pc.dim(`${finding.line}:${finding.column}`)}  ${colour(finding.severity)}  ${visible(finding.message)}  ${pc.dim(finding.code)}`,
    );
    const line = sourceLine(workspace, root, finding);
    if (line !== '') {
      out.push(pc.dim(`      ${visible(line)}`));
    }
    for (const place of finding.related) {
      out.push(
        pc.dim(
          `      → ${visible(place.file)}:${place.line}:${place.column} ${visible(place.message)}`,
        ),
      );
    }
  }
  out.push('', summaryLine(path, summary), '');
  process.stdout.write(out.join('\n').replace(/^\n/, ''));
}

/** So much of a line is shown, around the finding, in UTF-16 units. */
const LONGEST_LINE = 200;

/** The line a finding stands on, without its indentation; of a long one what is near. */
function sourceLine(
  { corpus }: OpenedFolder['workspace'],
  root: string,
  finding: LocatedFinding,
): string {
  const content = corpus.source(canonicalUri(inFolder(root, finding.file)));
  if (content === undefined) {
    return '';
  }
  const span = content.lines.lineSpan(finding.line - 1);
  const line = content.text.slice(span.start, span.end);
  if (line.length <= LONGEST_LINE) {
    return line.trim();
  }
  const start = Math.max(0, finding.column - 1 - LONGEST_LINE / 2);
  const end = start + LONGEST_LINE;
  return `${start > 0 ? '…' : ''}${line.slice(start, end).trim()}${end < line.length ? '…' : ''}`;
}

function summaryLine(path: string, summary: Summary): string {
  const looked = `${counted(summary.articles, 'article')}, ${counted(summary.sidecars, 'sidecar')}, ${counted(summary.facts, 'fact')}, ${counted(summary.organisations, 'organisation')}`;
  const found = [
    summary.error > 0 ? pc.red(counted(summary.error, 'error')) : '',
    summary.warning > 0 ? pc.yellow(counted(summary.warning, 'warning')) : '',
    summary.information > 0 ? pc.cyan(counted(summary.information, 'note')) : '',
    summary.hint > 0 ? pc.dim(counted(summary.hint, 'hint')) : '',
  ].filter((part) => part !== '');
  const result = found.length === 0 ? pc.green('nothing to report') : found.join(', ');
  return `${visible(path)}: ${looked}: ${result}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
