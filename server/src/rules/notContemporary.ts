import type { BoundFact } from '../corpus/boundFact.js';
import type { Corpus } from '../corpus/corpus.js';
import type { Definition } from '../sidecars/definition.js';
import type { Located } from '../text/span.js';
import { describeDate, readDate, type DateRange } from '../values/date.js';
import { firstDay, lastDay } from './explainedChange.js';
import type { Remark } from './finding.js';
import type { SidecarRule } from './rule.js';

/** A body that acts before it was founded or after it was dissolved (the ODS's legal dates). */
export const notContemporary: SidecarRule = {
  kind: 'sidecar',
  code: 'not-contemporary',
  level: 'warning',
  summary: 'A body acts before it was founded or after it was dissolved.',
  *check({ uri, facts }, corpus) {
    for (const bound of facts) {
      const { subject, saidBy } = bound.fact;
      if (!isDated(subject, corpus) && !saidBy.some((speaker) => isDated(speaker, corpus))) {
        continue; // as nearly always
      }
      for (const remark of [subjectRemark(bound, corpus), ...speakerRemarks(bound, corpus)]) {
        if (remark !== null) {
          yield { uri, ...remark };
        }
      }
    }
  },
};

/** Whether it is known when an organisation began or ended. */
function isDated(id: Located<string> | undefined, corpus: Corpus): boolean {
  const fields = id && corpus.register.find('organisation', id.value)?.definition.fields;
  return fields !== undefined && (fields.has('founded') || fields.has('dissolved'));
}

type LocalRemark = Omit<Remark, 'uri'>;

/**
 * The subject, where the fact names its own time and states something as so. A presumed time is no
 * statement: an article may well look back.
 */
function subjectRemark(bound: BoundFact, corpus: Corpus): LocalRemark | null {
  const { time, group, property } = bound;
  const isStatement =
    group === 'fact' &&
    !bound.negative &&
    !isNothing(bound) &&
    property?.type !== 'date' &&
    property?.type !== 'text';
  const isStated = time.kind === 'span' || (time.kind === 'instant' && !time.presumed);
  if (!isStatement || !isStated || bound.rank === 'deprecated') {
    return null;
  }
  const { subject } = bound.fact;
  if (subject === undefined) {
    return null;
  }
  return outside(
    subject,
    { start: firstDay(time), end: lastDay(time) },
    'This is stated of',
    corpus,
  );
}

/** "None are left" is true of a body that is gone. */
function isNothing({ value }: BoundFact): boolean {
  return (
    (value?.kind === 'quantity' && value.quantity.max?.lte(0) === true) ||
    (value?.kind === 'boolean' && !value.value)
  );
}

/**
 * Organisations that are credited. They spoke no later than the article appeared, and not before the
 * start of what they state as a fact; a plan or a forecast may be much older than the time it is for.
 */
function speakerRemarks(bound: BoundFact, corpus: Corpus): readonly (LocalRemark | null)[] {
  const { fact, article, time, group } = bound;
  const { published } = article;
  if (published === undefined || fact.rank === 'deprecated') {
    return [];
  }
  const isPresumed = time.kind === 'instant' && time.presumed;
  const start = isPresumed ? published.start : group === 'fact' ? firstDay(time) : -Infinity;
  return fact.saidBy.map((speaker) =>
    outside(speaker, { start, end: published.end }, 'This is credited to', corpus),
  );
}

function outside(
  id: Located<string>,
  time: { readonly start: number; readonly end: number },
  words: string,
  corpus: Corpus,
): LocalRemark | null {
  const named = corpus.register.find('organisation', id.value);
  if (named === undefined) {
    return null;
  }
  const { definition } = named;
  const name = definition.name?.value ?? id.value;
  const founded = dateOf(definition, 'founded');
  const dissolved = dateOf(definition, 'dissolved');
  const related = (key: string): Remark['related'] => [
    {
      uri: named.uri,
      span: definition.fields.get(key)?.span ?? definition.id.span,
      message: `\`${key}\` stands here.`,
    },
  ];
  if (founded !== undefined && time.end <= founded.start) {
    const message = `${words} ${name} at a time before it was founded (${describeDate(founded)}). Check the time, the body, or \`founded\`.`;
    return { span: id.span, message, related: related('founded') };
  }
  if (dissolved !== undefined && time.start >= dissolved.end) {
    const message = `${words} ${name} at a time after it was dissolved (${describeDate(dissolved)}). Check the time, the body, or \`dissolved\`.`;
    return { span: id.span, message, related: related('dissolved') };
  }
  return null;
}

function dateOf(definition: Definition, key: string): DateRange | undefined {
  const reading = readDate(definition.fields.get(key)?.value ?? '');
  return reading.kind === 'date' ? reading.date : undefined;
}
