import { readDate } from '../values/date.js';
import { compareTimes, factTime, type FactTime } from '../values/factTime.js';
import { compareNumbers, exactly, readQuantity, type Quantity } from '../values/quantity.js';
import type { BoundFact } from '../corpus/boundFact.js';
import type { ArticleEntry, Corpus } from '../corpus/corpus.js';
import { describeSource } from './describe.js';
import type { Claim } from './figureClaims.js';
import type { Related } from './finding.js';

/** A count that is on record, with where it stands. */
export interface Known {
  readonly quantity: Quantity;
  readonly time: FactTime;
  readonly words: () => string;
  readonly related: () => Related;
  readonly isCertain: boolean;
}

/** All counts of a body on record. */
interface Counts {
  /** By the place they are of, empty where none is named: a body of many places has few of each. */
  readonly byPlace: ReadonlyMap<string, SizedCounts>;
  /** The named places they are of that are part of no other, with up to two articles that name each. */
  readonly tops: readonly (readonly [place: string, articles: readonly (string | null)[]])[];
}

/** Counts with their sizes, by which nearly all are told apart before anything else is compared. */
interface SizedCounts {
  readonly all: readonly Placed[];
  /** NaN for what is of the size of nothing. */
  readonly sizes: Float64Array;
  /** Their bounds; infinite where there is none. */
  readonly lows: Float64Array;
  readonly highs: Float64Array;
}

/**
 * What facts and events say of the same whole at the time of the article, where it contradicts what the
 * article states and nothing on record bears that out; the first of several.
 */
export function contradictionOf(
  article: ArticleEntry,
  { counted, place, quantity }: Claim,
  corpus: Corpus,
): Known | null {
  const counts = countsOf(counted, corpus);
  const wanted = place === '' ? widestPlace(counts, article.uri, corpus) : place;
  const time = factTime({}, corpus.infoOf(article.uri).published);
  const speaks = ({ article: from, known }: Placed, agreeing: boolean): boolean => {
    if (from === article.uri) {
      return false;
    }
    const { relation } = compareTimes(time, known.time, 366);
    return (
      (relation === 'overlap' || (agreeing && relation !== 'apart')) &&
      isOfOneSize(quantity, known.quantity) &&
      agrees(quantity, known.quantity) === agreeing
    );
  };
  const there = counts.byPlace.get(wanted);
  const anywhere = wanted === '' ? undefined : counts.byPlace.get('');
  const bearsOut = (one: Placed): boolean => speaks(one, true);
  if (
    firstOfSize(quantity, there, true, bearsOut) !== null ||
    firstOfSize(quantity, anywhere, true, bearsOut) !== null
  ) {
    return null;
  }
  const contradicts = (one: Placed): boolean =>
    one.known.isCertain && !one.draft && speaks(one, false);
  return firstOfSize(quantity, there, false, contradicts)?.known ?? null;
}

/**
 * The first of those of one size with a figure that is as it is to be. A few more than matter are looked
 * at, since floating-point numbers are not exact.
 *
 * @param agreeing whether only those are looked at that agree with the figure
 */
function firstOfSize(
  { min, max }: Quantity,
  counts: SizedCounts | undefined,
  agreeing: boolean,
  isWanted: (one: Placed) => boolean,
): Placed | null {
  if (counts === undefined || min === null) {
    return null;
  }
  const { all, sizes, lows, highs } = counts;
  const low = min.toNumber() * (1 + ROUNDING);
  const high = max === null ? Infinity : max.toNumber() * (1 + ROUNDING);
  for (let at = 0; at < sizes.length; at++) {
    const size = sizes[at] ?? NaN;
    if (
      low >= size * LEAST &&
      low <= size * MOST * 1.01 &&
      (!agreeing || ((lows[at] ?? 0) <= high && (highs[at] ?? 0) * (1 + 2 * ROUNDING) >= low))
    ) {
      const one = all[at];
      if (one !== undefined && isWanted(one)) {
        return one;
      }
    }
  }
  return null;
}

/** More than what is lost when a number becomes a floating-point number. */
const ROUNDING = 1e-9;

function sizeOf({ min, max }: Quantity): number {
  const size = min ?? max;
  return size?.gt(0) === true ? size.toNumber() : NaN;
}

const remembered = new WeakMap<object, Counts>();

/** They are put together once, whatever number of articles count the body. */
function countsOf(subject: string, corpus: Corpus): Counts {
  const record = corpus.recordOf(subject);
  const known = remembered.get(record);
  if (known !== undefined) {
    return known;
  }
  const facts = corpus.factsAbout(subject).filter(isCount);
  const all = [
    ...withoutEchoes(facts.map((bound) => knownFact(bound, corpus))),
    ...knownEvents(subject, corpus),
  ];
  const byPlace = new Map<string, Placed[]>();
  const places = new Map<string, readonly (string | null)[]>();
  for (const one of all) {
    const there = byPlace.get(one.at) ?? [];
    there.push(one);
    byPlace.set(one.at, there);
    const named = places.get(one.at) ?? [];
    if (named.length < 2 && !named.includes(one.article)) {
      places.set(one.at, [...named, one.article]);
    }
  }
  const sized = [...byPlace].map(([place, all]) => {
    const columnOf = (number: (quantity: Quantity) => number): Float64Array =>
      Float64Array.from(all, ({ known }) => number(known.quantity));
    const sizes = columnOf(sizeOf);
    const lows = columnOf(({ min }) => min?.toNumber() ?? -Infinity);
    const highs = columnOf(({ max }) => max?.toNumber() ?? Infinity);
    return [place, { all, sizes, lows, highs }] as const;
  });
  const tops = [...places].filter(([place]) => place !== '' && isTop(place, corpus));
  const counts = { byPlace: new Map(sized), tops };
  remembered.set(record, counts);
  return counts;
}

