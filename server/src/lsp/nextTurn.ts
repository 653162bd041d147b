/** Lets waiting messages be answered. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** Long work in portions, with room for other work between them. */
export class Turns {
  private since = performance.now();

  /** @param portion how long work goes on in one go, in milliseconds */
  constructor(private readonly portion: number) {}

  /** How long this portion has been going on, in milliseconds. */
  get spent(): number {
    return performance.now() - this.since;
  }

  isOver(): boolean {
    return this.spent > this.portion;
  }

  async next(): Promise<void> {
    await nextTurn();
    this.since = performance.now();
  }
}
