import { flatCopy } from '../text/intern.js';

/**
 * One copy of what hundreds of thousands of facts repeat: ids, slots, speakers, separators. A piece
 * cut from a file's text would keep the whole file in memory; what is handed out here stands alone.
 */
export class Interner {
  private readonly numbers = new Map<string, number>();
  private readonly texts: string[] = [];
  private readonly voices = new Map<string, readonly string[]>();
  private readonly lists = new Map<string, readonly string[]>();

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
}