function keyOf({ min, max, minOpen, maxOpen, unit }: Quantity): string {
  return JSON.stringify([min?.toString(), max?.toString(), minOpen, maxOpen, unit]);
}

/**
 * Of counts that are alike in everything that is compared, the first two of different articles: one of
 * them is another than the article that is looked at.
 */
function withoutEchoes(counts: readonly Placed[]): readonly Placed[] {
  const alike = new Map<string, Placed[]>();
  return counts.filter((count) => {
    const { at, draft, known } = count;
    const key = JSON.stringify([at, draft, known.isCertain, keyOf(known.quantity), known.time]);
    const before = alike.get(key) ?? [];
    if (before.length > 1 || before[0]?.article === count.article) {
      return false;
    }
    alike.set(key, [...before, count]);
    return true;
  });
}

function isCount({ rank, negative, property, group, value }: BoundFact): boolean {
  return (
    property?.id === 'count' &&
    value?.kind === 'quantity' &&
    group !== 'expectation' &&
    !negative &&
    rank !== 'deprecated'
  );
}

interface Placed {
  readonly at: string;
  readonly draft: boolean;
  /** URI of the article that states it, where that is there. */
  readonly article: string | null;
  readonly known: Known;
}

function knownFact(bound: BoundFact, corpus: Corpus): Placed {
  const { value, article, group, conditions } = bound;
  const place = conditions.find(([key]) => key === 'place');
  const quantity = value?.kind === 'quantity' ? value.quantity : exactly(0);
  return {
    at: place?.[1] ?? '',
    draft: article.draft,
    article: article.articleUri,
    known: {
      quantity,
      time: bound.time,
      words: () => `${bound.valueText} in ${article.id} (${describeSource(bound, corpus)})`,
      related: () => ({
        uri: bound.uri,
        span: bound.span,
        message: `The fact on record: ${bound.valueText}.`,
      }),
      // Any other condition makes it a count of some of them.
      isCertain:
        group === 'fact' &&
        bound.certainty === 'certain' &&
        conditions.every(([key]) => key === 'place'),
    },
  };
}

/** An event says what the count was after it, up to the next event or the end of the body. */
function knownEvents(subject: string, corpus: Corpus): readonly Placed[] {
  const events = corpus.register.eventsOf(subject).flatMap(({ uri, definition }) => {
    const field = (key: string): string | undefined => definition.fields.get(key)?.value;
    const date = readDate(field('date') ?? '');
    const after = readQuantity(field('after') ?? '');
    const isDone =
      (field('modality') ?? 'asserted') === 'asserted' && !corpus.sidecar(uri)?.info.draft;
    return field('property') === 'count' &&
      date.kind === 'date' &&
      after?.kind === 'quantity' &&
      isDone
      ? [{ uri, definition, date: date.date, after: after.quantity, place: field('place') ?? '' }]
      : [];
  });
  const body = corpus.register.findEntity(subject)?.definition;
  const dissolved = readDate(body?.fields.get('dissolved')?.value ?? '');
  return events.map(({ uri, definition, date, after, place }) => {
    const next = events
      .filter((other) => other.place === place && other.date.start >= date.end)
      .sort((a, b) => a.date.start - b.date.start)[0]?.date;
    const until = next ?? (dissolved.kind === 'date' ? dissolved.date : undefined);
    const name = definition.name?.value ?? definition.id.value;
    return {
      at: place,
      draft: false,
      article: null,
      known: {
        quantity: after,
        time: factTime(until === undefined ? { from: date } : { from: date, until }),
        words: () => `${definition.fields.get('after')?.value ?? ''} after the event “${name}”`,
        related: () => ({
          uri,
          span: definition.fields.get('after')?.span ?? definition.id.span,
          message: 'The event on record.',
        }),
        isCertain: until !== undefined,
      },
    };
  });
}

/**
 * Of the places on record the one that is part of no other and has parts itself, or is the only place
 * there is; no place at all where none is given. That nothing larger is defined does not yet make a
 * place the whole.
 */
function widestPlace({ tops }: Counts, article: string, corpus: Corpus): string {
  let whole: string | undefined;
  for (const [place, articles] of tops) {
    if (articles.some((one) => one !== article)) {
      if (whole !== undefined) {
        return '';
      }
      whole = place;
    }
  }
  const { count, wholes } = corpus.register.places();
  const isOnly =
    whole !== undefined && count === (corpus.register.find('place', whole) === undefined ? 0 : 1);
  return whole !== undefined && (wholes.has(whole) || isOnly) ? whole : '';
}

function isTop(place: string, corpus: Corpus): boolean {
  return corpus.register.find('place', place)?.definition.fields.get('partOf') === undefined;
}

/** Whether a figure and one on record can both be right. */
export function agrees(a: Quantity, b: Quantity): boolean {
  return compareNumbers(a, b) !== 'disjoint';
}

/** As parts of the other: the least and the most that a figure of the same size is. */
const LEAST = 0.6;
const MOST = 1.6;

/** A much smaller figure is a part of the whole, whatever the words look like. */
function isOfOneSize(figure: Quantity, known: Quantity): boolean {
  const a = figure.min;
  const b = known.min ?? known.max;
  return a !== null && b !== null && b.gt(0) && a.gte(b.times(LEAST)) && a.lte(b.times(MOST));
}
