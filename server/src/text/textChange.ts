/**
 * What differs between two texts: `old` from `start` to `oldEnd` has become `now` from `start` to
 * `newEnd`. Before and after that, they are the same. UTF-16 offsets.
 */
export interface TextChange {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** Stretches of this length are compared as a whole, which is many times as fast as unit by unit. */
const STRETCH = 4096;

/** One change that makes one text of the other, as small as it can be. */
export function changeBetween(old: string, now: string): TextChange {
  const most = Math.min(old.length, now.length);
  const start = sameLength(most, (from, to) => old.slice(from, to) === now.slice(from, to));
  const left = most - start;
  const same = sameLength(
    left,
    (from, to) =>
      old.slice(old.length - to, old.length - from) ===
      now.slice(now.length - to, now.length - from),
  );
  return { start, oldEnd: old.length - same, newEnd: now.length - same };
}

/** How much is the same, at most `most`: found stretch by stretch, then by halves of the last. */
function sameLength(most: number, isSame: (from: number, to: number) => boolean): number {
  let low = 0;
  while (low < most && isSame(low, Math.min(low + STRETCH, most))) low += STRETCH;
  if (low >= most) return most;
  let high = Math.min(low + STRETCH, most);
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (isSame(low, middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
