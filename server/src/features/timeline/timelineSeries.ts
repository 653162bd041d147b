import type { BoundFact } from '../../corpus/boundFact.js';
import type { Corpus } from '../../corpus/corpus.js';
import { shownText } from './shownText.js';
import type { TimelineSeries } from './timeline.js';

/** The values of a timeline by what they are compared with. */
export interface SeriesOfFacts {
  readonly series: readonly TimelineSeries[];
  /** The ids of places, for each series: null where none is stated. */
  readonly places: readonly (string | null)[];
  readonly indexOf: (bound: BoundFact) => number;
}

interface Group {
  readonly facts: BoundFact[];
  readonly unit: string | null;
}

/** Facts grouped by separators, qualifiers and unit: the largest group first. */
export function seriesOf(facts: readonly BoundFact[], corpus: Corpus): SeriesOfFacts {
  const groups = new Map<string, Group>();
  for (const bound of facts) {
    const key = keyOf(bound);
    const group = groups.get(key) ?? { facts: [], unit: unitOf(bound) };
    group.facts.push(bound);
    groups.set(key, group);
  }
  const units = new Set(
    [...groups.values()].map(({ unit }) => unit).filter((unit) => unit !== null),
  );
  const sorted = [...groups]
    .map(([key, { facts: members, unit }]) => {
      const conditions = (members[0]?.conditions ?? []).map(
        ([name, value]) =>
          [
            shownText(name),
            shownText(name === 'place' ? corpus.register.nameOf(value) : value),
          ] as const,
      );
      const label = labelOf(conditions, members[0]) + (units.size > 1 && unit ? ` (${unit})` : '');
      const place = members[0]?.conditions.find(([name]) => name === 'place')?.[1] ?? null;
      return { key, place, series: { label, unit, conditions, count: members.length } };
    })
    .sort(
      (a, b) =>
        b.series.count - a.series.count ||
        (a.series.label < b.series.label ? -1 : a.series.label > b.series.label ? 1 : 0),
    );
  const indexes = new Map(sorted.map(({ key }, index) => [key, index]));
  return {
    series: sorted.map(({ series }) => series),
    places: sorted.map(({ place }) => place),
    indexOf: (bound) => indexes.get(keyOf(bound)) ?? 0,
  };
}

function keyOf(bound: BoundFact): string {
  return JSON.stringify([bound.conditions, unitOf(bound)]);
}

function unitOf({ value }: BoundFact): string | null {
  return value?.kind === 'quantity' ? value.quantity.unit : null;
}

function labelOf(
  conditions: readonly (readonly [string, string])[],
  first: BoundFact | undefined,
): string {
  if (conditions.length > 0) {
    return conditions
      .map(([key, value]) => (key === 'place' ? value : `${key}: ${value}`))
      .join(', ');
  }
  const separators = first?.property?.separators ?? [];
  return separators.length === 0 ? 'all' : `no ${separators.map(shownText).join(' or ')} stated`;
}
