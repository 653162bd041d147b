import { flatCopy } from '../text/intern.js';
import type { Conditions } from './boundFact.js';

/**
 * One copy of what hundreds of thousands of facts repeat: ids, slots, speakers, separators. A piece
 * cut from a file's text would keep the whole file in memory; what is handed out here stands alone.
 */
export class Interner {
  private readonly texts = new Map<string, string>();
  private readonly lists = new Map<string, readonly string[]>();
  private readonly pairs = new Map<string, Conditions>();

  /** The same text, always the same copy of it. */
  text(text: string): string {
    return this.texts.get(text) ?? this.known(flatCopy(text));
  }

  /** The same for a text that stands alone already. */
  alone(text: string): string {
    return this.texts.get(text) ?? this.known(text);
  }

  private known(alone: string): string {
    this.texts.set(alone, alone);
    return alone;
  }

  list(texts: readonly string[]): readonly string[] {
    const key = texts.length === 1 ? (texts[0] ?? '') : JSON.stringify(texts);
    const known = this.lists.get(key);
    if (known !== undefined) {
      return known;
    }
    const copy = texts.map((text) => this.text(text));
    this.lists.set(flatCopy(key), copy);
    return copy;
  }

  conditions(conditions: Conditions): Conditions {
    if (conditions.length === 0) {
      return conditions;
    }
    const [only] = conditions;
    // Nearly all facts have one, or the same two.
    const key =
      conditions.length === 1 && only !== undefined && !only[0].includes('=')
        ? `1${only[0]}=${only[1]}`
        : JSON.stringify(conditions);
    const known = this.pairs.get(key);
    if (known !== undefined) {
      return known;
    }
    const copy = conditions.map(([name, value]) => [this.text(name), this.text(value)] as const);
    this.pairs.set(flatCopy(key), copy);
    return copy;
  }
}
