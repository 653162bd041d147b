/*
 * What the server answers to `policyFacts.timeline`, and what the extension and the page that draws it
 * tell each other. The shapes are the server's (`server/src/features/timeline/timeline.ts`): days count from
 * 1970-01-01, an end is the day after the last, null is open or not known.
 */

export interface Timeline {
  readonly subject: string;
  readonly subjectName: string;
  readonly property: string;
  readonly propertyName: string;
  readonly axis: 'number' | 'words';
  readonly series: readonly TimelineSeries[];
  readonly points: readonly TimelinePoint[];
  readonly events: readonly TimelineEvent[];
  readonly leftOut: number;
  readonly summary: string;
}

export interface TimelineSeries {
  readonly label: string;
  readonly unit: string | null;
  readonly count: number;
}

export type TimelineState = 'fact' | 'commitment' | 'expectation' | 'denied' | 'deprecated';

export interface TimelinePoint {
  readonly reference: string;
  readonly series: number;
  readonly state: TimelineState;
  readonly statedAs: string;
  readonly value: TimelineValue;
  readonly time: TimelineTime;
  readonly saidBy: string | null;
  readonly source: string;
  readonly conflicts: readonly { readonly code: string; readonly words: string }[];
  readonly label: string;
  readonly place: TimelinePlace;
  readonly words: TimelinePlace | null;
}

export interface TimelineValue {
  readonly text: string;
  readonly low: number | null;
  readonly middle: number | null;
  readonly high: number | null;
}

export type TimelineTime =
  | {
      readonly kind: 'span';
      readonly earliestStart: number | null;
      readonly latestStart: number | null;
      readonly earliestEnd: number | null;
      readonly latestEnd: number | null;
      readonly statedStart: boolean;
      readonly statedEnd: boolean;
      readonly words: string;
    }
  | {
      readonly kind: 'instant' | 'presumed';
      readonly start: number | null;
      readonly end: number | null;
      readonly words: string;
    }
  | { readonly kind: 'unknown'; readonly words: string };

export interface TimelineEvent {
  readonly type: string;
  readonly name: string;
  readonly change: string;
  readonly start: number | null;
  readonly end: number | null;
  readonly when: string;
  readonly series: readonly number[];
  readonly label: string;
  readonly place: TimelinePlace;
}

/** A range of a document, in the protocol's shape. */
export interface TimelinePlace {
  readonly uri: string;
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
}

/** What there is a timeline of. */
export interface TimelineTopic {
  readonly subject: string;
  readonly subjectName: string;
  readonly property: string;
  readonly propertyName: string;
  readonly count: number;
}

/** What the page is told. */
export type ToPage =
  /** Comes first: the translations of the page's words, by the English text. */
  | { readonly kind: 'words'; readonly words: Readonly<Record<string, string>> }
  | { readonly kind: 'timeline'; readonly timeline: Timeline }
  | { readonly kind: 'problem'; readonly message: string };

/** What the page asks for: places by number, so that it can name no file itself. */
export type FromPage =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'open';
      readonly what: 'fact' | 'words' | 'event';
      readonly index: number;
    }
  | { readonly kind: 'save'; readonly format: 'csv' }
  | { readonly kind: 'save'; readonly format: 'svg'; readonly text: string };
