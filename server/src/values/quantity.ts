import { Big } from 'big.js';
import type { PhraseStyle } from './figure.js';
import { interval, type Quantity } from './interval.js';
import { readQuantityPhrase } from './quantityPhrase.js';
import { tokenise, type Token } from './token.js';
import { canonicalUnit } from './units.js';
import { isVague } from './vague.js';

export {
  compareNumbers,
  compareQuantities,
  exactly,
  interval,
  quantityContains,
  widenTolerance,
  withUnit,
  type Quantity,
} from './interval.js';
export { canonicalUnit } from './units.js';

/** What a value's source text says as a figure; null when it is none at all. */
export type QuantityReading =
  | { readonly kind: 'quantity'; readonly quantity: Quantity }
  | { readonly kind: 'vague'; readonly text: string }
  | { readonly kind: 'problem'; readonly message: string }
  | null;

/** A figure is short; what is longer is text, or a mistake. */
const LONGEST_FIGURE = 200;

/** A numeral and nothing else: most values are one, and need no grammar. */
const PLAIN_NUMERAL = /^(?:[0-9]{1,15}|[0-9]{1,3}(?:,[0-9]{3}){1,4})$/;

/**
 * Reads a figure from its source text, not from what YAML made of it: digits are kept as written.
 * A noun after it is a unit when it is a known one, or the one given as `unit`; any other trailing word
 * makes it no figure. Never throws; time is linear in the length.
 */
export function readQuantity(source: string, options?: { unit?: string | null }): QuantityReading {
  const text = source.length > LONGEST_FIGURE * 2 ? source : source.trim();
  if (text.length > LONGEST_FIGURE)
    return /^\s*\D{0,3}[0-9][0-9.,]{40}/.test(text)
      ? { kind: 'problem', message: 'This figure is too long: at most 40 digits.' }
      : null;
  if (PLAIN_NUMERAL.test(text)) {
    const value = new Big(text.includes(',') ? text.replaceAll(',', '') : text);
    return { kind: 'quantity', quantity: interval(value, value) };
  }
  const unit = options?.unit ?? null;
  const style: PhraseStyle = {
    counted: true,
    extra: unit === null ? null : canonicalUnit(unit),
    prose: false,
  };
  // YAML knows `.5`; English does not, so the grammar has no such numeral.
  const tokens = tokenise(/^[-+]?\.[0-9]/.test(text) ? text.replace('.', '0.') : text);
  const phrase = readQuantityPhrase(tokens, 0, style);
  if (phrase?.kind === 'problem') return phrase;
  if (phrase?.next === tokens.length && !standsApart(tokens))
    return { kind: 'quantity', quantity: phrase.quantity };
  if (isVague(text)) return { kind: 'vague', text };
  return misplacedComma(tokens);
}

/** `5 k`, `H1`: a letter joined to a digit that the grammar would have split. */
function standsApart(tokens: readonly Token[]): boolean {
  return tokens.some(
    (token, index) =>
      token.kind === 'number' &&
      token.glued &&
      tokens[index - 1]?.kind === 'word' &&
      !/^[a-z]{3}$/i.test(tokens[index - 1]?.text ?? ''),
  );
}

function misplacedComma(tokens: readonly Token[]): QuantityReading {
  const at = tokens.findIndex(
    (token, index) =>
      token.lower === ',' &&
      token.glued &&
      tokens[index - 1]?.kind === 'number' &&
      tokens[index + 1]?.kind === 'number' &&
      tokens[index + 1]?.glued === true,
  );
  if (at < 0) return null;
  const written = `${tokens[at - 1]?.text ?? ''},${tokens[at + 1]?.text ?? ''}`;
  return {
    kind: 'problem',
    message: `The comma in “${written}” does not set off thousands. Write 5,000 for five thousand and 5.5 for five and a half.`,
  };
}
