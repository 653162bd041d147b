import type { SharedKeys } from './dependencies.js';
import { MultiMap } from './multiMap.js';
import { NumberList } from './numberTable.js';
import type { IdKey } from './register.js';

/** How often something is mentioned, and in how many articles. */
export interface MentionCount {
  readonly mentions: number;
  readonly articles: number;
}

/** The keys of what an article mentions or credits, and the ids of what its figures count. */
export interface Naming {
  /** With how often it is mentioned: never, where it is only credited. */
  readonly mentioned: ReadonlyMap<IdKey, number>;
  /** All of them are mentioned. */
  readonly counted: ReadonlySet<string>;
}

export const namesNothing: Naming = { mentioned: new Map(), counted: new Set() };

/*
 * One thing that an article names is one number: which key, how often, and whether a figure counts it. A
 * text is too short to mention anything 2²⁷ times. A corpus has hundreds of thousands of them, which in
 * maps and sets would take ten times the room.
 */
const COUNTED = 1;
const TIME = 2;
const KEY = 2 ** 28;

/** What each article names, and how often each key is named in all. */
export class NamingTable {
  /** By number; what is named no more keeps its number. */
  private readonly keys: IdKey[] = [];
  private readonly numbers = new Map<IdKey, number>();
  /** By a key's number: how often it is mentioned, in how many articles, and how many mention or credit it. */
  private readonly mentions = new NumberList();
  private readonly mentioning = new NumberList();
  private readonly naming = new NumberList();
  private readonly byArticle = new Map<string, readonly number[]>();
  private readonly articlesCounting = new MultiMap<string, string>();

  /** @param shared one copy of each key */
  constructor(private readonly shared: SharedKeys) {}

  /**
   * An article names something else than before.
   * @param flipped is told of keys that were named nowhere and now are, or the other way round
   */
  set(
    uri: string,
    { mentioned, counted }: Naming,
    flipped: (key: IdKey, wasNamed: boolean) => void,
  ): void {
    const old = this.byArticle.get(uri);
    for (const one of old ?? []) {
      this.take(uri, one, -1, flipped);
    }
    const countedKeys = new Set<IdKey>();
    for (const id of counted) {
      countedKeys.add(this.shared.of('entity', id));
    }
    const now = new Array<number>(mentioned.size);
    let next = 0;
    for (const [key, times] of mentioned) {
      const isCounted = countedKeys.has(key) ? COUNTED : 0;
      const one = this.numberOf(key) * KEY + times * TIME + isCounted;
      now[next++] = one;
      this.take(uri, one, 1, flipped);
    }
    if (now.length > 0) {
      this.byArticle.set(uri, now);
    } else if (old !== undefined) {
      this.byArticle.delete(uri);
    }
  }

  /** Adds what an article names of one key to what all do, or takes it away. */
  private take(
    uri: string,
    one: number,
    sign: 1 | -1,
    flipped: (key: IdKey, wasNamed: boolean) => void,
  ): void {
    const number = numberIn(one);
    const times = timesIn(one);
    const key = this.keyAt(number);
    const before = this.naming.at(number);
    this.naming.add(number, sign);
    this.mentions.add(number, sign * times);
    this.mentioning.add(number, times > 0 ? sign : 0);
    if (isCountedIn(one)) {
      if (sign > 0) {
        this.articlesCounting.add(idOf(key), uri);
      } else {
        this.articlesCounting.delete(idOf(key), uri);
      }
    }
    if (before === 0 || before + sign === 0) {
      flipped(key, before > 0);
    }
  }

  private numberOf(key: IdKey): number {
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.keys.length;
      this.numbers.set(key, number);
      this.keys.push(key);
      for (const column of [this.mentions, this.mentioning, this.naming]) {
        column.push(0);
      }
    }
    return number;
  }

  private keyAt(number: number): IdKey {
    const key = this.keys[number];
    if (key === undefined) {
      throw new Error('A number that stands for no key.');
    }
    return key;
  }

  of(uri: string): Naming {
    const held = this.byArticle.get(uri);
    if (held === undefined) {
      return namesNothing;
    }
    const keyOf = (one: number): IdKey => this.keyAt(numberIn(one));
    return {
      mentioned: new Map(held.map((one) => [keyOf(one), timesIn(one)])),
      counted: new Set(held.filter(isCountedIn).map((one) => idOf(keyOf(one)))),
    };
  }

  countOf(key: IdKey): MentionCount {
    const number = this.numbers.get(key);
    return number === undefined
      ? { mentions: 0, articles: 0 }
      : { mentions: this.mentions.at(number), articles: this.mentioning.at(number) };
  }

  isNamed(key: IdKey): boolean {
    const number = this.numbers.get(key);
    return number !== undefined && this.naming.at(number) > 0;
  }

  /**
   * The articles that name a key. All articles are looked through, a million in a few milliseconds: lists of
   * them by key would have to be kept, and this is asked when somebody asks for places, never by an edit.
   */
  *articlesNaming(key: IdKey): Iterable<string> {
    const number = this.numbers.get(key);
    if (number === undefined || this.naming.at(number) === 0) {
      return;
    }
    for (const [uri, held] of this.byArticle) {
      if (held.some((one) => numberIn(one) === number)) {
        yield uri;
      }
    }
  }

  /** The articles with a figure that counts a subject. */
  counting(subject: string): Iterable<string> {
    return this.articlesCounting.get(subject);
  }

  /** The articles with any figure that counts something known. */
  *countingAnything(): Iterable<string> {
    for (const [uri, held] of this.byArticle) {
      if (held.some(isCountedIn)) {
        yield uri;
      }
    }
  }
}

function numberIn(one: number): number {
  return Math.floor(one / KEY);
}

function timesIn(one: number): number {
  return (one % KEY) >> 1;
}

function isCountedIn(one: number): boolean {
  return one % 2 === COUNTED;
}

function idOf(key: IdKey): string {
  return key.slice(key.indexOf(':') + 1);
}
