import { Big } from 'big.js';
import { interned } from '../text/intern.js';

/** Longer texts are rarely the same twice, and would keep much alive. */
const LONGEST_KEPT = 64;

/** When there are as many, all are forgotten: what comes often is soon known again. */
const MOST_KEPT = 20_000;

/** Where nothing is kept. */
const nothing = new Map<string, never>();

/**
 * Remembers what short texts were read as. The same figures and dates stand in thousands of facts:
 * each is read once, and all facts share what came of it, which is therefore frozen. A reading
 * depends on nothing but its text and its circumstances, and knows no place.
 */
export class ReadingMemo<Reading extends object> {
  private count = 0;
  private lastCircumstances = '';
  private lastReadings = new Map<string, Reading>();
  private readonly kept = new Map([['', this.lastReadings]]);

  /**
   * @param circumstances everything but the text that the reading depends on: few different ones
   * @param read must give the same for the same text and circumstances
   */
  get(circumstances: string, text: string, read: (text: string) => Reading): Reading {
    return this.known(circumstances, text) ?? this.readAnew(circumstances, text, read);
  }

  /** What a text was read as before, where that is remembered. */
  known(circumstances: string, text: string): Reading | undefined {
    if (text.length > LONGEST_KEPT) {
      return undefined;
    }
    const isLast = circumstances === this.lastCircumstances;
    return (isLast ? this.lastReadings : this.under(circumstances)).get(text);
  }

  /** As {@link get}, for a text that is not {@link known}. */
  readAnew(circumstances: string, text: string, read: (text: string) => Reading): Reading {
    return text.length > LONGEST_KEPT || circumstances.length > LONGEST_KEPT
      ? read(text)
      : this.keep(this.under(circumstances), text, read);
  }

  private under(circumstances: string): Map<string, Reading> {
    if (circumstances.length > LONGEST_KEPT) {
      return nothing;
    }
    let readings = this.kept.get(circumstances);
    if (readings === undefined) {
      readings = new Map();
      this.kept.set(circumstances, readings);
    }
    this.lastCircumstances = circumstances;
    this.lastReadings = readings;
    return readings;
  }

  private keep(
    readings: Map<string, Reading>,
    text: string,
    read: (text: string) => Reading,
  ): Reading {
    // A copy of its own: a slice would keep the file alive that it was cut from.
    const own = interned(text);
    const reading = deeplyFrozen(read(own));
    if (++this.count > MOST_KEPT) {
      this.forget();
    } else {
      readings.set(own, reading);
    }
    return reading;
  }

  private forget(): void {
    this.kept.clear();
    this.count = 0;
    this.lastCircumstances = '';
    this.lastReadings = new Map();
    this.kept.set('', this.lastReadings);
  }
}

interface Circumstances {
  readonly type: string | undefined;
  readonly unit: string | null;
  readonly setting: string | undefined;
  readonly all: string;
}

/** Neighbouring facts are often of one property; putting the string together is what takes long. */
let last: Circumstances = { type: undefined, unit: null, setting: undefined, all: '' };

/** What a reading depends on besides its text, as one string that is the same for no others. */
export function circumstancesOf(
  type: string | undefined,
  unit: string | null,
  setting: string | undefined,
): string {
  if (unit === null && setting === undefined) {
    return type ?? '';
  }
  if (last.type !== type || last.unit !== unit || last.setting !== setting) {
    const all = `${type ?? ''} ${unit?.length ?? ''} ${unit ?? ''} ${setting ?? ''}`;
    last = { type, unit, setting, all };
  }
  return last.all;
}

/** Freezes an object of our own making with all that is in it; other classes' stay as they are. */
function deeplyFrozen<T extends object>(object: T): T {
  for (const part of Object.values(object) as unknown[]) {
    if (part instanceof Big) {
      part.c = part.c.slice(); // its digits were put there one by one, with room for more
    } else if (typeof part === 'object' && part !== null && isPlain(part)) {
      deeplyFrozen(part);
    }
  }
  return Object.freeze(object);
}

function isPlain(object: object): boolean {
  return Array.isArray(object) || Object.getPrototypeOf(object) === Object.prototype;
}
