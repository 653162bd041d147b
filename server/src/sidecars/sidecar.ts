import type { Located, Span } from '../text/span.js';
import type { YamlNode, YamlProblem } from '../text/yamlTree.js';
import type { LineIndex } from '../text/lineIndex.js';
import type { Definition } from './definition.js';
import type { IgnoreComment } from './ignoreComments.js';

/**
 * A sidecar as its text says it: nothing looked up, nothing compared. Everything knows its place,
 * and everything may be missing, since people type these files key by key.
 */
export interface Sidecar {
  readonly text: string;
  readonly lines: LineIndex;
  /** The whole file as a tree, for what needs the place of every key and value. */
  readonly root: YamlNode | null;
  readonly article: ArticleBlock | null;
  readonly facts: readonly Fact[];
  /** Everything the file defines, in file order. */
  readonly definitions: readonly Definition[];
  readonly yamlProblems: readonly YamlProblem[];
  readonly schemaProblems: readonly YamlProblem[];
  /** Findings that a comment silences, with a reason. */
  readonly ignored: readonly IgnoreComment[];
  /** Why the file was not read at all, where it was not. */
  readonly notAnalysed: string | null;
}

/** The `article` block. Texts are as written; what is absent may stand in the article's front matter. */
export interface ArticleBlock {
  readonly span: Span;
  readonly id?: Located<string>;
  readonly file?: Located<string>;
  readonly title?: Located<string>;
  readonly publisher?: Located<string>;
  readonly author?: Located<string>;
  readonly published?: Located<string>;
  readonly status?: Located<string>;
  readonly url?: Located<string>;
  readonly basedOn: readonly Located<string>[];
}

/** A fact as written. See DESIGN §2 for the keys. */
export interface Fact {
  /** Its place in the file's list of facts, from 0. */
  readonly index: number;
  readonly span: Span;
  readonly id?: Located<string>;
  readonly subject?: Located<string>;
  readonly property?: Located<string>;
  readonly value?: ValueSource;
  readonly unit?: Located<string>;
  readonly asOf?: Located<string>;
  readonly from?: Located<string>;
  readonly until?: Located<string>;
  /** Entries of the `qualifiers` mapping: always part of the slot. */
  readonly qualifiers: readonly Qualifier[];
  /** Keys that are no key of a fact: separators, if the property lists them. */
  readonly otherKeys: readonly Qualifier[];
  readonly saidBy: readonly Located<string>[];
  readonly saidAs?: Located<string>;
  readonly modality: Modality;
  readonly certainty: Certainty;
  readonly negative: boolean;
  readonly denies: readonly Located<string>[];
  readonly disputes: readonly Located<string>[];
  readonly supersedes: readonly Located<string>[];
  readonly derivedFrom: readonly Located<string>[];
  readonly rank: Rank;
  readonly acknowledged: readonly Acknowledgement[];
  readonly quotes: readonly QuoteSource[];
}

export interface Qualifier {
  readonly key: Located<string>;
  readonly value: Located<string>;
}

/** A value as written: never what YAML made of it. */
export type ValueSource =
  | {
      readonly kind: 'scalar';
      readonly span: Span;
      readonly origin?: Span;
      readonly text: string;
    }
  | { readonly kind: 'list'; readonly span: Span; readonly items: readonly Located<string>[] }
  | {
      readonly kind: 'mapping';
      readonly span: Span;
      readonly parts: ReadonlyMap<string, Located<string>>;
    };

/** A `quote`: the words that state the fact, with what stands around them where needed. */
export interface QuoteSource {
  readonly span: Span;
  readonly exact: Located<string>;
  readonly prefix?: Located<string>;
  readonly suffix?: Located<string>;
}

/** A finding that the author has judged. */
export interface Acknowledgement {
  readonly span: Span;
  readonly code?: Located<string>;
  readonly with?: Located<string>;
  readonly reason?: Located<string>;
}

export const modalities = [
  'asserted',
  'planned',
  'required',
  'pledged',
  'proposed',
  'desired',
  'forecast',
  'hypothetical',
] as const;
export type Modality = (typeof modalities)[number];

export const certainties = ['certain', 'probable', 'possible'] as const;
export type Certainty = (typeof certainties)[number];

export const polarities = ['positive', 'negative'] as const;

export const ranks = ['preferred', 'normal', 'deprecated'] as const;
export type Rank = (typeof ranks)[number];

/** The keys a fact may have besides the separators of its property, in the order people write them. */
export const factKeys = [
  'id',
  'subject',
  'property',
  'value',
  'unit',
  'asOf',
  'from',
  'until',
  'qualifiers',
  'saidBy',
  'saidAs',
  'modality',
  'certainty',
  'polarity',
  'denies',
  'disputes',
  'supersedes',
  'derivedFrom',
  'rank',
  'reason',
  'acknowledged',
  'quote',
  'note',
] as const;
