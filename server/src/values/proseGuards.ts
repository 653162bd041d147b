import { ORDINAL_ENDINGS } from './proseDayMonth.js';
import { isNumberToken, type Token } from './token.js';

/**
 * Marks the tokens of running text that are numbers but no figures: in addresses and codes (`H1N1`,
 * `COVID-19`), list and footnote markers, what a label numbers (`section 75`), ordinals, times, telephone
 * numbers. `taken` marks the dates. Linear in the number of tokens.
 */
export function markNonFigures(text: string, tokens: readonly Token[], taken: Uint8Array): void {
  markAddresses(text, tokens, taken);
  const inDate = taken.slice();
  tokens.forEach((token, at) => {
    if (!isNumberToken(token)) return;
    const other =
      token.kind === 'code' ||
      belongsToCode(tokens, at) ||
      isListMarker(text, tokens, at) ||
      isFootnote(tokens, at) ||
      isTimeOrOrdinal(tokens, at) ||
      isTelephone(tokens, at, inDate);
    if (other) taken[at] = 1;
  });
  markLabelled(tokens, taken);
}

/** Runs without white space that are a URL or an e-mail address. */
function markAddresses(text: string, tokens: readonly Token[], taken: Uint8Array): void {
  for (let at = 0, next = 0; at < tokens.length; at = next) {
    let mayBeAddress = false;
    do {
      mayBeAddress ||= isInAddresses(tokens[next]);
      next += 1;
    } while (tokens[next]?.glued === true);
    if (!mayBeAddress) continue;
    const run = text.slice(tokens[at]?.start ?? 0, tokens[next - 1]?.end ?? 0);
    if (/:\/\/|^\W*www\.|@[\w-]+\.|\w\.(?:uk|com|org|gov|net|eu)\//.test(run))
      taken.fill(1, at, next);
  }
}

/** Every address has one of these. */
function isInAddresses(token: Token | undefined): boolean {
  return token?.kind === 'sign'
    ? token.text === '/' || token.text === '@'
    : token?.text.endsWith('www') === true;
}

const CODES_BEFORE_FIGURES: ReadonlySet<string> = new Set(['gbp', 'usd', 'eur']);

/** Letters, slashes and the like that touch a number from the left make it part of something else. */
function belongsToCode(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token?.glued !== true || before === undefined) return false;
  if (before.kind === 'word') return !CODES_BEFORE_FIGURES.has(before.lower);
  if (before.kind !== 'sign') return true;
  const farther = tokens[at - 2];
  if (before.lower === '.' && /^(?:c|ca|approx)$/.test(farther?.lower ?? '')) return false;
  if (/^[/_@#&=:.*\\^]$/.test(before.lower)) return true;
  if (!before.glued || farther === undefined) return false;
  // "COVID-19" is a name; an em dash between words is punctuation.
  if (before.lower === '-' || before.text === '–') return !endsFigure(farther);
  return before.lower === ',' && farther.kind === 'number';
}

/** `5bn-6bn`, `5%-6%`, `5-6`: what may stand before the dash of a range. */
function endsFigure(token: Token): boolean {
  if (token.kind === 'number' || token.lower === '%') return true;
  return token.glued && /^(?:k|m|mn|bn|tn)$/.test(token.lower);
}

function isListMarker(text: string, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const after = tokens[at + 1];
  if (token === undefined || after?.glued !== true) return false;
  if (after.lower !== '.' && after.lower !== ')') return false;
  if (tokens[at + 2]?.glued === true) return false;
  const before = tokens[at - 1];
  const gap = text.slice(before?.end ?? 0, token.start);
  return before === undefined || /[\r\n]/.test(gap);
}

/** `[3]`, and `(1)` to `(99)` alone in brackets. */
function isFootnote(tokens: readonly Token[], at: number): boolean {
  const open = tokens[at - 1]?.lower;
  const close = tokens[at + 1]?.lower;
  if (open === '[' && close === ']') return true;
  return open === '(' && close === ')' && (tokens[at]?.text.length ?? 0) < 3;
}

const TIMES: ReadonlySet<string> = new Set(['am', 'pm', "o'clock", 'o’clock']);

function isTimeOrOrdinal(tokens: readonly Token[], at: number): boolean {
  const after = tokens[at + 1];
  if (after?.kind === 'word') {
    return TIMES.has(after.lower) || (after.glued && ORDINAL_ENDINGS.has(after.lower));
  }
  // 9:30 and a.m.
  if (after?.lower === ':' && after.glued && tokens[at + 2]?.glued === true) return true;
  return /^[ap]$/.test(after?.lower ?? '') && tokens[at + 2]?.lower === '.';
}

/** Digits that begin with 0 or a plus, and the groups of digits that follow or precede them. */
function isTelephone(tokens: readonly Token[], at: number, inDate: Uint8Array): boolean {
  const token = tokens[at];
  if (token?.kind !== 'number') return false;
  if (token.text.startsWith('0') && /^0[0-9]/.test(token.text)) return true;
  if (token.glued && tokens[at - 1]?.lower === '+') return true;
  const after = tokens[at + 1];
  const before = tokens[at - 1];
  // "In 2010/11 152 PCTs": a date is no group of digits.
  return (
    (before?.kind === 'number' && inDate[at - 1] === 0) ||
    (after?.kind === 'number' && inDate[at + 1] === 0)
  );
}

/** Words that give the number after them as a name: section 75, page 7, No 10. */
const LABELS = new Set(
  (
    'section s clause article chapter page p pp figure fig table no number para paragraph part appendix annex ' +
    'schedule volume vol issue step phase stage tier level grade band category room suite floor zone option ' +
    'version line rule regulation directive question note footnote ref box slide recommendation objective ' +
    'priority principle standard question form week day act bill order si item unit chart graph exhibit'
  ).split(' '),
);
const PLURAL_LABELS = new Set(
  'sections ss clauses articles chapters pages pp figures figs tables nos paragraphs paras parts appendices annexes schedules volumes phases stages tiers levels options rules regulations questions notes recommendations priorities bands'.split(
    ' ',
  ),
);
/** The words that make the number after them a name. */
export const LABEL_NAMES: readonly string[] = [...LABELS, ...PLURAL_LABELS];
const LIST_JOINTS = new Set([',', 'and', 'or', 'to', '-', '–', '&']);

function markLabelled(tokens: readonly Token[], taken: Uint8Array): void {
  // Past a plural label the numbers of a list are all labelled; -1 when no such list is open.
  let listEnd = -1;
  tokens.forEach((token, at) => {
    const isNumber = isNumberToken(token);
    if (!isNumber && !NUMBER_WORDS.has(token.lower)) return;
    const label = labelBefore(tokens, at);
    if (label !== null) {
      taken[at] = 1;
      listEnd = PLURAL_LABELS.has(label) ? at : -1;
    } else if (
      isNumber &&
      at === listEnd + 2 &&
      listEnd >= 0 &&
      LIST_JOINTS.has(tokens[at - 1]?.lower ?? '')
    ) {
      taken[at] = 1;
      listEnd = at;
    }
  });
}

const NUMBER_WORDS = new Set(
  'one two three four five six seven eight nine ten eleven twelve'.split(' '),
);

/** The label that names the number at `at`, past a full stop ("No. 10"); null for "part of" or "level, 3". */
function labelBefore(tokens: readonly Token[], at: number): string | null {
  const before = tokens[at - 1];
  const isPastStop = before?.lower === '.' && before.glued;
  const label = (isPastStop ? tokens[at - 2] : before)?.lower ?? '';
  // "no five" and "number two" are names; "notes two failures" and "orders 40" are not in the singular.
  const isLabel =
    (LABELS.has(label) || PLURAL_LABELS.has(label)) && !(isPastStop && label.length > 4);
  return isLabel ? label : null;
}
