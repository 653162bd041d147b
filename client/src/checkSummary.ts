import type { l10n } from 'vscode';

const counted = [
  'articles',
  'sidecars',
  'facts',
  'organisations',
  'error',
  'warning',
  'information',
  'hint',
] as const;

/** What a consistency check counted: what it read, and its findings by severity. */
export type CheckSummary = Readonly<Record<(typeof counted)[number], number>>;

/** Findings by severity. */
export type FindingCounts = Pick<CheckSummary, 'error' | 'warning' | 'information' | 'hint'>;

/** Reads the server's answer; undefined when it is not a summary. */
export function readSummary(answer: unknown): CheckSummary | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined;
  const counts = new Map(Object.entries(answer));
  const isSummary = counted.every((key) => typeof counts.get(key) === 'number');
  return isSummary ? (answer as CheckSummary) : undefined;
}

/** Information and hints together: what a reader may like to know. */
function notes(found: FindingCounts): number {
  return found.information + found.hint;
}

/** True when the Problems view has something to show. */
export function hasFindings(summary: CheckSummary): boolean {
  return summary.error + summary.warning + notes(summary) > 0;
}

/** What translates: `vscode.l10n`, or in its place whatever formats. */
export type Translator = Pick<typeof l10n, 't'>;

/** "Checked 5 articles, 6 sidecars, 80 facts: no errors, 2 warnings, 5 notes." */
export function summaryInWords(summary: CheckSummary, l10n: Translator): string {
  const read = [
    inWords(summary.articles, [
      l10n.t('no articles'),
      l10n.t('1 article'),
      l10n.t('{0} articles', summary.articles),
    ]),
    inWords(summary.sidecars, [
      l10n.t('no sidecars'),
      l10n.t('1 sidecar'),
      l10n.t('{0} sidecars', summary.sidecars),
    ]),
    inWords(summary.facts, [
      l10n.t('no facts'),
      l10n.t('1 fact'),
      l10n.t('{0} facts', summary.facts),
    ]),
  ];
  return l10n.t('Checked {0}: {1}.', read.join(', '), findingsInWords(summary, l10n));
}

/** "no errors, 2 warnings, 5 notes" */
export function findingsInWords(found: FindingCounts, l10n: Translator): string {
  return [
    inWords(found.error, [
      l10n.t('no errors'),
      l10n.t('1 error'),
      l10n.t('{0} errors', found.error),
    ]),
    inWords(found.warning, [
      l10n.t('no warnings'),
      l10n.t('1 warning'),
      l10n.t('{0} warnings', found.warning),
    ]),
    inWords(notes(found), [
      l10n.t('no notes'),
      l10n.t('1 note'),
      l10n.t('{0} notes', notes(found)),
    ]),
  ].join(', ');
}

/** Whole words for none, one and many: languages differ in more than an ending. */
export function inWords(
  amount: number,
  [none, one, many]: readonly [string, string, string],
): string {
  if (amount === 0) return none;
  return amount === 1 ? one : many;
}
