/**
 * The number of the first of things in order that does not come before some point, found by halves; `length`
 * where all do.
 *
 * @param isBefore of the thing with a number: true for the first of them, and false for all that follow
 */
export function firstPast(length: number, isBefore: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
