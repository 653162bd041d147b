import { readDate, type DateOptions } from './date.js';
import { circumstancesOf, ReadingMemo } from './readingMemo.js';
import { readQuantity, withUnit, type Quantity } from './quantity.js';
import { canonicalUnit, isCurrency, isTimeUnit } from './units.js';
import type { PropertyType, Value, ValueReading } from './valueKind.js';

const memo = new ReadingMemo<ValueReading>();

/**
 * Reads a value from its source text. `type` is the property's; undefined guesses: a quantity, else a
 * date, else a boolean, else text. `unit` is the fact's or the property's, for a figure written
 * without one. Bad input gives a problem; never throws. Equal values may be one and the same object.
 */
export function readValue(
  source: string,
  type: PropertyType | undefined,
  unit: string | null,
  options: DateOptions = {},
): ValueReading {
  if (type === 'text') {
    return value({ kind: 'text', text: source.trim() }); // as quickly read as looked up
  }
  const circumstances = circumstancesOf(type, unit, options.financialYearStart);
  return (
    memo.known(circumstances, source) ??
    memo.readAnew(circumstances, source, (text) => read(text.trim(), type, unit, options))
  );
}

function read(
  text: string,
  type: Exclude<PropertyType, 'text'> | undefined,
  unit: string | null,
  options: DateOptions,
): ValueReading {
  switch (type) {
    case undefined:
      return guess(text, unit, options);
    case 'boolean':
      return readBoolean(text) ?? problem(`${quoted(text)} is neither true nor false.`);
    case 'date': {
      const reading = readDate(text, options);
      return reading.kind === 'date' ? value(reading) : reading;
    }
    case 'entity':
      return readEntities(text.replace(/^\[|\]$/g, '').split(','));
    case 'quantity':
    case 'percentage':
    case 'money':
    case 'duration':
      return readFigureOfType(text, type, unit);
  }
}

/** Reads the ids of a list, or the one id of a value that is no list. */
export function readEntities(items: readonly string[]): ValueReading {
  const ids = items.map((item) => item.trim());
  const wrong = ids.find(
    (id) => !/^[\p{Ll}\p{Lo}\p{N}_$]+(?:[-._][\p{Ll}\p{Lo}\p{N}_$]+)*$/u.test(id),
  );
  return wrong === undefined
    ? value({ kind: 'entities', ids })
    : problem(
        `${quoted(wrong)} is not an id. Ids are in lower case with hyphens, as in care-trust.`,
      );
}

type FigureType = Extract<PropertyType, 'quantity' | 'percentage' | 'money' | 'duration'>;

const EXAMPLES: Readonly<Record<FigureType, string>> = {
  quantity: '152, about 40, at least 6 or 500-600',
  percentage: '30%, about 70% or half',
  money: '£5bn, £949m or about £3 million',
  duration: '3 years, 18 months or P3Y',
};

function readFigureOfType(text: string, type: FigureType, unit: string | null): ValueReading {
  const period = type === 'duration' ? isoPeriod(text) : null;
  const reading = readQuantity(period ?? text, { unit });
  if (reading === null)
    return problem(
      `${quoted(text)} is not a figure that can be compared. Write, for example, ${EXAMPLES[type]}.`,
    );
  return reading.kind === 'quantity'
    ? checkFigure(reading.quantity, text, type, unit)
    : settle(reading);
}

/** Gives a figure the unit that its type implies, or says why it cannot have the one it was given. */
export function checkFigure(
  quantity: Quantity,
  text: string,
  type: PropertyType | undefined,
  unit: string | null,
): ValueReading {
  const written = quantity.unit;
  if (type === 'percentage' && written !== null && written !== 'percent')
    return problem(`${quoted(text)} is in ${written}, but this property is a percentage.`);
  if (type === 'money' && written !== null && !isCurrency(written))
    return problem(`${quoted(text)} is in ${written}, but this property is an amount of money.`);
  if (type === 'duration' && written !== null && !isTimeUnit(written))
    return problem(`${quoted(text)} is in ${written}, but this property is a length of time.`);
  const implied = type === 'percentage' ? 'percent' : unit;
  return value({
    kind: 'quantity',
    quantity: withUnit(quantity, implied === null ? null : canonicalUnit(implied)),
  });
}

function settle(
  reading: { kind: 'vague'; text: string } | { kind: 'problem'; message: string },
): ValueReading {
  return reading.kind === 'vague' ? value(reading) : reading;
}

const PERIOD_UNITS = new Map([
  ['Y', 'years'],
  ['M', 'months'],
  ['W', 'weeks'],
  ['D', 'days'],
]);

/** `P3Y` (ISO 8601) as the words that readQuantity knows, or null. */
function isoPeriod(text: string): string | null {
  const parts = /^P(\d{1,9})([YMWD])$/.exec(text);
  return parts && `${parts[1] ?? ''} ${PERIOD_UNITS.get(parts[2] ?? '') ?? ''}`;
}

function guess(text: string, unit: string | null, options: DateOptions): ValueReading {
  // `2006-05` and `2013/14` would also be a range that runs backwards: their shape says date.
  const dateShaped = /^[~?%]?(?:FY ?)?\d{4}[-/][\dX]/i.test(text) || /^\.\.\/|\/\.\.$/.test(text);
  const date = readDate(text, options);
  if (dateShaped && date.kind === 'date') return value(date);
  const figure = readQuantity(text, { unit });
  if (figure?.kind === 'quantity') return checkFigure(figure.quantity, text, undefined, unit);
  if (dateShaped && date.kind === 'problem' && /^\d{4}[-/\d]+$/.test(text)) return date;
  if (figure !== null) return settle(figure);
  if (date.kind === 'date') return value(date);
  return readBoolean(text) ?? value({ kind: 'text', text });
}

function readBoolean(text: string): ValueReading | null {
  const lower = text.toLowerCase();
  if (lower !== 'true' && lower !== 'false') return null;
  return value({ kind: 'boolean', value: lower === 'true' });
}

function value(read: Value): ValueReading {
  return { kind: 'value', value: read };
}

function problem(message: string): ValueReading {
  return { kind: 'problem', message };
}

function quoted(text: string): string {
  return `“${text.length > 60 ? `${text.slice(0, 59)}…` : text}”`;
}
