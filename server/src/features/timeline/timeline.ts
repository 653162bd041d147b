import type { Range } from 'vscode-languageserver-types';

/*
 * What a timeline shows, as plain data: what goes to the client as JSON. Days count from 1970-01-01 in
 * the proleptic Gregorian calendar, an end is the day after the last; null is open, or not known.
 * All texts come from files: they are to be shown as text and nothing else.
 */

/** Every value of one property of one subject, and what changed it. */
export interface Timeline {
  readonly subject: string;
  readonly subjectName: string;
  readonly property: string;
  readonly propertyName: string;
  /** `words`: values are no figures and stand in rows of their own. */
  readonly axis: 'number' | 'words';
  /** What is compared with what: the values of each set of separators. The largest first. */
  readonly series: readonly TimelineSeries[];
  /** By time, undated ones last. */
  readonly points: readonly TimelinePoint[];
  readonly events: readonly TimelineEvent[];
  /** How many more values there are than are listed: the latest are. */
  readonly leftOut: number;
  /** All of it in a few sentences, for who cannot see a picture. */
  readonly summary: string;
}

export interface TimelineSeries {
  /** `England`, `scope: management costs`, `no place stated`. */
  readonly label: string;
  readonly unit: string | null;
  /** Separators and qualifiers, each with the name behind an id. */
  readonly conditions: readonly (readonly [key: string, value: string])[];
  readonly count: number;
}

/** How a value is meant; each is drawn with a shape of its own. */
export type TimelineState = 'fact' | 'commitment' | 'expectation' | 'denied' | 'deprecated';

/** One fact. */
export interface TimelinePoint {
  /** `ARTICLE#FACT`. */
  readonly reference: string;
  /** An index of `series`. */
  readonly series: number;
  readonly state: TimelineState;
  /** `planned, probable`. */
  readonly statedAs: string;
  readonly value: TimelineValue;
  readonly time: TimelineTime;
  /** Who is credited; null where the article speaks in its own name. */
  readonly saidBy: string | null;
  /** `PCT mergers bring end to uncertainty, pharmafile, 30 May 2006`. */
  readonly source: string;
  readonly conflicts: readonly TimelineConflict[];
  /** The whole fact in words. */
  readonly label: string;
  readonly place: TimelinePlace;
  /** The words of the article that state it. */
  readonly words: TimelinePlace | null;
}

export interface TimelineValue {
  /** As written, with `not` where it is denied. */
  readonly text: string;
  /** The bounds of a figure; null without a bound on that side. All three are null for what is no figure. */
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
      /** It held at some instant from `start` to `end`; presumed: only the article's date says so. */
      readonly kind: 'instant' | 'presumed';
      readonly start: number | null;
      readonly end: number | null;
      readonly words: string;
    }
  | { readonly kind: 'unknown'; readonly words: string };

/** A fact that contradicts a value, in any degree from a note upwards. */
export interface TimelineConflict {
  readonly code: string;
  /** Its index among the points; null where it is about something else. */
  readonly point: number | null;
  /** `151 in briefing-draft#count-since-2006`. */
  readonly words: string;
}

/** Something that happened to the subject: a change of value, or its beginning or end. */
export interface TimelineEvent {
  /** `merger`, `founded`. */
  readonly type: string;
  readonly name: string;
  /** `303 → 152`; empty where it states no values. */
  readonly change: string;
  readonly start: number | null;
  readonly end: number | null;
  readonly when: string;
  /** The series that it is about. */
  readonly series: readonly number[];
  readonly label: string;
  readonly place: TimelinePlace;
}

export interface TimelinePlace {
  readonly uri: string;
  readonly range: Range;
}
