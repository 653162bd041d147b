/** Lets waiting messages be answered. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

/** Lets those be answered too that have arrived and only now are read. */
export async function afterMessages(): Promise<void> {
  await nextTurn();
  await nextTurn();
}

/** Long work in portions, with room for other work between them. */
export class Turns {
  private since = performance.now();

  /**
   * @param portion how long work goes on in one go, in milliseconds
   * @param between done after each portion
   */
  constructor(
    private readonly portion: number,
    private readonly between: () => void = () => undefined,
  ) {}

  /** How long this portion has been going on, in milliseconds. */
  get spent(): number {
    return performance.now() - this.since;
  }

  isOver(): boolean {
    return this.spent > this.portion;
  }

  async next(): Promise<void> {
    this.between();
    await afterMessages();
    this.since = performance.now();
  }
}
