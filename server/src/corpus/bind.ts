import { flatCopy } from '../text/intern.js';
import type { Located } from '../text/span.js';
import { nearest } from '../text/didYouMean.js';
import { isSameNumber, orderOf } from '../values/numberOrder.js';
import { exactly } from '../values/quantity.js';
import {
  looksLikeFinancialYear,
  readDate,
  type DateOptions,
  type DateRange,
} from '../values/date.js';
import { factTime, type FactTime } from '../values/factTime.js';
import { readLongValue, readValue, type Value, type ValueReading } from '../values/value.js';
import { factKeys, type Fact, type ValueSource } from '../sidecars/sidecar.js';
import {
  BoundFact,
  ties,
  voiceOf,
  type BindingProblem,
  type FactFile,
  type FactStatement,
} from './boundFact.js';
import type { FactHeads } from './factHeads.js';
import type { Interner } from './interner.js';
import { pack } from './packedFact.js';
import type { Property } from './property.js';
import { conditionsOf, isCompared } from './slot.js';

export interface BindingContext {
  readonly property: (id: string) => Property | undefined;
  readonly financialYearStart: string | undefined;
  readonly heads: FactHeads;
}

/** Looks up and reads everything in the facts of one file that comparing them needs. */
export class FactBinder {
  private readonly ownVoice: readonly string[];
  private readonly presumed: FactTime;
  private readonly dateOptions: DateOptions;

  /**
   * @param file the sidecar the facts stand in
   * @param interner keeps what many facts repeat
   */
  constructor(
    readonly file: FactFile,
    private readonly context: BindingContext,
    private readonly interner: Interner,
  ) {
    const { uri, published } = file.info;
    this.ownVoice = [`article:${uri}`];
    this.presumed = factTime({}, published);
    const { financialYearStart } = context;
    this.dateOptions = financialYearStart === undefined ? {} : { financialYearStart };
  }

  /** @param position the fact's place among those of its file, from 0 */
  bind(fact: Fact, position: number): BoundFact {
    const problems: BindingProblem[] = [];
    const { context } = this;
    const propertyId = fact.property?.value;
    const property = propertyId === undefined ? undefined : context.property(propertyId);
    const value = bindValue(fact, property, this.dateOptions, problems);
    const time = this.timeOf(fact, problems);
    if (property !== undefined && fact.otherKeys.length > 0) {
      problems.push(...unknownKeys(fact, property));
    }
    const conditions = conditionsOf(fact, property);
    const { start, end } = (fact.value ?? fact).span;
    const about = {
      subject: fact.subject?.value ?? '',
      propertyId: propertyId ?? '',
      property: property ?? null,
      conditions,
    };
    const head = context.heads.of(about, isCompared(fact, property, value));
    const statement: FactStatement = {
      value,
      valueText: this.writtenText(fact.value, value),
      time,
      voices: this.voicesOf(fact),
      packed: pack({
        ties: tiesOf(fact),
        modality: fact.modality,
        certainty: fact.certainty,
        rank: fact.rank,
        negative: fact.negative,
        ownVoice: fact.saidBy.length === 0,
      }),
      problems,
    };
    return new BoundFact(head, statement, this.file, position, start, end);
  }

  private writtenText(source: ValueSource | undefined, value: Value | null): string {
    if (source === undefined) {
      return '';
    }
    const written = writtenValue(source);
    if (value?.kind === 'text') {
      return value.text === written ? value.text : flatCopy(written);
    }
    return value === null ? flatCopy(written) : this.interner.text(written);
  }

  private timeOf(fact: Fact, problems: BindingProblem[]): FactTime {
    if (fact.from === undefined && fact.until === undefined && fact.asOf === undefined) {
      return this.presumed;
    }
    return factTime(bindDates(fact, this.dateOptions, problems), this.file.info.published);
  }

  private voicesOf(fact: Fact): readonly string[] {
    const { saidBy } = fact;
    const [first] = saidBy;
    if (first === undefined) {
      return this.ownVoice;
    }
    if (saidBy.length === 1 && first.value !== 'anonymous') {
      return this.interner.voice(first.value, voiceOf);
    }
    return this.interner.list(
      saidBy.map(({ value }) =>
        value === 'anonymous'
          ? `anonymous:${this.file.info.uri}:${fact.saidAs?.value ?? ''}`
          : voiceOf(value),
      ),
    );
  }
}

function tiesOf(fact: Fact): number {
  return (
    (fact.denies.length + fact.disputes.length > 0 ? ties.links : 0) |
    (fact.supersedes.length > 0 ? ties.supersedes : 0) |
    (fact.derivedFrom.length > 0 ? ties.derived : 0) |
    (fact.acknowledged.length > 0 ? ties.acknowledged : 0) |
    (fact.saidBy.some(({ value }) => value === 'anonymous') ? ties.anonymous : 0)
  );
}

function bindValue(
  fact: Fact,
  property: Property | undefined,
  dateOptions: DateOptions,
  problems: BindingProblem[],
): Value | null {
  const source = fact.value;
  if (source === undefined) {
    return null;
  }
  const unit = fact.unit?.value ?? property?.unit ?? null;
  const reading = readSource(source, unit, property, dateOptions);
  if (reading.kind === 'problem') {
    problems.push({ kind: 'value', message: reading.message, span: source.span });
    return null;
  }
  const outside = property === undefined ? null : outsideBounds(reading.value, property);
  if (outside !== null) {
    problems.push({ kind: 'value', message: outside, span: source.span });
    return null;
  }
  return reading.value;
}

