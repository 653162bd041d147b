import pc from 'picocolors';
import type { LinedText } from '../../corpus/kept.js';
import type { Severity } from '../../rules/finding.js';
import type { LocatedFinding } from '../locatedFinding.js';
import { visible } from '../visible.js';
import type { CheckReport } from './report.js';
import { summaryInWords } from './summaryWords.js';

const colours: Readonly<Record<Severity, (text: string) => string>> = {
  error: pc.red,
  warning: pc.yellow,
  information: pc.cyan,
  hint: pc.dim,
};

/**
 * Findings for people: each with its place as terminals and editors can follow it, the line it stands
 * on, and where its other side is.
 *
 * @param sourceOf the text of a file of the folder
 */
export function prettyReport(
  { folder, summary, findings, prefix }: CheckReport,
  sourceOf: (file: string) => LinedText | undefined,
): string {
  const out: string[] = [];
  let file = '';
  for (const finding of findings) {
    const { line, column, severity, message, code } = finding;
    if (finding.file !== file) {
      file = finding.file;
      out.push('');
    }
    const place = `${pc.bold(visible(prefix + file))}:${line}:${column}`;
    out.push(`${place}  ${colours[severity](severity)}  ${visible(message)}  ${pc.dim(code)}`);
    const shown = sourceLine(finding, sourceOf(file));
    if (shown !== '') {
      out.push(pc.dim(`      ${inertCommand(visible(shown))}`));
    }
    for (const other of finding.related) {
      const there = `${visible(prefix + other.file)}:${other.line}:${other.column}`;
      out.push(pc.dim(`      → ${there} ${visible(other.message)}`));
    }
  }
  out.push('', summaryInWords(folder, summary, { ...colours, nothing: pc.green }), '');
  return out.join('\n').replace(/^\n/, '');
}

/** A service that runs checks takes a line that starts so for a command of ours, indented or not. */
function inertCommand(line: string): string {
  return /^(?:::|##\[)/.test(line) ? `| ${line}` : line;
}

/** So much of a line is shown, around the finding, in UTF-16 units. */
const LONGEST_LINE = 200;

/** The line a finding stands on, without its indentation; of a long one what is near. */
function sourceLine(finding: LocatedFinding, content: LinedText | undefined): string {
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
