import { cpus } from 'node:os';
import { bars, BAR_ARTICLES, verdict } from './bars.js';
import type { BenchCorpus } from './benchCorpus.js';
import { described, shown, type Measure, type Measures } from './measures.js';

export const START = '<!-- figures: start -->';
export const END = '<!-- figures: end -->';

/** The figures as Markdown: the bars, then everything that was measured. */
export function report(
  measures: Measures,
  { articles, seed, size }: BenchCorpus,
  { date, command }: { readonly date: string; readonly command: string },
): string {
  const machine = cpus();
  const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
  const sections = new Map<string, Measure[]>();
  for (const measure of measures.all()) {
    sections.set(measure.section, [...(sections.get(measure.section) ?? []), measure]);
  }
  return [
    `Measured ${date} with \`${command}\` on ${machine.length} cores (${machine[0]?.model.trim() ?? 'unknown'}), Node ${process.versions.node}, ${process.platform}.`,
    `Corpus: ${articles} articles of ${megabytes(size.articleBytes)}, ${size.articles} sidecars of ${megabytes(size.sidecarBytes)} with ${size.facts} facts, ${size.registers} registers of ${megabytes(size.registerBytes)}; seed ${seed}.`,
    '',
    `### The bars, with ${BAR_ARTICLES} articles`,
    '',
    '| bar | at most | measured | |',
    '|---|---|---|---|',
    ...bars.map((bar) => {
      const further =
        bar.stretch === undefined ? '' : ` (further: ${shown(bar.stretch, bar.unit)})`;
      return `| ${bar.words} | ${shown(bar.limit, bar.unit)}${further} | ${verdict(bar, measures, articles)} |`;
    }),
    ...[...sections].flatMap(([section, some]) => [
      '',
      `### ${section}`,
      '',
      '| | median |',
      '|---|---|',
      ...some.map((measure) => `| ${measure.name} | ${described(measure)} |`),
    ]),
    ...(measures.remarks.length > 0
      ? ['', ...measures.remarks.map((remark) => `- ${remark}`)]
      : []),
  ].join('\n');
}

/** A page with other figures between its markers. @throws where it has no markers */
export function withFigures(page: string, figures: string): string {
  const start = page.indexOf(START);
  const end = page.indexOf(END);
  if (start < 0 || end < start) {
    throw new Error(`The page has no ${START} and ${END}.`);
  }
  return `${page.slice(0, start + START.length)}\n${figures}\n${page.slice(end)}`;
}
