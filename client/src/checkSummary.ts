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

/** "Checked 5 articles, 6 sidecars, 80 facts: no errors, 2 warnings, 5 notes." */
export function summaryInWords(summary: CheckSummary): string {
  const read = [
    count(summary.articles, 'article'),
    count(summary.sidecars, 'sidecar'),
    count(summary.facts, 'fact'),
  ];
  return `Checked ${read.join(', ')}: ${findingsInWords(summary)}.`;
}

/** "no errors, 2 warnings, 5 notes" */
export function findingsInWords(found: FindingCounts): string {
  return [
    count(found.error, 'error'),
    count(found.warning, 'warning'),
    count(notes(found), 'note'),
  ].join(', ');
}

/** `no figures`, `1 figure`, `2 figures` */
export function count(amount: number, noun: string): string {
  return `${amount === 0 ? 'no' : String(amount)} ${noun}${amount === 1 ? '' : 's'}`;
}
