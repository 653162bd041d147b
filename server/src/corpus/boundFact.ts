import type { DateRange } from '../values/date.js';
import type { FactTime } from '../values/factTime.js';
import type { Value } from '../values/value.js';
import type { Certainty, Fact, Modality, Rank, Sidecar } from '../sidecars/sidecar.js';
import type { Span } from '../text/span.js';
import type { ArticleInfo } from './articleInfo.js';
import type { Property } from './property.js';

/**
 * The three groups of modalities (DESIGN §3.4). Values are compared within a group: a plan is not
 * contradicted by what is, nor a forecast by a plan.
 */
export type ModalityGroup = 'fact' | 'commitment' | 'expectation';

export function groupOf(modality: Modality): ModalityGroup {
  switch (modality) {
    case 'asserted':
      return 'fact';
    case 'planned':
    case 'required':
    case 'pledged':
      return 'commitment';
    case 'proposed':
    case 'desired':
    case 'forecast':
    case 'hypothetical':
      return 'expectation';
  }
}

/** The file a fact stands in, as far as its facts need it. */
export interface FactFile {
  readonly uri: string;
  readonly info: ArticleInfo;
  /** What the file says; read again from its text when it is no longer in memory. */
  readonly content: Sidecar;
}

/** What comparing a fact needs: small, and shared where facts say the same. */
export interface FactReading {
  /** The ids of its subject and property; empty where there are none. */
  readonly subject: string;
  readonly propertyId: string;
  readonly property: Property | null;
  readonly value: Value | null;
  readonly valueText: string;
  readonly time: FactTime;
  readonly modality: Modality;
  readonly certainty: Certainty;
  readonly rank: Rank;
  readonly negative: boolean;
  readonly voices: readonly string[];
  readonly ownVoice: boolean;
  readonly conditions: Conditions;
  readonly slot: string | null;
  readonly ties: number;
  readonly problems: readonly BindingProblem[];
}

/** Separators and qualifiers of a fact, as written, sorted by key. */
export type Conditions = readonly (readonly [key: string, value: string])[];

/** What ties a fact to others, one bit each. */
export const ties = {
  links: 1,
  supersedes: 2,
  derived: 4,
  acknowledged: 8,
  anonymous: 16,
} as const;

/**
 * A fact with everything looked up that comparing it needs. There may be hundreds of thousands of
 * these: what is long, and what only showing a fact needs, stays in its file until it is asked for.
 */
export class BoundFact implements FactReading {
  readonly subject: string;
  readonly propertyId: string;
  readonly property: Property | null;
  readonly value: Value | null;
  /** The value as written. */
  readonly valueText: string;
  readonly time: FactTime;
  readonly modality: Modality;
  readonly certainty: Certainty;
  readonly rank: Rank;
  /** True for a denial. */
  readonly negative: boolean;
  /**
   * Who speaks. Two facts are of one voice when these share an entry: ids of credited speakers, or
   * the article itself, or an anonymous source of that article.
   */
  readonly voices: readonly string[];
  /** True when the article states it in its own name. */
  readonly ownVoice: boolean;
  readonly conditions: Conditions;
  /** Facts with the same key are about the same thing; null when it is not to be compared. */
  readonly slot: string | null;
  /** Of {@link ties}. */
  readonly ties: number;
  /** What could not be read: shown by `invalid-date` and `invalid-value`. */
  readonly problems: readonly BindingProblem[];

  /**
   * @param file the sidecar it stands in
   * @param position its place among the facts of its file, from 0
   * @param start where its value is written, or else the fact itself: offsets
   */
  constructor(
    reading: FactReading,
    private file: FactFile,
    private at: number,
    private start: number,
    private end: number,
  ) {
    this.subject = reading.subject;
    this.propertyId = reading.propertyId;
    this.property = reading.property;
    this.value = reading.value;
    this.valueText = reading.valueText;
    this.time = reading.time;
    this.modality = reading.modality;
    this.certainty = reading.certainty;
    this.rank = reading.rank;
    this.negative = reading.negative;
    this.voices = reading.voices;
    this.ownVoice = reading.ownVoice;
    this.conditions = reading.conditions;
    this.slot = reading.slot;
    this.ties = reading.ties;
    this.problems = reading.problems;
  }

  /** The fact as written, with the place of everything. */
  get fact(): Fact {
    return this.file.content.facts[this.at] ?? goneFact;
  }

  /** What the sidecar says that it stands in. */
  get content(): Sidecar {
    return this.file.content;
  }

  /** The sidecar it stands in. */
  get uri(): string {
    return this.file.uri;
  }

  get article(): ArticleInfo {
    return this.file.info;
  }

  /** Its place among the facts of its file, from 0. */
  get position(): number {
    return this.at;
  }

  /** Where its value is written; where it has none, the fact. */
  get span(): Span {
    return { start: this.start, end: this.end };
  }

  get group(): ModalityGroup {
    return groupOf(this.modality);
  }

  /** How other files write it: `ARTICLE#FACT`, or `ARTICLE#` and its number, from 1, without an id. */
  get reference(): string {
    const { id, index } = this.fact;
    return `${this.article.id}#${id?.value ?? String(index + 1)}`;
  }

  is(tie: keyof typeof ties): boolean {
    return (this.ties & ties[tie]) !== 0;
  }

  /** The text around it changed and it did not. @returns whether it stands elsewhere now */
  move(file: FactFile, position: number, { start, end }: Span): boolean {
    const moved = position !== this.at || start !== this.start || end !== this.end;
    this.file = file;
    this.at = position;
    this.start = start;
    this.end = end;
    return moved;
  }
}

/** The voice of a credited speaker. @param id not `anonymous`, who has a voice in each article */
export function voiceOf(id: string): string {
  return `${SPEAKER}${id}`;
}

/** The id of the speaker who has a voice; see {@link voiceOf}. */
export function speakerOf(voice: string): string {
  return voice.slice(SPEAKER.length);
}

const SPEAKER = 'id:';

/** Stands for a fact of a file that changed on disk and was not read again yet. */
const goneFact: Fact = {
  index: 0,
  span: { start: 0, end: 0 },
  qualifiers: [],
  otherKeys: [],
  saidBy: [],
  modality: 'asserted',
  certainty: 'certain',
  negative: false,
  denies: [],
  disputes: [],
  supersedes: [],
  derivedFrom: [],
  rank: 'normal',
  acknowledged: [],
  quotes: [],
};

export interface BindingProblem {
  readonly kind: 'date' | 'value' | 'key';
  readonly message: string;
  readonly span: Span;
  /** What was probably meant by the word there. */
  readonly meant?: string;
}

/** The date an article was published, where it is known. */
export type Published = DateRange | undefined;
