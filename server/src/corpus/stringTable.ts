/** Texts by number, each once: columns hold the numbers. */
export class StringTable {
  private readonly numbers = new Map<string, number>();

  /** The number of a text, from 0. */
  numberOf(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) {
      return known;
    }
    const number = this.numbers.size;
    this.numbers.set(text, number);
    return number;
  }

  /** The texts by their numbers, as JSON. */
  toJson(): string {
    return JSON.stringify([...this.numbers.keys()]);
  }
}
