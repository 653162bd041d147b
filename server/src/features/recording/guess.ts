import type { Modality } from '../../sidecars/sidecar.js';

/* What the parts of a proposal are made of. Nothing here is decided: a person confirms it. */

/** Something that was read out of a text, and why, in words for the person who confirms it. */
export interface Guess<T> {
  readonly value: T;
  readonly why: string;
}

/** Why something cannot be done, in a sentence for a person. */
export interface Refusal {
  readonly kind: 'refused';
  readonly why: string;
}

export function refused(why: string): Refusal {
  return { kind: 'refused', why };
}

/** When a fact held, as EDTF; no key: presumed current when the article appeared. */
export interface StatedTime {
  readonly asOf?: string;
  readonly from?: string;
  readonly until?: string;
}

/** Who is credited: ids, or `anonymous` with the words by which the article names the source. */
export interface Speaker {
  /** None: the article itself says so. */
  readonly saidBy: readonly string[];
  readonly saidAs?: string;
}

/**
 * What goes into a fact. A key that is left out is guessed; `null` says that the fact has none of
 * it. Ids, dates and values are as they will be written.
 */
export interface FactChoices {
  readonly subject?: string;
  readonly property?: string;
  readonly value?: string;
  readonly place?: string | null;
  readonly speaker?: Speaker;
  readonly modality?: Modality;
  readonly time?: StatedTime;
  readonly polarity?: 'positive' | 'negative';
}
