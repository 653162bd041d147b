import type { FrontMatter } from '../articles/frontMatter.js';
import type { SidecarEntry } from '../corpus/corpus.js';
import type { Definition } from '../sidecars/definition.js';
import type { Located } from '../text/span.js';
import { dateInBrief } from '../values/briefly.js';
import { describeDate, readDate } from '../values/date.js';
import { describeTime } from '../values/factTime.js';
import type { FeatureContext } from './context.js';
import type { Hint } from './hint.js';
import { endOfValue } from './valueHints.js';

/**
 * What the dates of a sidecar were read as, where they do not say so themselves, and the time that a
 * fact without any date is presumed to be of.
 */
export function dateHints(context: FeatureContext, sidecar: SidecarEntry): readonly Hint[] {
  const { content, facts } = sidecar;
  const written = [
    content.article?.published,
    ...facts.flatMap(({ fact }) => [fact.asOf, fact.from, fact.until]),
    ...content.definitions.flatMap(datesOf),
  ];
  const values = facts.flatMap((bound) => {
    const at = endOfValue(sidecar, bound);
    return at === undefined || bound.value?.kind !== 'date'
      ? []
      : hintFor(at, dateInBrief(bound.value.date), describeDate(bound.value.date));
  });
  return [
    ...written.flatMap((date) => (date === undefined ? [] : dateHint(context, date))),
    ...values,
    ...presumedTimes(sidecar),
  ];
}

/** What an article's front matter says of its date. */
export function frontMatterDateHints(
  context: FeatureContext,
  { published }: FrontMatter,
): readonly Hint[] {
  return published === undefined ? [] : dateHint(context, published);
}

function datesOf(definition: Definition): readonly (Located<string> | undefined)[] {
  const { fields } = definition;
  const own = ['founded', 'dissolved', 'published', 'date'].map((key) => fields.get(key));
  return definition.kind === 'person'
    ? [...own, ...definition.roles.flatMap(({ from, until, asOf }) => [from, until, asOf])]
    : own;
}

function dateHint({ corpus }: FeatureContext, { value, span }: Located<string>): readonly Hint[] {
  const reading = readDate(value, corpus.dateOptions);
  return reading.kind === 'date'
    ? hintFor(span, dateInBrief(reading.date), describeDate(reading.date))
    : [];
}

function hintFor(at: Hint['at'], label: string | null, words: string): readonly Hint[] {
  return label === null ? [] : [{ at, label, tooltip: `Read as ${words}.` }];
}

/** Only of facts that are compared, and not of dates: of others the time does not matter. */
function presumedTimes(sidecar: SidecarEntry): readonly Hint[] {
  return sidecar.facts.flatMap((bound) => {
    const at = endOfValue(sidecar, bound);
    const { fact, value, time, slot } = bound;
    const hasDate = [fact.asOf, fact.from, fact.until].some((date) => date !== undefined);
    if (at === undefined || slot === null || value?.kind === 'date' || hasDate) {
      return [];
    }
    const tooltip =
      'Without a date of its own, a fact is presumed to have held when its article was published.';
    return time.kind === 'unknown'
      ? [{ at, label: 'undated', tooltip: `${tooltip} That date is not known either.` }]
      : [{ at, label: `presumed ${describeTime(time)}`, tooltip }];
  });
}
