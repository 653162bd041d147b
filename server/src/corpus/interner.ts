import { flatCopy } from '../text/intern.js';
import type { Conditions } from './conditions.js';

const none: Conditions = [];

/**
 * One copy of what hundreds of thousands of facts repeat: ids, slots, speakers, separators. A piece
 * cut from a file's text would keep the whole file in memory; what is handed out here stands alone.
 */
export class Interner {
  private readonly numbers = new Map<string, number>();
  private readonly texts: string[] = [];
  private readonly voices = new Map<string, readonly string[]>();
  private readonly lists = new Map<string, readonly string[]>();
  /** Of one condition: by its name and value. */
  private readonly single = new Map<string, Map<string, Conditions>>();
  private readonly several = new Map<string, Conditions>();

  /** The same text, always the same copy of it. */
  text(text: string): string {
    return this.textAt(this.numberOf(text));
  }

  /** The number of a text, from 0. */
  numberOf(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) {
      return known;
    }
    const alone = flatCopy(text);
    const number = this.texts.push(alone) - 1;
    this.numbers.set(alone, number);
    return number;
  }

  /** The number of a text; -1 where it has none. */
  findText(text: string): number {
    return this.numbers.get(text) ?? -1;
  }

  textAt(number: number): string {
    return this.texts[number] ?? '';
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

  /** The list of the one voice of a speaker. @param voiceOf makes the voice of an id, always the same */
  voice(id: string, voiceOf: (id: string) => string): readonly string[] {
    let voice = this.voices.get(id);
    if (voice === undefined) {
      voice = this.list([voiceOf(id)]);
      this.voices.set(this.text(id), voice);
    }
    return voice;
  }

  conditions(conditions: Conditions): Conditions {
    if (conditions.length === 0) {
      return none;
    }
    const [only] = conditions;
    if (conditions.length === 1 && only !== undefined) {
      const [name, value] = only; // nearly all facts have one
      return this.one(name, value);
    }
    const key = JSON.stringify(conditions);
    const known = this.several.get(key);
    if (known !== undefined) {
      return known;
    }
    const copy = conditions.flatMap(([name, value]) => this.one(name, value)).slice();
    this.several.set(flatCopy(key), copy);
    return copy;
  }

  /** A list of one condition. */
  private one(name: string, value: string): Conditions {
    const known = this.single.get(name)?.get(value);
    if (known !== undefined) {
      return known;
    }
    const copy = [[this.text(name), this.text(value)] as const] as const;
    const [[ownName, ownValue]] = copy;
    const byValue = this.single.get(ownName) ?? new Map<string, Conditions>();
    this.single.set(ownName, byValue.set(ownValue, copy));
    return copy;
  }
}
