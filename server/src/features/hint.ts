import type { Span } from '../text/span.js';
import type { Place } from './context.js';

/** What is told beside a place of a file. */
export interface Hint {
  /** The hint stands at its end. */
  readonly at: Span;
  readonly label: string;
  readonly tooltip?: string;
  /** Where what it names is defined. */
  readonly definition?: Place;
}
