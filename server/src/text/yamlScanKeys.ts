import { bitOf } from './yamlKnownKeys.js';
import { refuse } from './yamlScanRefusal.js';

/** More than that after the start of a key, its colon is an error (YAML 1.2, 7.4.2). */
const MAX_KEY_LENGTH = 1000;

/** From this many keys on, a set is quicker than looking through them. */
const MANY_KEYS = 12;

/**
 * The keys of the mappings that are open, the innermost last. Repeated keys, merge keys and very
 * long ones are left to the parser.
 */
export class KeyStack {
  private readonly few: string[] = [];
  private count = 0;
  private base = 0;
  /** The bits of the keys in the innermost mapping; those of the mappings around it, in turn. */
  private seen = 0;
  private readonly outerSeen: number[] = [];
  /** By where its keys start in `few`: all keys of a mapping that has many. */
  private many: Map<number, Set<string>> | undefined;

  /** A mapping opens. Gives what closes it again. */
  open(): number {
    const outer = this.base;
    this.base = this.count;
    this.outerSeen.push(this.seen);
    this.seen = 0;
    return outer;
  }

  close(outer: number): void {
    if (this.count - this.base === MANY_KEYS) {
      this.many?.delete(this.base);
    }
    this.count = this.base;
    this.base = outer;
    this.seen = this.outerSeen.pop() ?? 0;
  }

  /** @param length of the key as written */
  add(text: string, length: number, isPlain: boolean): void {
    if (length > MAX_KEY_LENGTH || (isPlain && text === '<<')) {
      refuse();
    }
    this.addKnown(text, bitOf(text));
  }

  /**
   * Adds a short word, which is no merge key.
   *
   * @param bit its {@link bitOf}
   */
  addKnown(text: string, bit: number): void {
    if (this.count - this.base === MANY_KEYS) {
      this.addToMany(text);
      return;
    }
    if ((this.seen & bit) !== 0) {
      for (let i = this.base; i < this.count; i++) {
        const other = this.few[i] ?? '';
        if (other.length === text.length && other === text) {
          refuse();
        }
      }
    }
    this.seen |= bit;
    this.few[this.count++] = text;
  }

  private addToMany(text: string): void {
    this.many ??= new Map();
    let all = this.many.get(this.base);
    if (all === undefined) {
      all = new Set(this.few.slice(this.base, this.count));
      this.many.set(this.base, all);
    }
    if (all.has(text)) {
      refuse();
    }
    all.add(text);
  }
}
