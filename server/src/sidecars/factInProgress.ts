import type { Located, Span } from '../text/span.js';
import { none } from './fields.js';
import type {
  Acknowledgement,
  Certainty,
  Fact,
  Modality,
  Qualifier,
  QuoteSource,
  Rank,
  ValueSource,
} from './sidecar.js';

/** The keys that hold one text. */
export const textKeys = [
  'id',
  'subject',
  'property',
  'unit',
  'asOf',
  'from',
  'until',
  'saidAs',
] as const;
export type TextKey = (typeof textKeys)[number];

/** A fact as it is being read. A class, so that there is room in the object for what may come. */
export class FactInProgress implements Fact {
  declare id?: Located<string>;
  declare subject?: Located<string>;
  declare property?: Located<string>;
  declare value?: ValueSource;
  declare unit?: Located<string>;
  declare asOf?: Located<string>;
  declare from?: Located<string>;
  declare until?: Located<string>;
  declare saidAs?: Located<string>;
  qualifiers: readonly Qualifier[] = none;
  otherKeys: readonly Qualifier[] = none;
  saidBy: readonly Located<string>[] = none;
  modality: Modality = 'asserted';
  certainty: Certainty = 'certain';
  negative = false;
  denies: readonly Located<string>[] = none;
  disputes: readonly Located<string>[] = none;
  supersedes: readonly Located<string>[] = none;
  derivedFrom: readonly Located<string>[] = none;
  rank: Rank = 'normal';
  acknowledged: readonly Acknowledgement[] = none;
  quotes: readonly QuoteSource[] = none;

  constructor(
    readonly index: number,
    readonly span: Span,
  ) {}
}
