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
    await afterMessages();
    this.since = performance.now();
  }
}
