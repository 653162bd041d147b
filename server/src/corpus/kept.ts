import { LineIndex } from '../text/lineIndex.js';

/** In UTF-16 units: what is read of a short text, its tree and tables, takes as much memory as that of a longer one. */
const LEAST = 4_000;

/** In UTF-16 units. */
const ROOM = 1_000_000;
/**
 * For the last two, an article with its sidecar, while every file is read once; and for any more of them.
 * What is kept no longer than it is needed is gone before the collector of garbage has copied it.
 */
const ROOM_FOR_TWO = 100_000;
const ROOM_FOR_MORE = 25_000;

/**
 * What was read from files last, so that it need not be read again at once. Older things are let go
 * when there is no room; somebody who still works with one keeps it alive.
 */
export class Recent {
  private readonly kept: {
    readonly thing: object;
    readonly size: number;
    readonly letGo: (() => void) | undefined;
  }[] = [];
  private size = 0;
  private roomForMore: number;

  /**
   * @param room in UTF-16 units of the texts the things were read from
   * @param least as what a shorter text counts
   */
  constructor(
    private room = ROOM,
    private readonly least = LEAST,
  ) {
    this.roomForMore = room;
  }

  /** @param letGo told when there is no room any more */
  keep(thing: object, textSize: number, letGo?: () => void): void {
    const size = Math.max(textSize, this.least);
    this.kept.push({ thing, size, letGo });
    this.size += size;
    this.makeRoom();
  }

  /** While every file is read once, nobody comes back to those that were read before: few are kept. */
  keepLittle(isLittle: boolean): void {
    this.room = isLittle ? ROOM_FOR_TWO : ROOM;
    this.roomForMore = isLittle ? ROOM_FOR_MORE : ROOM;
    this.makeRoom();
  }

  private makeRoom(): void {
    while (
      (this.size > this.roomForMore && this.kept.length > 2) ||
      (this.size > this.room && this.kept.length > 1)
    ) {
      const oldest = this.kept.shift();
      this.size -= oldest?.size ?? 0;
      oldest?.letGo?.();
    }
  }
}

/** In UTF-16 units: many texts that are no larger find room at once. */
const LARGE = 50_000;

/** A text with its lines. */
export interface LinedText {
  readonly text: string;
  readonly lines: LineIndex;
}

/** One for all: there is a kept thing for each file. */
const tellNobody = (): void => undefined;

/** What a file says, read again from its text when it is asked for and no longer in memory. */
export class Kept<T extends LinedText> {
  private readonly strong: T | null;
  /**
   * As long as it is among what was read last. A weak reference would keep all alive that is read in
   * one turn, be it every file of the corpus.
   */
  private recentThing: T | null = null;
  /** For what is large: there may be no room for two of these, and somebody may work with both. */
  private weak: WeakRef<T> | null = null;
  private recentText: LinedText | null = null;

  /**
   * @param first what the file says, as just read; null where it was not read yet
   * @param again the text, to be read again; null for what has to stay in memory
   * @param parse makes of a text what it says
   */
  constructor(
    first: T | null,
    private readonly again: (() => string | undefined) | null,
    private readonly parse: (text: string) => T,
    /** In UTF-16 units of the text. */
    readonly size: number,
    private readonly recent: Recent,
    /** The text, where it was read and what it says was not. */
    text?: string,
    /** Told of what is let go. */
    private readonly letGo: (thing: T) => void = tellNobody,
  ) {
    this.strong = again === null ? first : null;
    if (again !== null && first !== null) {
      this.hold(first);
    } else if (text !== undefined) {
      this.holdText(text);
    }
  }

  get(): T {
    return this.strong ?? this.inMemory() ?? this.read();
  }

  /** What the file says where that is in memory. */
  inMemory(): T | undefined {
    return this.strong ?? this.recentThing ?? this.weak?.deref();
  }

  /** The text alone, for whoever needs no more. */
  lined(): LinedText {
    const known = this.inMemory() ?? this.recentText;
    if (known !== null) {
      return known;
    }
    return this.holdText(this.text());
  }

  private holdText(text: string): LinedText {
    const lined = { text, lines: new LineIndex(text) };
    this.recentText = lined;
    this.recent.keep(lined, this.size, () => {
      if (this.recentText === lined) {
        this.recentText = null;
      }
    });
    return lined;
  }

  private read(): T {
    return this.hold(this.parse(this.recentText?.text ?? this.text()));
  }

  private text(): string {
    if (this.again === null) {
      throw new Error('What has to stay in memory is gone.');
    }
    return this.again() ?? ''; // a text that is gone is empty
  }

  private hold(thing: T): T {
    if (this.size > LARGE) {
      this.weak = new WeakRef(thing);
      this.recent.keep(thing, this.size);
    } else {
      this.recentThing = thing;
      this.recent.keep(thing, this.size, () => {
        if (this.recentThing === thing) {
          this.recentThing = null;
        }
        this.letGo(thing);
      });
    }
    return thing;
  }
}
