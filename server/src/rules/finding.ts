import type { LineRange } from '../text/lineIndex.js';
import type { Span } from '../text/span.js';
import type { MadeOfPair } from './pair.js';
import { compareText } from '../text/compareText.js';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** What a rule can be set to. */
export type Level = Severity | 'off';

export const levels: readonly Level[] = ['error', 'warning', 'information', 'hint', 'off'];

const mildestFirst: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

export const worstFirst: readonly Severity[] = [...mildestFirst].reverse();

/** The milder of the two. */
export function atMost(severity: Severity, limit: Severity): Severity {
  return mildestFirst.indexOf(severity) > mildestFirst.indexOf(limit) ? limit : severity;
}

/** A place that a finding is also about, with a few words on what stands there. */
export interface Related {
  readonly uri: string;
  readonly span: Span;
  readonly message: string;
  /** The span in lines, in UTF-16 units, where that is known without reading the file. */
  readonly range?: LineRange;
}

/** What a rule has to say about a place in a file. Spans are UTF-16 offsets into the file's text. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly uri: string;
  readonly span: Span;
  readonly message: string;
  readonly related: readonly Related[];
  /** The span in lines, in UTF-16 units, where that is known without reading the file. */
  readonly range?: LineRange | undefined;
  /** True for a finding about two facts; the first of `related` is then the other one. */
  readonly pair?: true;
  /** Of such a finding: where the other fact is written. */
  readonly there?: { readonly uri: string; readonly span: Span };
  /** Of such a finding: the files that `related` points to. */
  readonly involves?: readonly string[];
  /** Of such a finding: the places of `related`, in its order, without what is said of them. */
  readonly pointsTo?: readonly Omit<Related, 'message'>[];
  /** Of such a finding: its facts. */
  readonly madeOf?: MadeOfPair;
  /** What a fix needs to know that the place does not tell. */
  readonly data?: FindingData;
}

/** `replace`: what was probably meant. `separator`: the key that is left out. */
export type FindingData =
  | { readonly fix: 'replace'; readonly with: string }
  | { readonly fix: 'separator'; readonly key: string };

/** `data` for a word that was probably meant, if any: made to be spread. */
export function meantData(meant: string | undefined): { data?: FindingData } {
  return meant === undefined ? {} : { data: { fix: 'replace', with: meant } };
}

/** A finding before its rule's code and level are put to it. */
export type Remark = Omit<Finding, 'code' | 'severity'> & { readonly severity?: Severity };

/** By place, then by code: the order of every list of findings. */
export function byPlace(a: Finding, b: Finding): number {
  return a.uri === b.uri ? byPlaceInFile(a, b) : a.uri < b.uri ? -1 : 1;
}

type Ordered = Pick<Finding, 'span' | 'code' | 'message'>;

/** The same for findings of one file. */
export function byPlaceInFile(a: Ordered, b: Ordered): number {
  return (
    a.span.start - b.span.start ||
    a.span.end - b.span.end ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}
