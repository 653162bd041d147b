import { getHeapStatistics, setFlagsFromString } from 'node:v8';

/** So much may be left behind before anybody looks for it, in bytes: while folders are read, and afterwards. */
const ROOM_WHILE_READING = 24 * 1024 * 1024;
const ROOM = 96 * 1024 * 1024;
/** Of what is used, in percent: the heap may be much larger once long files are opened. */
const LEAST = 40;
const MOST = 100;

/**
 * A large folder leaves much behind that nobody needs any more, and by itself Node lets the heap double before it looks
 * for that. While folders are read there is the same room for it however much is used, which is much less memory, for
 * hardly more time (docs/performance.md). Node knows only of percents: to be called again as the heap grows.
 */
export function growSparingly(): void {
  letGrow(Math.min(MOST, percentOf(ROOM_WHILE_READING)));
}

/**
 * Afterwards a few keys in a long file would have all of the heap looked through again. So there is more room once all
 * is read and told, and again as much for what is new as Node gives by itself.
 */
export function giveHeapRoom(): void {
  letGrow(Math.min(MOST, Math.max(LEAST, percentOf(ROOM))));
  setFlagsFromString('--semi-space-growth-factor=2');
}

function percentOf(room: number): number {
  return Math.ceil((100 * room) / getHeapStatistics().used_heap_size);
}

function letGrow(percent: number): void {
  setFlagsFromString(`--heap-growing-percent=${percent}`);
}
