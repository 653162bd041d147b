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

/** The scale of a figure without a scale word. */
export const ONE = new Big(1);

const powers = new Map<number, Big>();

/** Ten to a whole power of a numeral's size: one and the same number for each. */
export function powerOfTen(exponent: number): Big {
  let power = powers.get(exponent);
  if (power === undefined) {
    power = new Big(`1e${exponent}`);
    powers.set(exponent, power);
  }
  return power;
}

/** The short numerals read so far: texts repeat a few of them all the time. */
const known = new Map<string, WrittenNumber | null>();
const MOST_KNOWN = 2000;
const LONGEST_KNOWN = 8;

/**
 * Reads a numeral token (`5,000`, `3.10`, `0123`, `1e6`, `2½`). Null when it has more than 40 digits
 * or an exponent beyond ±30: past that no figure in a policy document is meant.
 */
export function readNumeral(text: string): WrittenNumber | null {
  if (text.length > LONGEST_KNOWN) return readAnew(text);
  let read = known.get(text);
  if (read === undefined) {
    if (known.size >= MOST_KNOWN) known.clear();
    read = readAnew(text);
    known.set(text, read);
  }
  return read;
}

function readAnew(text: string): WrittenNumber | null {
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

/** A number that came in words (small and whole, if it is no `Big`), as if it had been written in digits. */
export function asWritten(value: Big | number): WrittenNumber {
  return (
    readNumeral(typeof value === 'number' ? String(value) : value.toFixed()) ?? {
      value: new Big(value),
      digits: MOST_DIGITS,
      lastPlace: ONE,
      roundingPlace: ONE,
    }
  );
}
