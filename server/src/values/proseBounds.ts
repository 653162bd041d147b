import type { Hedge } from './hedges.js';
import { isYearLike } from './proseDayMonth.js';
import type { QuantityPhrase } from './quantityPhrase.js';
import type { Token } from './token.js';
import { countedNamed, isTimeUnit } from './units.js';

/**
 * Whether a phrase that reads as a figure also is one where it stands in running text: nothing touches it
 * that would make it a part of something else, "one" is not a pronoun, "a third" not an ordinal, 2010 not
 * a year.
 */
export function isWholePhrase(
  tokens: readonly Token[],
  at: number,
  phrase: QuantityPhrase,
): boolean {
  if (touchesMore(tokens, phrase.next)) return false;
  if (isStraySign(tokens, at) || isTail(tokens, at)) return false;
  if (isDuring(tokens, at, phrase)) return false;
  const bare = phrase.next === phrase.numberAt + 1 && phrase.quantity.unit === null;
  const number = tokens[phrase.numberAt];
  if (number?.lower === 'one' && phrase.hedge === null && phrase.quantity.unit === 'day')
    return false;
  if (bare && number?.lower === 'one') return isCountedOne(tokens, at, phrase);
  if (bare && number !== undefined && isYearLike(number.text))
    return isHedgedFigure(phrase.hedge) || countedNamed(tokens[phrase.next]?.lower ?? '') !== null;
  if (number?.lower === 'half')
    return !/^(?:first|second|other|latter|better|year|time)$/.test(tokens[at - 1]?.lower ?? '');
  return !phrase.ordinal || isPartOfWhole(tokens, phrase.next);
}

/** Whether what follows touches the figure and makes it a code, a version or a compound word. */
export function touchesMore(tokens: readonly Token[], next: number): boolean {
  const after = tokens[next];
  if (after?.glued !== true) return false;
  if (after.kind !== 'sign') return true;
  const beyond = tokens[next + 1];
  if (beyond?.glued !== true || beyond.kind === 'sign') return /^[/_@#%°*]$/.test(after.lower);
  // "152." and "152," end a figure; "two- North" is a dash; "18-page" and "4/5" are other things.
  if (after.lower === '-' || after.lower === '–')
    return beyond.kind !== 'word' || after.lower === '-';
  if (after.lower === '.' || after.lower === ',' || after.lower === ':')
    return beyond.kind !== 'word';
  return /^[/_@#%&=°*]$/.test(after.lower);
}

/** A minus that follows a word or a number is a hyphen; only after a space or a bracket is it a sign. */
function isStraySign(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.lower !== '-' && token?.lower !== '−') return false;
  return token.glued && tokens[at - 1]?.lower !== '(';
}

/** The second number of something that is no range: the 5 of "10-5", of "£4bn/£5bn". */
function isTail(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (tokens[at]?.glued !== true || before === undefined) return false;
  if (/^[£$€]$/.test(before.lower)) return true;
  const joins = /^[-/:_@#&=]$/.test(before.lower) || before.text === '–';
  return joins && before.glued && tokens[at - 2] !== undefined;
}

/** "over three years" is how long something went on, not more than three years. */
function isDuring(tokens: readonly Token[], at: number, phrase: QuantityPhrase): boolean {
  return (
    tokens[at]?.lower === 'over' &&
    phrase.quantity.unit !== null &&
    isTimeUnit(phrase.quantity.unit)
  );
}

/** Hedges that no year takes: "about 2009" may be one, "at least 2000" is not. */
function isHedgedFigure(hedge: Hedge | null): boolean {
  return (
    hedge === 'at-least' || hedge === 'at-most' || hedge === 'more-than' || hedge === 'less-than'
  );
}

const PRONOUN_FOLLOWERS = new Set(
  (
    'of another day thing who that which such time way more last side hand reason point person can could may ' +
    'might will would should must is was has had said says told asked argued warned added'
  ).split(' '),
);
const AFTER_NOUN = new Set(
  (
    'in of for to from by with at on and or but which that who is was were are will would has have had can ' +
    'could should may must as than per . , ; : ) ? !'
  ).split(' '),
);

/** "one" as a number: hedged, after "only" and the like, or before a noun that ends its phrase. */
function isCountedOne(tokens: readonly Token[], at: number, phrase: QuantityPhrase): boolean {
  const noun = tokens[phrase.next];
  if (noun?.lower === 'of') return false;
  if (phrase.hedge !== null) return true;
  if (/^(?:only|just|exactly)$/.test(tokens[at - 1]?.lower ?? '')) return true;
  if (/^(?:no|this|that|each|every|which|any|the)$/.test(tokens[at - 1]?.lower ?? '')) return false;
  if (noun?.kind !== 'word' || noun.lower.length < 3 || PRONOUN_FOLLOWERS.has(noun.lower))
    return false;
  const beyond = tokens[phrase.next + 1];
  return beyond === undefined || AFTER_NOUN.has(beyond.lower);
}

const AFTER_PART = new Set(
  (
    'of in by to from since over more less fewer larger smaller higher lower and or but on at as for were was ' +
    'are is have has had said will would do did than compared between during after before'
  ).split(' '),
);

/** "a third of", "cut by a third.": a share; "a third wave" and "a quarter century" are not. */
function isPartOfWhole(tokens: readonly Token[], next: number): boolean {
  const after = tokens[next];
  return after === undefined || after.kind !== 'word' || AFTER_PART.has(after.lower);
}
