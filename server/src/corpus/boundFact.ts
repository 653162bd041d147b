import type { DateRange } from '../values/date.js';
import type { FactTime } from '../values/factTime.js';
import type { Value } from '../values/value.js';
import type { Certainty, Fact, Modality, Rank, Sidecar } from '../sidecars/sidecar.js';
import type { Span } from '../text/span.js';
import type { ArticleInfo } from './articleInfo.js';
import type { Conditions } from './conditions.js';
import {
  certaintyIn,
  isNegativeIn,
  isOwnVoiceIn,
  modalityIn,
  rankIn,
  tiesIn,
} from './packedFact.js';
import type { Property } from './property.js';
import { slotKey } from './slot.js';

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

/** Texts and the like behind the numbers of what facts are about. */
export interface HeadParts {
  subjectOfHead(number: number): string;
  propertyIdOfHead(number: number): string;
  propertyOfHead(number: number): Property | null;
  conditionsOfHead(number: number): Conditions;
}

/** What a fact is about: commonly one object for all facts near by that are about the same. */
export class FactHead {
  private conditionsNow: Conditions | undefined;
  private slotNow: string | undefined;

  /**
   * @param number the same for all that are about the same
   * @param isCompared whether it has a slot
   */
  constructor(
    readonly number: number,
    readonly isCompared: boolean,
    private readonly parts: HeadParts,
  ) {}

  /** The id of its subject; empty where there is none. */
  get subject(): string {
    return this.parts.subjectOfHead(this.number);
  }

  /** The same of its property. */
  get propertyId(): string {
    return this.parts.propertyIdOfHead(this.number);
  }

  get property(): Property | null {
    return this.parts.propertyOfHead(this.number);
  }

  get conditions(): Conditions {
    return (this.conditionsNow ??= this.parts.conditionsOfHead(this.number));
  }

  /** Facts with the same key are about the same thing; null when it is not to be compared. */
  get slot(): string | null {
    return this.isCompared
      ? (this.slotNow ??= slotKey(this.subject, this.propertyId, this.conditions))
      : null;
  }

  /** What was put together of it is put together anew for whoever asks next: a head may stay for long. */
  letGo(): void {
    this.conditionsNow = undefined;
    this.slotNow = undefined;
  }
}

/** What a fact says of it, shared where facts say the same. */
export interface FactStatement {
  readonly value: Value | null;
  /** The value as written. */
  readonly valueText: string;
  readonly time: FactTime;
  /**
   * Who speaks. Two facts are of one voice when these share an entry: ids of credited speakers, or
   * the article itself, or an anonymous source of that article.
   */
  readonly voices: readonly string[];
  /** Its ties, modality and the like: see `packedFact.ts`. */
  readonly packed: number;
  /** What could not be read: shown by `invalid-date` and `invalid-value`. */
  readonly problems: readonly BindingProblem[];
}

/** What ties a fact to others, one bit each. */
export const ties = {
  links: 1,
  supersedes: 2,
  derived: 4,
  acknowledged: 8,
  anonymous: 16,
} as const;

/** Of the few facts that have any. */
const problemsOf = new WeakMap<BoundFact, readonly BindingProblem[]>();
const noProblems: readonly BindingProblem[] = [];

/**
 * A fact with everything looked up that comparing it needs. There may be hundreds of thousands of
 * these: what is long, and what only showing a fact needs, stays in its file until it is asked for.
 */
export class BoundFact {
  readonly value: Value | null;
  readonly valueText: string;
  readonly time: FactTime;
  readonly voices: readonly string[];
  readonly packed: number;
  private start: number;
  private end: number;
  /** Its row in the table of all facts; -1 where it is in none. */
  row = -1;
  /** Whether somebody keeps this object, so that it has to follow when its file is edited. */
  isHeld = false;

  /**
   * @param file the sidecar it stands in
   * @param position its place among the facts of its file, from 0
   * @param start where its value is written, or else the fact itself: offsets
   */
  constructor(
    readonly head: FactHead,
    { value, valueText, time, voices, packed, problems }: FactStatement,
    private file: FactFile,
    private at: number,
    start: number,
    end: number,
  ) {
    // Of what V8 does not know to be a whole number it makes an object of its own.
    this.start = start | 0;
    this.end = end | 0;
    this.value = value;
    this.valueText = valueText;
    this.time = time;
    this.voices = voices;
    this.packed = packed;
    if (problems.length > 0) {
      problemsOf.set(this, problems);
    }
  }

  get subject(): string {
    return this.head.subject;
  }

  get propertyId(): string {
    return this.head.propertyId;
  }

  get property(): Property | null {
    return this.head.property;
  }

  get conditions(): Conditions {
    return this.head.conditions;
  }

  /** Whether it has a slot. */
  get isCompared(): boolean {
    return this.head.isCompared;
  }

  /** See {@link FactHead}. */
  get slot(): string | null {
    return this.head.slot;
  }

  get modality(): Modality {
    return modalityIn(this.packed);
  }

  get certainty(): Certainty {
    return certaintyIn(this.packed);
  }

  get rank(): Rank {
    return rankIn(this.packed);
  }

  /** True for a denial. */
  get negative(): boolean {
    return isNegativeIn(this.packed);
  }

  /** True when the article states it in its own name. */
  get ownVoice(): boolean {
    return isOwnVoiceIn(this.packed);
  }

  get problems(): readonly BindingProblem[] {
    return problemsOf.get(this) ?? noProblems;
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

  /** False for a fact that is only tried, and for one that is gone. */
  get isInCorpus(): boolean {
    return this.row >= 0;
  }

  /** Whether this is the same fact, be it another object. Both as they stand now. */
  isSame(other: BoundFact): boolean {
    return this === other || (this.at === other.at && this.file.uri === other.file.uri);
  }

  is(tie: keyof typeof ties): boolean {
    return (tiesIn(this.packed) & ties[tie]) !== 0;
  }

  /** The text around it changed and it did not. @returns whether it stands elsewhere now */
  move(file: FactFile, position: number, { start, end }: Span): boolean {
    const moved = position !== this.at || start !== this.start || end !== this.end;
    this.file = file;
    this.at = position;
    this.start = start | 0;
    this.end = end | 0;
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
