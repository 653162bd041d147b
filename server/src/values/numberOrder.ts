import type { Big } from 'big.js';

/*
 * Big.js makes a copy of what a number is compared with, digits and all. Here two are compared as they
 * are: of hundreds of thousands of facts each is compared with something.
 */

/** Below zero where `a` is less than `b`, above zero where it is more, and else zero. */
export function orderOf(a: Big, b: Big): number {
  if (a === b) return 0;
  const [aSign, bSign] = [signOf(a), signOf(b)];
  if (aSign !== bSign) return aSign - bSign;
  if (aSign === 0) return 0;
  if (a.e !== b.e) return a.e > b.e ? aSign : -aSign;
  const least = Math.min(a.c.length, b.c.length);
  for (let at = 0; at < least; at++) {
    const difference = (a.c[at] ?? 0) - (b.c[at] ?? 0);
    if (difference !== 0) return difference > 0 ? aSign : -aSign;
  }
  // The last digit of a number is no zero: the longer one is farther from it.
  return a.c.length === b.c.length ? 0 : a.c.length > b.c.length ? aSign : -aSign;
}

/** Whether two numbers are the same. */
export function isSameNumber(a: Big, b: Big): boolean {
  return orderOf(a, b) === 0;
}

/** The first digit stands for a power of ten, and is a zero only where there is no other. */
function signOf({ c, s }: Big): number {
  return c[0] === 0 ? 0 : s;
}
