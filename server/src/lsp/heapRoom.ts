import { getHeapStatistics, setFlagsFromString } from 'node:v8';

/** So much may be left behind before anybody looks for it, in bytes. */
const ROOM = 96 * 1024 * 1024;
/** Of what is used, in percent: the heap may be much larger once long files are opened. */
const LEAST = 40;
const MOST = 100;

/**
 * While folders are read the heap grows sparingly (`cli/main.ts`). That is for large heaps: with a small one, a
 * few keys in a long file would have all of it looked through again. So there is more room once all is read and
 * told, and again as much for what is new as Node gives by itself.
 */
export function giveHeapRoom(): void {
  const wanted = Math.ceil((100 * ROOM) / getHeapStatistics().used_heap_size);
  setFlagsFromString(`--heap-growing-percent=${Math.min(MOST, Math.max(LEAST, wanted))}`);
  setFlagsFromString('--semi-space-growth-factor=2');
}