function readSource(
  source: ValueSource,
  unit: string | null,
  property: Property | undefined,
  dateOptions: DateOptions,
): ValueReading {
  const type = property?.type;
  switch (source.kind) {
    case 'scalar':
      return readValue(source.text, type, unit, dateOptions);
    case 'list':
      return type === 'entity' || type === undefined || property?.single === false
        ? {
            kind: 'value',
            value: { kind: 'entities', ids: source.items.map(({ value }) => value) },
          }
        : {
            kind: 'problem',
            message: 'This is a list. Put text that starts with `[` in quotation marks.',
          };
    case 'mapping': {
      const parts = Object.fromEntries([...source.parts].map(([key, { value }]) => [key, value]));
      return readLongValue(parts, type, unit);
    }
  }
}

/** Why a quantity cannot be a value of its property; null when it can. */
function outsideBounds(value: Value, property: Property): string | null {
  if (value.kind !== 'quantity') {
    return null;
  }
  const { min, max, minOpen, maxOpen, approximate } = value.quantity;
  if (
    property.integer &&
    !approximate &&
    min !== null &&
    max !== null &&
    isSameNumber(min, max) &&
    !isWhole(min)
  ) {
    return `“${property.name}” takes whole numbers.`;
  }
  const { least, most } = boundsOf(property);
  if (least !== null && max !== null && isBeyond(orderOf(least, max), maxOpen)) {
    return `“${property.name}” is at least ${property.min ?? ''}.`;
  }
  if (most !== null && min !== null && isBeyond(orderOf(min, most), minOpen)) {
    return `“${property.name}” is at most ${property.max ?? ''}.`;
  }
  return null;
}

/** @param order above zero: past the bound; zero: at it */
function isBeyond(order: number, isOpen: boolean): boolean {
  return order > 0 || (isOpen && order === 0);
}

type Bound = ReturnType<typeof exactly>['min'];

/** By its digits: the first of them stands for a power of ten, and the last one is no zero. */
function isWhole({ c, e }: NonNullable<Bound>): boolean {
  return c.length - 1 <= e;
}

interface Bounds {
  readonly least: Bound;
  readonly most: Bound;
}

/** Read once for all facts of a property. */
const boundsKnown = new WeakMap<Property, Bounds>();

function boundsOf(property: Property): Bounds {
  let bounds = boundsKnown.get(property);
  if (bounds === undefined) {
    bounds = { least: boundOf(property.min), most: boundOf(property.max) };
    boundsKnown.set(property, bounds);
  }
  return bounds;
}

function boundOf(written: string | null): Bound {
  return written !== null && /^-?\d{1,30}(?:\.\d{1,30})?$/.test(written)
    ? exactly(written).min
    : null;
}

function bindDates(
  fact: Fact,
  dateOptions: DateOptions,
  problems: BindingProblem[],
): { from?: DateRange; until?: DateRange; asOf?: DateRange } {
  const dates: { from?: DateRange; until?: DateRange; asOf?: DateRange } = {};
  for (const key of ['from', 'until', 'asOf'] as const) {
    const written = fact[key];
    if (written === undefined) {
      continue;
    }
    const reading = readDate(written.value, dateOptions);
    if (reading.kind === 'problem') {
      problems.push({ kind: 'date', message: reading.message, span: written.span });
      continue;
    }
    dates[key] = reading.date;
    const trap = financialYearTrap(written, fact);
    if (trap !== null) {
      problems.push({ kind: 'date', message: trap, span: written.span });
    }
  }
  if (
    dates.from !== undefined &&
    dates.until !== undefined &&
    dates.until.end <= dates.from.start
  ) {
    const span = fact.until?.span ?? fact.span;
    problems.push({ kind: 'date', message: '`until` is earlier than `from`.', span });
    return dates.asOf === undefined ? {} : { asOf: dates.asOf };
  }
  return dates;
}

/** `2010-11` is November 2010 in EDTF; an article that says "2010-11" means the financial year. */
function financialYearTrap(written: Located<string>, fact: Fact): string | null {
  if (!looksLikeFinancialYear(written.value)) {
    return null;
  }
  const forms = [written.value, written.value.replace('-', '–')];
  if (!fact.quotes.some(({ exact }) => forms.some((form) => exact.value.includes(form)))) {
    return null;
  }
  return `\`${written.value}\` is read as a month. The quoted words say “${written.value}”: for the financial year write \`${written.value.replace('-', '/')}\`.`;
}

/** Keys that are neither a fact's own nor separators of its property. */
function unknownKeys(fact: Fact, property: Property): readonly BindingProblem[] {
  return fact.otherKeys
    .filter(({ key }) => !property.separators.includes(key.value))
    .map(({ key }) => {
      const meant = nearest(key.value, [...factKeys, ...property.separators]);
      const hint =
        meant === undefined
          ? ` A key that sets facts apart is listed in the \`separators\` of \`${property.id}\`, or stands under \`qualifiers\`.`
          : ` Did you mean \`${meant}\`?`;
      return {
        kind: 'key' as const,
        message: `A fact has no key \`${key.value}\`, and \`${property.id}\` has no such separator.${hint}`,
        span: key.span,
        ...(meant === undefined ? {} : { meant }),
      };
    });
}

/** A value as people wrote it, on one line. */
function writtenValue(source: ValueSource): string {
  switch (source.kind) {
    case 'scalar':
      return source.text;
    case 'list':
      return source.items.map(({ value }) => value).join(', ');
    case 'mapping':
      return [...source.parts].map(([key, { value }]) => `${key} ${value}`).join(', ');
  }
}
