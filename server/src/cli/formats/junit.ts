import { fails } from '../failLevel.js';
import type { LocatedFinding } from '../locatedFinding.js';
import { visible } from '../visible.js';
import type { CheckReport } from './report.js';
import { summaryInWords } from './summaryWords.js';

/**
 * What a check found as a JUnit report, which most services that run checks can show: a suite for
 * each file, a case for each finding, and one that passes for each file without any. What does
 * not make the check fail passes and says so in its output: the report and the exit code agree.
 */
export function junitReport(report: CheckReport): string {
  const { findings, files, prefix, folder, summary, failOn } = report;
  const byFile = new Map<string, LocatedFinding[]>(files.map((file) => [file, []]));
  for (const finding of findings) {
    const before = byFile.get(finding.file);
    if (before === undefined) {
      byFile.set(finding.file, [finding]);
    } else {
      before.push(finding);
    }
  }
  const failing = (some: readonly LocatedFinding[]): number =>
    some.filter(({ severity }) => fails(severity, failOn)).length;
  const suites = [...byFile].map(([file, found]) => {
    const cases =
      found.length === 0
        ? [`    <testcase ${attributes({ name: 'nothing to report', classname: prefix + file })}/>`]
        : found.map((finding) => testCase(finding, report));
    const counts = { tests: cases.length, failures: failing(found), errors: 0, skipped: 0 };
    return [
      `  <testsuite ${attributes({ name: prefix + file, ...counts })}>`,
      ...cases,
      '  </testsuite>',
    ].join('\n');
  });
  const tests = [...byFile.values()].reduce((sum, { length }) => sum + Math.max(1, length), 0);
  const name = `Policy Facts: ${summaryInWords(folder, summary)}`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${attributes({ name, tests, failures: failing(findings), errors: 0 })}>`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

function testCase(finding: LocatedFinding, { prefix, failOn }: CheckReport): string {
  const { file, line, column, severity, code, message, related } = finding;
  const place = `${prefix}${file}:${line}:${column}`;
  const others = related.map(
    (other) => `→ ${prefix}${other.file}:${other.line}:${other.column} ${other.message}`,
  );
  const text = [`${place} ${severity} ${code}`, message, ...others]
    .map((part) => escaped(part))
    .join('\n');
  const head = attributes({
    name: `${code} (${line}:${column})`,
    classname: prefix + file,
    file: prefix + file,
    line,
  });
  const body = fails(severity, failOn)
    ? `<failure ${attributes({ type: severity, message })}>${text}</failure>`
    : `<system-out>${text}</system-out>`;
  return `    <testcase ${head}>${body}</testcase>`;
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${escaped(String(value))}"`)
    .join(' ');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** One line of text as XML 1.0 can hold it: no control characters, no half characters, no non-characters. */
function escaped(text: string): string {
  return visible(text)
    .replace(/[&<>"']/g, (char) => entities[char] ?? '')
    .replace(/[\p{Cs}\ufffe\uffff]/gu, '\ufffd');
}
