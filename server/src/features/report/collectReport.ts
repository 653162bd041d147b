import type { FeatureContext } from '../context.js';
import { pageLimits, type Report, type ReportLimits } from './report.js';
import { groupFindings } from './reportFindings.js';
import { judgementsOf } from './reportJudgements.js';
import { subjectFacts } from './reportSubjects.js';
import { articlesWithoutSidecar, unrecordedFigures } from './reportUnrecorded.js';

/** What only the caller knows: the names of the folders, and today's date in words. */
export interface ReportHead {
  readonly folder: string;
  readonly date: string;
}

/**
 * Everything a report tells, collected once. What is shown is read from its files, one after the
 * other; of the rest only what is in memory is counted.
 */
export function collectReport(
  context: FeatureContext,
  { folder, date }: ReportHead,
  limits: ReportLimits = pageLimits,
): Report {
  const { corpus, checker } = context;
  const findings = checker.all();
  return {
    folder,
    date,
    summary: checker.summary(findings),
    ...groupFindings(context, findings, limits),
    judgements: judgementsOf(corpus, limits.judgements),
    subjects: subjectFacts(context, limits),
    unrecorded: unrecordedFigures(corpus, findings, limits.articles),
    withoutSidecar: articlesWithoutSidecar(corpus, limits.articles),
  };
}
