import type { Figure } from '../articles/figures.js';
import type { CountedFigure } from '../corpus/articleIndex.js';
import type { BoundFact } from '../corpus/boundFact.js';
import type { IdUse } from '../corpus/idUse.js';
import type { Named } from '../corpus/names.js';
import type { QuoteSource } from '../sidecars/sidecar.js';
import type { Span } from '../text/span.js';

/** What stands at a place in a file. `span` is what a hover or a link is about. */
export type Thing =
  /** A name in an article; several candidates where the name alone does not tell. */
  | { readonly kind: 'mention'; readonly span: Span; readonly candidates: readonly Named[] }
  /** A figure in an article. `counted` where it counts something known, `facts` that record it. */
  | {
      readonly kind: 'figure';
      readonly span: Span;
      readonly figure: Figure;
      readonly counted: CountedFigure | undefined;
      readonly facts: readonly BoundFact[];
    }
  /** Words of an article that facts quote. */
  | { readonly kind: 'quoted'; readonly span: Span; readonly facts: readonly BoundFact[] }
  /** An id that stands for something, in a sidecar or in an article's front matter. */
  | { readonly kind: 'use'; readonly span: Span; readonly use: IdUse }
  /** The id, name or an alias of a definition. */
  | { readonly kind: 'definition'; readonly span: Span; readonly named: Named }
  | { readonly kind: 'fact-id'; readonly span: Span; readonly fact: BoundFact }
  | {
      readonly kind: 'quote';
      readonly span: Span;
      readonly fact: BoundFact;
      readonly quote: QuoteSource;
    }
  | { readonly kind: 'value'; readonly span: Span; readonly fact: BoundFact }
  /** Any other key or plain value of a sidecar. `path` leads to it: `facts`, `modality`. */
  | {
      readonly kind: 'key';
      readonly span: Span;
      readonly path: readonly string[];
      /** True for the key itself, false for its value. */
      readonly isKey: boolean;
      readonly fact: BoundFact | undefined;
    };
