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

  isOver(): boolean {
    return performance.now() - this.since > this.portion;
  }

  async next(): Promise<void> {
    await nextTurn();
    this.since = performance.now();
  }
}
