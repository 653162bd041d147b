import type { Corpus } from '../../corpus/corpus.js';
import { fileName } from '../../corpus/uri.js';
import type { Span } from '../../text/span.js';

/** Why something is not done, in plain text for a person. */
export interface Refusal {
  readonly refused: string;
  /** True where it is the new name that cannot be. */
  readonly badName?: boolean;
}

export function refuse(refused: string): Refusal {
  return { refused };
}

/** A place for a message: `in organisations.facts.yaml, line 6`. */
export function placeWords(corpus: Corpus, uri: string, span?: Span): string {
  const line = span && corpus.source(uri)?.lines.positionAt(span.start).line;
  return `in ${fileName(uri)}${line === undefined ? '' : `, line ${line + 1}`}`;
}
