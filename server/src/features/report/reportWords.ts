import type { Severity } from '../../rules/finding.js';
import { visibleLine } from '../../text/escapeMarkdown.js';
import type { Report, ReportFact } from './report.js';

/* The report's own words, the same on a page and in Markdown. */

/** Headings of the parts, in their order; the keys are their places on the page. */
export const parts = {
  summary: 'Summary',
  findings: 'Findings',
  judgements: 'Acknowledged and ignored',
  facts: 'Facts',
  unrecorded: 'Articles with unrecorded figures',
} as const;

export type Part = keyof typeof parts;

export const partNames = Object.keys(parts) as readonly Part[];

export const severityNames: Readonly<Record<Severity, readonly [one: string, many: string]>> = {
  error: ['Error', 'Errors'],
  warning: ['Warning', 'Warnings'],
  information: ['Note', 'Notes'],
  hint: ['Hint', 'Hints'],
};

/** So much of a text is shown, in UTF-16 units: a value may be a whole book. */
const LONGEST = 1000;

/** Text of a file on one line, without what nobody sees, and not endless. */
export function shownText(text: string): string {
  const line = visibleLine(text.length > 4 * LONGEST ? text.slice(0, 4 * LONGEST) : text);
  return line.length > LONGEST ? `${visibleLine(line.slice(0, LONGEST))} …` : line;
}

export function titleOf({ folder }: Report): string {
  return `Policy Facts report: ${shownText(folder)}`;
}

/** Where and when, in a line. */
export function introduction({ date }: Report): string {
  const made = date === '' ? '' : `Made on ${shownText(date)}. `;
  return `${made}Every figure is shown as its file writes it, and links lead to the file and line it stands at.`;
}

/** How the counts of the summary and the entries below belong together. */
export function entriesNote({ summary, entries }: Report): string {
  const { error, warning, information, hint } = summary;
  const all = error + warning + information + hint;
  return all === entries
    ? ''
    : `The check tells a finding about two facts at both of them; this report tells it once, with both sides: ${counted(entries, 'entry', 'entries')} for ${counted(all, 'finding')}.`;
}

/** `1 fact`, `2 facts`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** What a list leaves out; empty where it is whole. */
export function leftOut(
  { shown, total }: { readonly shown: readonly unknown[]; readonly total: number },
  one: string,
  many = `${one}s`,
): string {
  const left = total - shown.length;
  return left === 0
    ? ''
    : `${counted(left, `more ${one}`, `more ${many}`)} left out here, of ${total}. The check, the exports or a report of a part of the folder have the rest.`;
}

/** How a fact is stated: `asserted`, `planned, possible`. */
export function statedAs({ modality, certainty }: ReportFact): string {
  return certainty === 'certain' ? modality : `${modality}, ${certainty}`;
}

/** When it held, who says so, and how. */
export function sourceOf(fact: ReportFact): string {
  return `${fact.when}; ${statedAs(fact)} by ${fact.who}`;
}

/** What is special about a fact, in words: colour is never the only sign. */
export function marksOf({ isContested, isDeprecated }: ReportFact): string {
  return [isContested ? '⚠ contested' : [], isDeprecated ? 'deprecated' : []].flat().join(', ');
}

export const nothing: Readonly<Record<Exclude<Part, 'summary'>, string>> = {
  findings: 'Nothing to report: no finding of any kind.',
  judgements: 'No finding was acknowledged or ignored.',
  facts: 'No fact is recorded.',
  unrecorded:
    'Every figure about a known organisation is recorded, where an article has a sidecar.',
};
