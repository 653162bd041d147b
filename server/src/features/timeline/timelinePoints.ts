import { quotedWords } from '../../corpus/anchor.js';
import type { BoundFact } from '../../corpus/boundFact.js';
import { describeSpeakers, describeStatement } from '../../rules/describe.js';
import { describeDate } from '../../values/date.js';
import { contestsOf } from '../contested.js';
import { rangeOf, type FeatureContext } from '../context.js';
import { placeOfFact } from '../targets.js';
import { shownText } from './shownText.js';
import type { TimelineConflict, TimelinePoint, TimelineState } from './timeline.js';
import type { SeriesOfFacts } from './timelineSeries.js';
import { timelineTime } from './timelineTime.js';
import { timelineValue } from './timelineValue.js';

/** The facts of a timeline as points, in their order. Reads the files of the facts, one after the other. */
export function timelinePoints(
  context: FeatureContext,
  facts: readonly BoundFact[],
  { series, indexOf }: SeriesOfFacts,
): readonly TimelinePoint[] {
  const indexes = new Map(facts.map((bound, index) => [bound, index]));
  return facts.map((bound): TimelinePoint => {
    const { corpus } = context;
    const at = indexOf(bound);
    const value = timelineValue(bound);
    const time = timelineTime(bound.time);
    const statedAs = statedAsOf(bound);
    const speakers = describeSpeakers(bound, corpus);
    const saidBy = speakers === null ? null : shownText(speakers);
    const source = sourceOf(context, bound);
    const conflicts = conflictsOf(context, bound, indexes);
    const reference = shownText(bound.reference);
    const [words] = quotedWords(corpus, bound);
    const place = placeOfFact(bound);
    return {
      reference,
      series: at,
      state: stateOf(bound),
      statedAs,
      value,
      time,
      saidBy,
      source,
      conflicts,
      label: [
        value.text,
        time.words,
        statedAs,
        series[at]?.label ?? '',
        saidBy === null ? '' : `said by ${saidBy}`,
        `source: ${source}`,
        conflicts.length === 0
          ? ''
          : `contradicted by ${conflicts.map((conflict) => conflict.words).join(' and ')}`,
      ]
        .filter((part) => part !== '')
        .join('; '),
      place: { uri: place.uri, range: rangeOf(context, place) },
      words: words === undefined ? null : { uri: words.uri, range: rangeOf(context, words) },
    };
  });
}

function stateOf({ rank, negative, group }: BoundFact): TimelineState {
  return rank === 'deprecated' ? 'deprecated' : negative ? 'denied' : group;
}

function statedAsOf({ rank, negative, modality, certainty }: BoundFact): string {
  return [
    rank === 'deprecated' ? 'deprecated' : '',
    negative ? 'denied' : '',
    modality === 'asserted'
      ? negative || rank === 'deprecated'
        ? ''
        : 'stated as fact'
      : modality,
    certainty === 'certain' ? '' : certainty,
    rank === 'preferred' ? 'preferred' : '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function sourceOf({ corpus }: FeatureContext, { article }: BoundFact): string {
  const { title, id, publisher, published, draft } = article;
  return [
    shownText(title ?? id),
    draft ? 'a draft' : '',
    publisher === null ? '' : shownText(corpus.register.nameOf(publisher)),
    published === undefined ? '' : describeDate(published),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

/** So many are told of one fact; the check tells of all. */
const TOLD_CONFLICTS = 5;

/** What another fact states; with its property where that is another one. */
function statementOf(other: BoundFact, bound: BoundFact): string {
  const statement = describeStatement(other);
  return other.propertyId === bound.propertyId ? statement : `${other.propertyId}: ${statement}`;
}

function conflictsOf(
  context: FeatureContext,
  bound: BoundFact,
  indexes: ReadonlyMap<BoundFact, number>,
): readonly TimelineConflict[] {
  const told = new Map<BoundFact | string, TimelineConflict>();
  for (const { code, madeOf, message } of contestsOf(context, bound)) {
    const other = madeOf?.pair.there;
    const key = other ?? code;
    if (!told.has(key) && told.size < TOLD_CONFLICTS) {
      const words =
        other === undefined
          ? shownText(message)
          : shownText(`${statementOf(other, bound)} in ${other.reference}`);
      const point = other === undefined ? undefined : indexes.get(other);
      told.set(key, { code, point: point ?? null, words });
    }
  }
  return [...told.values()];
}
