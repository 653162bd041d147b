import { Big } from 'big.js';

/** A number as written, before any scale word: what it is worth and how finely it was written. */
export interface WrittenNumber {
  readonly value: Big;
  /** Significant digits written: 2 for `5.0` and `40`, 3 for `300`, 1 for `0.5`. */
  readonly digits: number;
  /** The worth of the last digit written: 1 for `40`, 0.1 for `5.0`. */
  readonly lastPlace: Big;
  /** The worth of the last digit that carries meaning: 10 for `40`, 100 for `300`, 0.1 for `5.0`. */
  readonly roundingPlace: Big;
}

const MOST_DIGITS = 40;
const LARGEST_EXPONENT = 30;
const FRACTION_SIGNS = new Map([
  ['½', '0.5'],
  ['¼', '0.25'],
  ['¾', '0.75'],
]);

/** Ten to a whole power. */
export function powerOfTen(exponent: number): Big {
  return new Big(`1e${exponent}`);
}

/**
 * Reads a numeral token (`5,000`, `3.10`, `0123`, `1e6`, `2½`). Null when it has more than 40 digits
 * or an exponent beyond ±30: past that no figure in a policy document is meant.
 */
export function readNumeral(text: string): WrittenNumber | null {
  if (text.length > MOST_DIGITS * 2) return null;
  const fraction = FRACTION_SIGNS.get(text.slice(-1));
  const plain = text.replace(/[,\u00a0\u2009\u202f½¼¾]/gu, '');
  const [mantissa = '', exponentText = '0'] = plain.toLowerCase().split('e');
  const [whole = '', decimals = ''] = mantissa.split('.');
  const exponent = Number(exponentText);
  if (whole.length + decimals.length > MOST_DIGITS || Math.abs(exponent) > LARGEST_EXPONENT)
    return null;
  if (fraction !== undefined) {
    if (decimals !== '' || exponentText !== '0') return null;
    const value = new Big(whole === '' ? 0 : whole).plus(fraction);
    return { value, digits: 3, lastPlace: new Big('0.25'), roundingPlace: new Big('0.25') };
  }
  const lastExponent = exponent - decimals.length;
  const trailingZeros = decimals === '' ? /0*$/.exec(whole.replace(/^0+/, ''))?.[0].length : 0;
  return {
    value: new Big(`${mantissa}e${exponent}`),
    digits: (whole + decimals).replace(/^0+/, '').length,
    lastPlace: powerOfTen(lastExponent),
    roundingPlace: powerOfTen(lastExponent + (trailingZeros ?? 0)),
  };
}

/** A whole number that came in words, as if it had been written in digits. */
export function asWritten(value: Big): WrittenNumber {
  return (
    readNumeral(value.toFixed()) ?? {
      value,
      digits: MOST_DIGITS,
      lastPlace: new Big(1),
      roundingPlace: new Big(1),
    }
  );
}
