/** Numbers, from 0, for things that many facts share: told apart as a `Map` tells its keys. */
export class NumberedThings<T> {
  private readonly numbers = new Map<T, number>();
  private readonly things: T[] = [];

  numberOf(thing: T): number {
    const known = this.numbers.get(thing);
    if (known !== undefined) {
      return known;
    }
    const number = this.things.push(thing) - 1;
    this.numbers.set(thing, number);
    return number;
  }

  /** Forgets which things have numbers, but not what the numbers stand for: each thing gets another one next. */
  forget(): void {
    this.numbers.clear();
  }

  /** Undefined for a number that was never given. */
  at(number: number): T | undefined {
    return this.things[number];
  }
}
