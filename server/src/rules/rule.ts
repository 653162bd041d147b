import type { BoundFact } from '../corpus/boundFact.js';
import type { ArticleEntry, Corpus, SidecarEntry } from '../corpus/corpus.js';
import type { SettingsEntry } from '../corpus/settingsFile.js';
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

/** A rule about the figures of one article, in the light of the facts of all others. */
export interface FigureRule extends RuleBase {
  readonly kind: 'figures';
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

/** A rule about all facts of one slot together. */
export interface SlotRule extends RuleBase {
  readonly kind: 'slot';
  readonly check: (facts: readonly BoundFact[], corpus: Corpus) => Iterable<Remark>;
}

/** A rule about all facts of one subject and property, whatever their separators. */
export interface TopicRule extends RuleBase {
  readonly kind: 'topic';
  readonly check: (facts: readonly BoundFact[], corpus: Corpus) => Iterable<Remark>;
}

/** A rule about what all sidecars define together. */
export interface RegisterRule extends RuleBase {
  readonly kind: 'register';
  readonly check: (corpus: Corpus) => Iterable<Remark>;
}

/** A rule about a folder's `policy-facts.yaml`. */
export interface SettingsRule extends RuleBase {
  readonly kind: 'settings';
  readonly check: (settings: SettingsEntry) => Iterable<Remark>;
}

export type Rule =
  | SidecarRule
  | ArticleRule
  | FigureRule
  | PairRule
  | SlotRule
  | TopicRule
  | RegisterRule
  | SettingsRule;
