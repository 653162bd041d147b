import type { FoldingRangeKind } from 'vscode-languageserver-types';
import type { Span } from '../text/span.js';

/** A stretch of a file that can be folded away below its first line. */
export interface Fold {
  readonly span: Span;
  /** How deep it stands, from 0: where there are too many, the deepest are left out. */
  readonly depth: number;
  readonly kind?: FoldingRangeKind;
  /** What closes it: `}`. It may stay in sight. */
  readonly closer?: string;
}
