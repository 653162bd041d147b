import type { Summary } from '../../rules/checker.js';
import type { Certainty, Modality } from '../../sidecars/sidecar.js';
import type { Severity } from '../../rules/finding.js';

/*
 * A report as plain data, before it is a page. All texts are people's, as they wrote them: whoever
 * shows them makes them inert.
 */

export interface Report {
  /** The names of the folders it tells of. */
  readonly folder: string;
  /** As the caller gave it; empty where there is none. */
  readonly date: string;
  readonly summary: Summary;
  /** How many entries there are, shown or not. A finding about two facts is one, told at both ends. */
  readonly entries: number;
  /** Findings, the most severe first. */
  readonly groups: readonly FindingGroup[];
  readonly judgements: Capped<Judgement>;
  readonly subjects: Capped<SubjectFacts>;
  readonly unrecorded: Capped<UnrecordedFigures>;
  readonly withoutSidecar: Capped<ReportArticle>;
}

/** A list of which only the beginning is shown. */
export interface Capped<T> {
  readonly shown: readonly T[];
  /** How many there are in all. */
  readonly total: number;
}

/** How much of each list a page can show and stay usable. */
export interface ReportLimits {
  /** Findings of one severity and kind. */
  readonly ofKind: number;
  readonly findings: number;
  readonly judgements: number;
  readonly subjects: number;
  /** Facts of one subject. */
  readonly ofSubject: number;
  readonly facts: number;
  readonly articles: number;
}

export const pageLimits: ReportLimits = {
  ofKind: 200,
  findings: 1000,
  judgements: 500,
  subjects: 300,
  ofSubject: 200,
  facts: 3000,
  articles: 500,
};

/** A line of a file. */
export interface ReportPlace {
  readonly uri: string;
  /** The path below its folder; with the folder's name where there are several. */
  readonly file: string;
  /** From 1, in UTF-16 units. */
  readonly line: number;
  readonly column: number;
}

/** Words of an article, with those around them. */
export interface ReportWords {
  readonly before: string;
  readonly words: string;
  readonly after: string;
  readonly place: ReportPlace;
}

/** What a fact quotes: where it stands in the article, or the words alone where they are not found. */
export interface ReportQuote {
  readonly quoted: string;
  readonly found: ReportWords | null;
}

export interface ReportArticle {
  readonly title: string;
  /** Publisher and date, as far as they are known. */
  readonly details: string;
  /** The article; the sidecar where it has none. */
  readonly place: ReportPlace;
}

export interface ReportFact {
  /** `ARTICLE#FACT` */
  readonly reference: string;
  readonly subject: string;
  /** The property with what sets it apart: `count, England`. */
  readonly what: string;
  readonly value: string;
  readonly when: string;
  readonly who: string;
  readonly modality: Modality;
  readonly certainty: Certainty;
  readonly isDeprecated: boolean;
  /** Another fact contradicts it, in any degree from a note upwards. */
  readonly isContested: boolean;
  readonly place: ReportPlace;
  readonly article: ReportArticle;
  readonly quotes: readonly ReportQuote[];
}

export interface FindingGroup {
  readonly severity: Severity;
  /** How many entries are of it. */
  readonly total: number;
  readonly kinds: readonly FindingKind[];
}

export interface FindingKind extends Capped<ReportFinding> {
  readonly code: string;
  /** What the rule reports, in a line. */
  readonly summary: string;
}

export interface ReportFinding {
  readonly code: string;
  readonly severity: Severity;
  /** What it is about: a slot, or else the line it stands at. */
  readonly title: string;
  /** Why it is told and what would settle it. What the sides say is not repeated where they are two facts. */
  readonly message: string;
  readonly sides: readonly ReportSide[];
  /** How many more places it names. */
  readonly more: number;
  /** The reasons with which its author has acknowledged it. */
  readonly acknowledged: readonly string[];
  /** The findings of the check that it stands for: one, or those at both ends of a pair. */
  readonly told: readonly { readonly place: ReportPlace; readonly severity: Severity }[];
}

/** One side of a finding: a fact with its words, or a place with what stands there. */
export interface ReportSide {
  readonly label: string;
  readonly place: ReportPlace;
  readonly fact: ReportFact | null;
  /** What stands there, where it is no fact. */
  readonly words: ReportWords | null;
}

/** A finding that a person has judged: in `acknowledged`, or with a comment. */
export interface Judgement {
  readonly how: 'acknowledged' | 'ignored';
  readonly codes: string;
  /** The fact it speaks of, or the line. */
  readonly about: string;
  /** The fact at the other side, where it names one. */
  readonly against: string;
  /** Empty where none is given: then it silences nothing. */
  readonly reason: string;
  readonly place: ReportPlace;
}

export interface SubjectFacts extends Capped<ReportFact> {
  readonly id: string;
  readonly name: string;
  /** `organisation`, `person` …; empty for an id that nothing defines. */
  readonly kind: string;
}

export interface UnrecordedFigures {
  readonly article: ReportArticle;
  readonly figures: Capped<string>;
}
