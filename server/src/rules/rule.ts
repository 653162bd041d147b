import type { ArticleEntry, Corpus, SidecarEntry } from '../corpus/corpus.js';
import type { Remark, Severity } from './finding.js';
import type { Pair } from './pair.js';

interface RuleBase {
  /** The rule's name everywhere: in findings, in settings, as its page's file name. */
  readonly code: string;
  /** The severity when no setting says otherwise. */
  readonly level: Severity;
  /** What it reports, in one line. */
  readonly summary: string;
}

/** A rule about one sidecar, looked at with its article and what the corpus defines. */
export interface SidecarRule extends RuleBase {
  readonly kind: 'sidecar';
  readonly check: (sidecar: SidecarEntry, corpus: Corpus) => Iterable<Remark>;
}

/** A rule about one article. */
export interface ArticleRule extends RuleBase {
  readonly kind: 'article';
  readonly check: (article: ArticleEntry, corpus: Corpus) => Iterable<Remark>;
}

/**
 * A rule about two facts that the chain in `judgePair.ts` has found to be of its kind. The message
 * is made once for each end.
 */
export interface PairRule extends RuleBase {
  readonly kind: 'pair';
  /** What to tell at the end of `pair.here`. */
  readonly message: (pair: Pair, corpus: Corpus) => string;
}

export type Rule = SidecarRule | ArticleRule | PairRule;
