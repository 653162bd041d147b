import type { Sidecar } from '../../sidecars/sidecar.js';
import type { Modality } from '../../sidecars/sidecar.js';
import type { NewKeys } from '../sectionEdit.js';
import { flowMap, scalar, type Written } from '../sidecarEdit.js';
import type { Speaker, StatedTime } from './guess.js';
import type { Quote } from './statement.js';

/** A fact that is ready to be written: every part of it is decided. */
export interface NewFact {
  readonly subject: string;
  readonly property: string;
  readonly value: string;
  /** Null where it has none. */
  readonly place: string | null;
  readonly speaker: Speaker;
  readonly modality: Modality;
  readonly time: StatedTime;
  readonly isNegative: boolean;
  readonly quote: Quote;
}

/** The keys of a new fact, in the order in which people write them. Defaults are left out. */
export function keysOf(fact: NewFact, sidecar: Sidecar): NewKeys {
  const { place, speaker, modality, time, isNegative } = fact;
  const { saidBy, saidAs } = speaker;
  const some = (key: string, text: string | null | undefined, isText = true): NewKeys =>
    text == null ? [] : [[key, scalar(text, isText)]];
  return [
    ...some('subject', fact.subject),
    ...some('property', fact.property),
    ...some('value', fact.value, false),
    ...some('place', place),
    ...some('asOf', time.asOf, false),
    ...some('from', time.from, false),
    ...some('until', time.until, false),
    ...(saidBy.length > 1 ? [['saidBy', list(saidBy)] as const] : some('saidBy', saidBy[0])),
    ...some('saidAs', saidAs),
    ...some('modality', modality === 'asserted' ? undefined : modality),
    ...some('polarity', isNegative ? 'negative' : undefined),
    ['quote', quoteText(fact.quote, sidecar)],
  ];
}

function list(items: readonly string[]): Written {
  return () => `[${items.map((item) => scalar(item, true)(true)).join(', ')}]`;
}

function quoteText({ exact, prefix, suffix }: Quote, sidecar: Sidecar): Written {
  if (prefix === undefined && suffix === undefined) {
    return scalar(exact, true);
  }
  const parts: NewKeys = [
    ['exact', scalar(exact, true)],
    ...(prefix === undefined ? [] : [['prefix', scalar(prefix, true)] as const]),
    ...(suffix === undefined ? [] : [['suffix', scalar(suffix, true)] as const]),
  ];
  return flowMap(sidecar, parts);
}
