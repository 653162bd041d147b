import type { BoundFact } from '../corpus/boundFact.js';
import type { Corpus } from '../corpus/corpus.js';
import type { Named } from '../corpus/names.js';
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
    const lives = new Lives(corpus);
    for (const bound of facts) {
      if (namesItsTime(bound)) {
        const remark = subjectRemark(bound, lives);
        if (remark !== null) {
          yield { uri, ...remark };
        }
      }
      if (!bound.ownVoice) {
        for (const remark of speakerRemarks(bound, lives)) {
          yield { uri, ...remark };
        }
      }
    }
  },
};

type LocalRemark = Omit<Remark, 'uri'>;

/** A presumed time is no statement: an article may well look back. */
function namesItsTime({ time }: BoundFact): boolean {
  return time.kind === 'span' || (time.kind === 'instant' && !time.presumed);
}

/** The subject, where the fact states something as so of the time that it names. */
function subjectRemark(bound: BoundFact, lives: Lives): LocalRemark | null {
  const { time } = bound;
  const life = lives.of(bound.subject);
  if (life === null) {
    return null;
  }
  const days = { start: firstDay(time), end: lastDay(time) };
  const { subject } = bound.fact;
  const remark = subject && outside(subject, days, 'This is stated of', life);
  return remark && isStatement(bound) ? remark : null;
}

function isStatement(bound: BoundFact): boolean {
  const type = bound.property?.type;
  return (
    bound.group === 'fact' &&
    !bound.negative &&
    bound.rank !== 'deprecated' &&
    type !== 'date' &&
    type !== 'text' &&
    !isNothing(bound)
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
function* speakerRemarks(bound: BoundFact, lives: Lives): Iterable<LocalRemark> {
  const { article, time, group } = bound;
  const { published } = article;
  if (published === undefined || bound.rank === 'deprecated') {
    return;
  }
  const isPresumed = time.kind === 'instant' && time.presumed;
  const start = isPresumed ? published.start : group === 'fact' ? firstDay(time) : -Infinity;
  for (const speaker of bound.fact.saidBy) {
    const life = lives.of(speaker.value);
    const remark =
      life && outside(speaker, { start, end: published.end }, 'This is credited to', life);
    if (remark !== null) {
      yield remark;
    }
  }
}

interface Days {
  readonly start: number;
  readonly end: number;
}

/** An organisation of which it is known when it began or ended. */
interface Life {
  readonly named: Named;
  readonly founded: DateRange | undefined;
  readonly dissolved: DateRange | undefined;
}

/** Looks each organisation up once for all facts of a file. */
class Lives {
  private readonly known = new Map<string, Life | null>();

  constructor(private readonly corpus: Corpus) {}

  /** Null where no date is known. */
  of(id: string): Life | null {
    let life = this.known.get(id);
    if (life === undefined) {
      life = this.find(id);
      this.known.set(id, life);
    }
    return life;
  }

  private find(id: string): Life | null {
    const named = this.corpus.register.find('organisation', id);
    if (named === undefined) {
      return null;
    }
    const founded = dateOf(named.definition, 'founded');
    const dissolved = dateOf(named.definition, 'dissolved');
    return founded === undefined && dissolved === undefined ? null : { named, founded, dissolved };
  }
}

function outside(
  id: Located<string>,
  time: Days,
  words: string,
  { named, founded, dissolved }: Life,
): LocalRemark | null {
  const { definition } = named;
  const name = definition.name?.value ?? id.value;
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
