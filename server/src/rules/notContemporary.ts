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
      for (const remark of [subjectRemark(bound, corpus), ...speakerRemarks(bound, corpus)]) {
        if (remark !== null) {
          yield { uri, ...remark };
        }
      }
    }
  },
};

type LocalRemark = Omit<Remark, 'uri'>;

/**
 * The subject, where the fact names its own time and states something as so. A presumed time is no
 * statement: an article may well look back.
 */
function subjectRemark(bound: BoundFact, corpus: Corpus): LocalRemark | null {
  const { fact, time, group, property } = bound;
  const isStatement =
    group === 'fact' && !fact.negative && property?.type !== 'date' && property?.type !== 'text';
  const isStated = time.kind === 'span' || (time.kind === 'instant' && !time.presumed);
  if (!isStatement || !isStated || fact.subject === undefined || fact.rank === 'deprecated') {
    return null;
  }
  return outside(
    fact.subject,
    { start: firstDay(time), end: lastDay(time) },
    'This is stated of',
    corpus,
  );
}

/** Organisations that are credited: they speak when the fact holds, else when the article appears. */
function speakerRemarks(
  { fact, article }: BoundFact,
  corpus: Corpus,
): readonly (LocalRemark | null)[] {
  const { published } = article;
  return published === undefined
    ? []
    : fact.saidBy.map((speaker) => outside(speaker, published, 'This is credited to', corpus));
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
