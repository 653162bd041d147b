import { worstFirst, type Severity } from '../../rules/finding.js';
import type { LocatedFinding } from '../locatedFinding.js';
import { visible } from '../visible.js';
import type { CheckReport } from './report.js';
import { summaryInWords } from './summaryWords.js';

/** Hints are not annotated: they are for whoever has the file open. */
const commands: Readonly<Record<Severity, string | null>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: null,
};

/**
 * What a check found as workflow commands of GitHub Actions, one a line, which show beside the lines
 * of a pull request. GitHub shows ten of each level for a step and fifty for a job: the worst come first, so
 * that those left out are the mildest. The last line is the summary.
 *
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function githubReport({ findings, prefix, folder, summary }: CheckReport): string {
  const lines = worstFirst.flatMap((level) => {
    const command = commands[level];
    return command === null
      ? []
      : findings
          .filter(({ severity }) => severity === level)
          .map((finding) => annotation(command, finding, prefix));
  });
  return `${[...lines, `Policy Facts: ${summaryInWords(folder, summary)}`].join('\n')}\n`;
}

function annotation(command: string, finding: LocatedFinding, prefix: string): string {
  const { file, line, endLine, column, endColumn, code, message, related } = finding;
  const properties = [
    `file=${property(prefix + file)}`,
    `line=${line}`,
    `endLine=${endLine}`,
    // GitHub takes columns only within one line.
    ...(line === endLine ? [`col=${column}`, `endColumn=${endColumn}`] : []),
    `title=${property(`Policy Facts: ${code}`)}`,
  ];
  const others = related.map(
    (place) => `→ ${visible(prefix + place.file)}:${place.line} ${visible(place.message)}`,
  );
  const text = [visible(message), ...others].join('\n');
  return `::${command} ${properties.join(',')}::${data(text)}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** A file's name goes as it is, so that GitHub finds it; only what would end it is escaped. */
function property(text: string): string {
  return data(visible(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
