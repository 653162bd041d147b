import type { Summary } from '../../rules/checker.js';
import type { Severity } from '../../rules/finding.js';
import { visible } from '../visible.js';

type Colour = (text: string) => string;

const plain: Colour = (text) => text;

/**
 * What was looked at and found, in one line: `seeds: 6 articles, …: 4 warnings, 9 notes`.
 * @param colours of the counts, and of `nothing to report`; none by default
 */
export function summaryInWords(
  folder: string,
  summary: Summary,
  colours: Readonly<Record<Severity | 'nothing', Colour>> = {
    error: plain,
    warning: plain,
    information: plain,
    hint: plain,
    nothing: plain,
  },
): string {
  const { articles, sidecars, facts, organisations } = summary;
  const looked = [
    counted(articles, 'article'),
    counted(sidecars, 'sidecar'),
    counted(facts, 'fact'),
    counted(organisations, 'organisation'),
  ].join(', ');
  const nouns = { error: 'error', warning: 'warning', information: 'note', hint: 'hint' } as const;
  const found = (['error', 'warning', 'information', 'hint'] as const)
    .filter((severity) => summary[severity] > 0)
    .map((severity) => colours[severity](counted(summary[severity], nouns[severity])));
  const result = found.length === 0 ? colours.nothing('nothing to report') : found.join(', ');
  return `${visible(folder)}: ${looked}: ${result}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
