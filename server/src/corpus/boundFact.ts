import type { DateRange } from '../values/date.js';
import type { FactTime } from '../values/factTime.js';
import type { Value } from '../values/value.js';
import type { Fact, Modality } from '../sidecars/sidecar.js';
import type { Span } from '../text/span.js';
import type { ArticleInfo } from './articleInfo.js';
import type { Property } from './property.js';

/**
 * The three groups of modalities (DESIGN §3.4). Values are compared within a group: a plan is not
 * contradicted by what is, nor a forecast by a plan.
 */
export type ModalityGroup = 'fact' | 'commitment' | 'expectation';

export function groupOf(modality: Modality): ModalityGroup {
  switch (modality) {
    case 'asserted':
      return 'fact';
    case 'planned':
    case 'required':
    case 'pledged':
      return 'commitment';
    case 'proposed':
    case 'desired':
    case 'forecast':
    case 'hypothetical':
      return 'expectation';
  }
}

/** A fact with everything looked up that comparing it needs. */
export interface BoundFact {
  readonly fact: Fact;
  /** The sidecar it stands in. */
  readonly uri: string;
  readonly article: ArticleInfo;
  /** How other files write it: `ARTICLE#FACT`, or `ARTICLE#` and its number, from 1, without an id. */
  readonly reference: string;
  readonly property: Property | null;
  readonly value: Value | null;
  /** The value as written. */
  readonly valueText: string;
  readonly time: FactTime;
  readonly group: ModalityGroup;
  /**
   * Who speaks. Two facts are of one voice when these share an entry: ids of credited speakers, or
   * the article itself, or an anonymous source of that article.
   */
  readonly voices: readonly string[];
  /** True when the article states it in its own name. */
  readonly ownVoice: boolean;
  /** Facts with the same key are about the same thing; null when it is not to be compared. */
  readonly slot: string | null;
  /** What could not be read: shown by `invalid-date` and `invalid-value`. */
  readonly problems: readonly BindingProblem[];
}

export interface BindingProblem {
  readonly kind: 'date' | 'value' | 'key';
  readonly message: string;
  readonly span: Span;
  /** What was probably meant by the word there. */
  readonly meant?: string;
}

/** The date an article was published, where it is known. */
export type Published = DateRange | undefined;
